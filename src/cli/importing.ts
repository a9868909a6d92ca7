/** Importing a list: reading it, writing the bank, and saying what to do next. */
import { dirname, extname, join } from 'node:path';
import { MAX_BYTES } from '../content/decode.ts';
import { loadLibrary, readFile } from '../content/files.ts';
import { FORMATS } from '../content/import/formats.ts';
import { type Imported, importList } from '../content/import/import.ts';
import { either, quoted, typed } from '../content/showing.ts';
import { ID } from '../model/content.ts';
import { EXIT, InputError } from '../model/errors.ts';
import { counted } from '../model/prose.ts';
import { isLine, visible } from '../model/unseen.ts';
import { writeAtomic } from '../store/atomic.ts';
import { isThere, withTilde } from '../store/folders.ts';
import type { CommonOptions } from './command.ts';
import { type Io, write, writeExact, writeJson } from './io.ts';
import { alreadyThere, checkFolderOf } from './places.ts';

export interface ImportOptions extends CommonOptions {
  format?: string;
  out?: string;
  force?: boolean;
  id?: string;
  title?: string;
}

/** Writes a bank for the questions in a file. Throws InputError where there is none, or a file is in the way. */
export async function importFile(io: Io, options: ImportOptions, file: string): Promise<number> {
  const format = formatOf(file, options.format);
  checkOptions(options);
  const { out, id, title } = options;
  const schema = out === undefined ? undefined : schemaBeside(out);
  const bytes = file === '-' ? await inputOf(io) : readFile(file);
  const imported = await importList({
    file,
    bytes,
    format,
    ...(id !== undefined && { id }),
    ...(title !== undefined && { title }),
    ...(schema !== undefined && { schema }),
  });
  if (out !== undefined) writeAtomic(out, imported.yaml, { mode: 0o644 });
  if (options.json) await writeJson(io, imported.bank);
  else if (out === undefined) await writeExact(io, imported.yaml);
  if (!options.quiet) await write(io.stderr, `${(await told(imported, out)).join('\n')}\n`);
  return EXIT.done;
}

function formatOf(file: string, named: string | undefined): string {
  const formats = Object.keys(FORMATS);
  if (named !== undefined) {
    if (formats.includes(named)) return named;
    throw new InputError(`There is no format ${quoted(named)} to import.`, `Formats: ${either(formats)}.`);
  }
  const ending = extname(file).toLowerCase();
  const found = formats.find(it => FORMATS[it]!.endings.includes(ending));
  if (found !== undefined) return found;
  throw new InputError(
    file === '-'
      ? 'Standard input has no name that tells its format.'
      : `The ending of ${quoted(file)} tells no format.`,
    `Say it with --format: ${either(formats)}.`,
  );
}

/** Before anything is read: a wrong option should not cost the time of a large file. */
function checkOptions({ id, title, out, force }: ImportOptions): void {
  if (id !== undefined && !ID.test(id))
    throw new InputError(`${quoted(id)} cannot be an id.`, 'Use lower-case letters, digits and dashes.');
  if (title !== undefined && !isLine(title))
    throw new InputError(
      'The title is blank, or more than a line of text.',
      'Leave --title out for the first heading.',
    );
  if (out === undefined) return;
  if (!/\.ya?ml$/.test(out))
    throw new InputError(`${quoted(out)} would not be found again.`, 'The file of a bank ends in .yaml.');
  if (isThere(out) && !force) throw alreadyThere(out);
  checkFolderOf(out);
}

/** The schema that `mockloop init` puts beside banks, from where the bank stands. */
function schemaBeside(out: string): string | undefined {
  const names = ['schemas/bank.schema.json', 'bank.schema.json', '../schemas/bank.schema.json'];
  return names.find(it => isThere(join(dirname(out), it)));
}

/** No more than a little above what is allowed. */
async function inputOf(io: Io): Promise<Uint8Array> {
  if (io.stdin.isTTY)
    throw new InputError(
      'Nothing is piped into standard input.',
      'Name a file, as in mockloop import questions.md.',
    );
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of io.stdin) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > MAX_BYTES) break;
  }
  return Buffer.concat(chunks);
}

async function told({ bank, messages, counts }: Imported, out: string | undefined): Promise<string[]> {
  const { questions, unanswered, duplicates } = counts;
  const count = [
    counted(questions, 'question'),
    ...(unanswered > 0 ? [`${unanswered} without an answer`] : []),
    ...(duplicates > 0 ? [`${duplicates} taken once that came twice`] : []),
  ].join(', ');
  const { banks } = await loadLibrary({});
  const path = out === undefined ? 'FILE.yaml' : visible(withTilde(out));
  return [
    ...messages,
    ...(banks.has(bank.id)
      ? [
          `A bank that mockloop ships is called ${bank.id}, too; where this one is used it takes its place. --id names it otherwise.`,
        ]
      : []),
    out === undefined ? `${count}.` : `${count}: ${path}`,
    out === undefined ? 'Next, with --out FILE.yaml to keep it:' : 'Next:',
    `  mockloop validate --strict ${typed(path)}`,
    `  mockloop practice --question ${bank.id}/${bank.questions[0]!.id} --content ${typed(path)}`,
  ];
}
