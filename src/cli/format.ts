import { extname } from 'node:path';
import { quoted } from '../content/showing.ts';
import { InputError } from '../model/errors.ts';
import { REPORTS } from '../reports/table.ts';

/** `html` of `page.html`; empty where there is none. */
export const endingOf = (out: string | undefined): string => (out === undefined ? '' : extname(out).slice(1));

/** Throws InputError for a file whose ending names another format than --format does; other endings name none. */
export function checkEnding({ format, out }: { format?: string; out?: string }, formats: readonly string[]) {
  const ending = endingOf(out);
  if (format === undefined || format === ending || !formats.includes(ending)) return;
  throw new InputError(
    `--format ${format} would be written into ${quoted(out!)}, whose ending says ${ending}.`,
    'Leave --format out, or give the file another ending.',
  );
}

/** --format, else the ending of --out, else html with --open, json with --json, else md. Throws InputError with the formats there are. */
export function reportFormat(options: { format?: string; out?: string; open?: boolean; json?: boolean }) {
  checkEnding(options, Object.keys(REPORTS));
  const ending = endingOf(options.out);
  const name = options.format ?? (ending || (options.open ? 'html' : options.json ? 'json' : 'md'));
  const report = Object.hasOwn(REPORTS, name) ? REPORTS[name] : undefined;
  if (report) return report;
  throw new InputError(
    `There is no report format "${name}".`,
    `Formats: ${Object.keys(REPORTS).join(', ')}.`,
  );
}
