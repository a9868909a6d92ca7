import { extname } from 'node:path';
import { InputError } from '../model/errors.ts';
import { REPORTS } from '../reports/table.ts';

/** --format, else the ending of --out, else html with --open, json with --json, else md. Throws InputError with the formats there are. */
export function reportFormat(options: { format?: string; out?: string; open?: boolean; json?: boolean }) {
  const ending = options.out === undefined ? '' : extname(options.out).slice(1);
  const name = options.format ?? (ending || (options.open ? 'html' : options.json ? 'json' : 'md'));
  const report = Object.hasOwn(REPORTS, name) ? REPORTS[name] : undefined;
  if (report) return report;
  throw new InputError(
    `There is no report format "${name}".`,
    `Formats: ${Object.keys(REPORTS).join(', ')}.`,
  );
}
