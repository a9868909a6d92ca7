/** A plain list of questions and answers to a bank. No disk: bytes in, text out. */
import { InputError } from '../../model/errors.ts';
import { MAX_BYTES } from '../decode.ts';
import { parseContent } from '../parse.ts';
import { quoted, shown } from '../showing.ts';
import { type DraftBank, draftsOf } from './bank.ts';
import { FORMATS } from './formats.ts';
import type { Notice } from './found.ts';
import { plainText } from './plain-text.ts';
import { slug } from './prompt.ts';
import { bankYaml } from './yaml.ts';

export interface Listed {
  /** The name to show, and to name the bank after; `-` for standard input. */
  file: string;
  bytes: Uint8Array;
  /** A key of FORMATS. */
  format: string;
  id?: string;
  title?: string;
  /** Path to the schema for editors, from where the bank will stand. */
  schema?: string;
}

export interface Imported {
  bank: DraftBank;
  yaml: string;
  /** `FILE:LINE: ...`, safe to print. */
  messages: string[];
  /** Questions, those of them without an answer, and those that were there twice. */
  counts: { questions: number; unanswered: number; duplicates: number };
}

/** Throws InputError where there is no question, or nothing that could be read as the format. */
export async function importList({ file, bytes, format, id, title, schema }: Listed): Promise<Imported> {
  const { text, notices } = plainText(file, bytes);
  const { read, shapes } = FORMATS[format]!;
  const reading = await read(file, text);
  const { drafts, topics, duplicates, ...more } = draftsOf(reading.found);
  if (drafts.length === 0)
    throw new InputError(`No question was found in ${quoted(file)}.`, `Understood are: ${shapes}`);
  const name = file === '-' ? '' : nameOf(file);
  const bank: DraftBank = {
    kind: 'bank',
    id: id ?? (slug(name) || slug(reading.title ?? '') || 'imported'),
    title: title ?? reading.title?.replace(/\s+/g, ' ').trim() ?? (name || 'Imported questions'),
    questions: drafts,
  };
  const yaml = bankYaml(bank, {
    from: name === '' ? 'standard input' : baseOf(file),
    topics,
    ...(schema && { schema }),
  });
  assertUsable(file, yaml);
  return {
    bank,
    yaml,
    messages: [...notices, ...inOrder([...reading.notices, ...more.notices])].map(it => told(file, it)),
    counts: {
      questions: drafts.length,
      unanswered: drafts.filter(it => it.answer === undefined).length,
      duplicates,
    },
  };
}

const baseOf = (file: string) => file.replace(/^.*[/\\]/, '');
const nameOf = (file: string) => baseOf(file).replace(/\.\w+$/, '');

const inOrder = (notices: readonly Notice[]) => notices.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));

const told = (file: string, { line, text }: Notice) =>
  `${shown(file)}${line === undefined ? '' : `:${line}`}: ${text}`;

/** What is written must be read again; a list near the limit of size may grow over it. */
function assertUsable(file: string, yaml: string): void {
  const bytes = Buffer.from(yaml);
  const [problem] = parseContent({ file: 'bank.yaml', bytes }).problems;
  if (!problem) return;
  throw new InputError(
    bytes.length > MAX_BYTES
      ? `The bank from ${quoted(file)} would be larger than ${MAX_BYTES / 1024 / 1024} MB.`
      : `The bank from ${quoted(file)} could not be used: ${problem.message}`,
    'Split the list into several files.',
  );
}
