/** What the command line names, as inputs to read rows from. */
import { createReadStream, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { quoted } from '../content/showing.ts';
import { ASK_PERMISSION, CHECK_PATH } from '../model/disk.ts';
import { InputError, messageOf } from '../model/errors.ts';
import { identityOf, isThere, realPathOf } from '../store/folders.ts';
import { treeOf } from '../store/tree.ts';
import type { RowFormat } from './part.ts';
import type { Input } from './parts.ts';

const ENDINGS: Readonly<Record<string, RowFormat>> = {
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  csv: 'csv',
  tsv: 'csv',
  md: 'markdown',
  markdown: 'markdown',
};

export interface Named {
  /** Paths; `-` is standard input. */
  paths: readonly string[];
  stdin: Readable;
  /** The format of inputs whose name does not tell it; standard input is jsonl without it. */
  from?: RowFormat;
  /** Bytes of a file that are read at once, and so become one part; default 64 KB. */
  block?: number;
}

export interface Inputs {
  inputs: Input[];
  /** Bytes of all of them together; undefined where one cannot tell. */
  size: number | undefined;
  /** Bytes read so far. */
  read(): number;
  /** Whether a file of that name, in a folder that is there, is among the inputs, or would be the next time. */
  wouldRead(path: string): boolean;
}

/**
 * Looks whether everything is there, and reads nothing yet. A folder stands for the Markdown files in it and below, each
 * once, by name; a file whose name ends in `.gz` is unpacked. Throws InputError for what cannot be read or has no known format.
 */
export function inputsOf({ paths, stdin, from, block }: Named): Inputs {
  /** Bytes of the inputs before the one that is open: one is read after the other. */
  let before = 0;
  let opened: Bytes | undefined;
  const folders = new Set<string>();
  const sources = paths.flatMap((path): Source[] => {
    if (path === '-') return [{ file: '-', format: from ?? 'jsonl', open: () => stdin }];
    if (!statOf(path).isDirectory()) return [sourceAt(path, from, block)];
    const its = markdownIn(path);
    for (const folder of its.folders) folders.add(folder);
    return its.sources;
  });
  checkFrom(from, sources);
  const sizes = sources.map(it => it.size);
  const read = () => before + (opened?.bytesRead ?? 0);
  return {
    inputs: sources.map(({ open, size: _size, ...input }) => ({
      ...input,
      // Opened when somebody reads: an error of a stream that nobody listens to yet would end the process.
      async *blocks() {
        before = read();
        const stream = open();
        opened = stream;
        try {
          yield* isPacked(input.file) ? unpacked(stream) : unlessPacked(stream);
        } catch (error) {
          throw isNoGzip(error) ? new Error(NO_GZIP, { cause: error }) : error;
        }
      },
    })),
    size: sizes.includes(undefined) ? undefined : sizes.reduce<number>((sum, it) => sum + (it ?? 0), 0),
    read,
    wouldRead: readingOf(sources, folders),
  };
}

/** What the stream of a file tells of itself; a listener to its data would let it flow before anybody reads. */
interface Bytes {
  bytesRead?: number;
}

interface Source {
  file: string;
  format: RowFormat;
  id?: string;
  /** In bytes, as it lies there; undefined for what is no regular file. */
  size?: number;
  open(): Readable & Bytes;
}

/** A format that no input has a use for, and that one contradicts, was meant for that one. */
function checkFrom(from: RowFormat | undefined, sources: readonly Source[]): void {
  if (from === undefined || sources.some(({ file }) => file === '-' || formatOf(file) === undefined)) return;
  const other = sources.find(it => it.format !== from);
  if (other === undefined) return;
  throw new InputError(
    `The name of ${quoted(other.file)} says ${other.format}, and --from ${from}.`,
    'Leave --from out, or give the file another ending.',
  );
}

/** Standard input may be a file too. */
const STDIN = '/dev/stdin';

function readingOf(sources: readonly Source[], folders: ReadonlySet<string>): Inputs['wouldRead'] {
  let read: Set<string> | undefined;
  return path => {
    read ??= new Set(
      sources
        .map(({ file }) => (file === '-' ? STDIN : file))
        .filter(isThere)
        .map(identityOf),
    );
    return read.has(identityOf(path)) || (isMarkdown(path) && folders.has(realPathOf(dirname(path))));
  };
}

function sourceAt(path: string, from: RowFormat | undefined, block: number | undefined): Source {
  const format = formatOf(path) ?? from;
  if (!format)
    throw new InputError(
      `The name of ${quoted(path)} does not tell its format.`,
      `Use one of .${Object.keys(ENDINGS).join(', .')} (and .gz behind it), or say --from jsonl or --from csv.`,
    );
  const there = statOf(path);
  return {
    file: path,
    format,
    ...(there.isFile() && { size: there.size }),
    open: () => createReadStream(path, block === undefined ? {} : { highWaterMark: block }),
  };
}

function formatOf(path: string): RowFormat | undefined {
  const ending = /\.([^./]+?)(?:\.gz)?$/.exec(path.toLowerCase())?.[1] ?? '';
  return Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined;
}

/** Whether a folder with such a file stands for it. */
const isMarkdown = (path: string) => formatOf(path) === 'markdown' && !basename(path).startsWith('.');

/** A row without an id is named by its place in the folder. */
function markdownIn(folder: string): { sources: Source[]; folders: ReadonlySet<string> } {
  const { leaves, folders } = treeOf(folder, isMarkdown);
  if (leaves.length === 0)
    throw new InputError(`There is no Markdown file (*.md) in the folder ${quoted(folder)}.`);
  const sources = leaves.map(({ name, size }): Source => {
    const file = join(folder, name);
    const id = name.replace(/\.[^.]+(?:\.gz)?$/i, '');
    return { file, format: 'markdown', id, size, open: () => createReadStream(file) };
  });
  return { sources, folders };
}

function statOf(path: string) {
  try {
    return statSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const [what, remedy] =
      code === 'EACCES'
        ? ['No permission to read', ASK_PERMISSION]
        : ['There is no file or folder', CHECK_PATH];
    throw new InputError(`${what} ${quoted(path)}.`, remedy, { cause: error });
  }
}

const NO_GZIP = 'its name ends in .gz, and it is no gzip file';

/** What zlib says of bytes that do not begin as gzip does. */
const isNoGzip = (error: unknown): boolean => messageOf(error) === 'incorrect header check';

const isPacked = (file: string): boolean => file.toLowerCase().endsWith('.gz');

/** The first two bytes of any gzip file (RFC 1952), which no text in UTF-8 begins with. */
const GZIP = [0x1f, 0x8b] as const;

/** Throws for what is packed and does not say so: as rows it would be any number of errors that tell nothing. */
async function* unlessPacked(stream: Readable): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const block of stream as AsyncIterable<Uint8Array>) {
    if (isFirst && block[0] === GZIP[0] && block[1] === GZIP[1]) throw new Error(PACKED);
    isFirst = false;
    yield block;
  }
}

const PACKED = 'it is packed by gzip; end its name in .gz, or pipe it through gunzip';

/** An error of the file is an error of what comes out of it. */
function unpacked(stream: Readable): Readable {
  const gunzip = createGunzip();
  stream.on('error', error => gunzip.destroy(error));
  return stream.pipe(gunzip);
}
