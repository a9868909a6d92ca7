/** Inputs to parts of whole rows: one input after the other, in parts about as large as the blocks that are read. */
import { separatorLine } from '../content/separator-line.ts';
import { messageOf } from '../model/errors.ts';
import { LINE_FEED, utf8 } from './bytes.ts';
import type { Mapping, Part, RowFormat } from './part.ts';
import { type Cut, cutterFor, MAX_ROW } from './records.ts';

/** Something to read rows from. */
export interface Input {
  /** As it was named; `-` for standard input. */
  file: string;
  format: RowFormat;
  /** Markdown: the id of its row where it names none. */
  id?: string;
  blocks(): AsyncIterable<Uint8Array>;
}

type Unnumbered = Omit<Part, 'first'>;

/**
 * The rows of all inputs. An input that breaks off ends in one bad row, so that the others are still judged. Throws
 * InputError where the columns of a CSV file hold no answers.
 */
export async function* partsOf(inputs: Iterable<Input>, mapping: Mapping = {}): AsyncGenerator<Part> {
  let first = 0;
  for (const input of inputs) {
    for await (const part of partsOfOne(input, mapping)) {
      if (part.ends.length > 0) yield { ...part, first };
      first += part.ends.length;
    }
  }
}

async function* partsOfOne(input: Input, mapping: Mapping): AsyncGenerator<Unnumbered> {
  const { file, format, id } = input;
  let line = 1;
  const blocks = new Unbroken(beginning(input.blocks()));
  if (format === 'markdown') {
    const row = await whole(blocks);
    if (blocks.failure === undefined) yield { file, format, ...(id !== undefined && { id }), ...row };
  } else
    for await (const part of format === 'csv' ? csvParts(blocks, mapping) : jsonParts(blocks)) {
      line = (part.lines.at(-1) ?? line - 1) + 1;
      yield { file, format, ...part };
    }
  if (blocks.failure !== undefined)
    yield { file, format, ...brokenRow(line, `The file cannot be read on: ${blocks.failure}.`) };
}

type Blocks = AsyncIterable<Uint8Array>;

/** Blocks that end where reading fails, and tell why afterwards; what was read of a row until then is no row. */
class Unbroken implements Blocks {
  failure: string | undefined;
  readonly #blocks: Blocks;

  constructor(blocks: Blocks) {
    this.#blocks = blocks;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      yield* this.#blocks;
    } catch (error) {
      this.failure = messageOf(error);
    }
  }
}

async function* jsonParts(blocks: Unbroken): AsyncGenerator<Cut> {
  const cutter = cutterFor('jsonl');
  for await (const block of blocks) yield cutter.push(block);
  if (blocks.failure === undefined) yield cutter.end();
}

/** The first row that is not blank names the columns, and its first line tells what separates them. */
async function* csvParts(
  blocks: Unbroken,
  mapping: Mapping,
): AsyncGenerator<Omit<Unnumbered, 'file' | 'format'>> {
  const { columnsOf, separatorOf } = await import('./csv.ts');
  let separator = '';
  let columns: string[] | undefined;
  let cutter = cutterFor('csv');
  const named = (cut: Cut) => {
    if (columns) return { ...cut, separator, columns };
    const head = cut.ends.findIndex((_, at) => rowOf(cut, at).trim() !== '');
    if (head >= 0) columns = columnsOf(rowOf(cut, head), separator, mapping);
    return { ...withoutFirst(cut, head < 0 ? cut.ends.length : head + 1), separator, columns: columns ?? [] };
  };
  for await (const block of blocks) {
    let rows = block;
    if (separator === '') {
      const told = separatorLine(utf8(block));
      separator = told?.separator ?? separatorOf(firstLine(block));
      cutter = cutterFor('csv', separator);
      // Its line break stays, so that lines keep their numbers.
      if (told) rows = block.subarray(told.length);
    }
    yield named(cutter.push(rows));
  }
  if (blocks.failure === undefined) yield named(cutter.end());
}

/** @param count rows that are left out. */
function withoutFirst({ bytes, ends, lines, broken }: Cut, count: number): Cut {
  const head = ends[count - 1] ?? 0;
  const moved = Object.entries(broken ?? {})
    .map(([at, cause]) => [Number(at) - count, cause] as const)
    .filter(([at]) => at >= 0);
  return {
    bytes: bytes.slice(head),
    ends: ends.slice(count).map(it => it - head),
    lines: lines.slice(count),
    ...(moved.length > 0 && { broken: Object.fromEntries(moved) }),
  };
}

const rowOf = ({ bytes, ends }: Cut, at: number) => utf8(bytes.subarray(ends[at - 1] ?? 0, ends[at]));

/** The first line in which something stands. */
const firstLine = (block: Uint8Array): string =>
  utf8(block)
    .split('\n')
    .find(it => it.trim() !== '') ?? '';

/** A whole file as one row. */
async function whole(blocks: Blocks): Promise<Cut> {
  const read: Uint8Array[] = [];
  let length = 0;
  for await (const block of blocks) {
    read.push(block);
    length += block.length;
    if (length > MAX_ROW) return brokenRow(1, `The file is longer than ${MAX_ROW / 1024 / 1024} MB.`);
  }
  return { bytes: new Uint8Array(Buffer.concat(read)), ends: [length], lines: [1] };
}

const brokenRow = (line: number, cause: string): Cut => ({
  bytes: new Uint8Array(),
  ends: [0],
  lines: [line],
  broken: { 0: cause },
});

const BYTE_ORDER_MARK = Buffer.from('\ufeff');

/** Without a byte order mark, and the first block with a whole line in which something stands. */
async function* beginning(blocks: Blocks): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | undefined = new Uint8Array();
  for await (const block of blocks) {
    if (head === undefined) yield block;
    else {
      head = Buffer.concat([head, block]);
      if (!isHeaded(withoutMark(head)) && head.length < MAX_ROW) continue;
      yield withoutMark(head);
      head = undefined;
    }
  }
  if (head !== undefined && head.length > 0) yield withoutMark(head);
}

function isHeaded(bytes: Uint8Array): boolean {
  const start = bytes.findIndex(it => !BLANK.includes(it));
  return start >= 0 && bytes.indexOf(LINE_FEED, start) >= 0;
}

/** Blank, tab, carriage return, line feed. */
const BLANK: readonly number[] = [0x20, 0x09, 0x0d, LINE_FEED];

function withoutMark(bytes: Uint8Array): Uint8Array {
  const marked = BYTE_ORDER_MARK.equals(bytes.subarray(0, BYTE_ORDER_MARK.length));
  return marked ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes;
}
