import { extname } from 'node:path';
import { quoted } from '../content/showing.ts';
import { InputError } from '../model/errors.ts';
import { REPORTS } from '../reports/table.ts';

/** Throws InputError for a file whose ending names another format than --format does; other endings name none. */
export function checkEnding({ format, out }: { format?: string; out?: string }, formats: readonly string[]) {
  const ending = out === undefined ? '' : extname(out).slice(1);
  if (format === undefined || format === ending || !formats.includes(ending)) return;
  throw new InputError(
    `--format ${format} would be written into ${quoted(out!)}, whose ending says ${ending}.`,
    'Leave --format out, or give the file another ending.',
  );
}

/** --format, else the ending of --out, else html with --open, json with --json, else md. Throws InputError with the formats there are. */
export function reportFormat(options: { format?: string; out?: string; open?: boolean; json?: boolean }) {
  const ending = options.out === undefined ? '' : extname(options.out).slice(1);
  checkEnding(options, Object.keys(REPORTS));
  const name = options.format ?? (ending || (options.open ? 'html' : options.json ? 'json' : 'md'));
  const report = Object.hasOwn(REPORTS, name) ? REPORTS[name] : undefined;
  if (report) return report;
  throw new InputError(
    `There is no report format "${name}".`,
    `Formats: ${Object.keys(REPORTS).join(', ')}.`,
  );
}
