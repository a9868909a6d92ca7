/** Inputs to parts of whole rows: one input after the other, in parts about as large as the blocks that are read. */
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

/** The first row names the columns, and its first line tells what separates them. */
async function* csvParts(
  blocks: Unbroken,
  mapping: Mapping,
): AsyncGenerator<Omit<Unnumbered, 'file' | 'format'>> {
  const { columnsOf, separatorOf } = await import('./csv.ts');
  let separator = '';
  let columns: string[] | undefined;
  let cutter = cutterFor('csv');
  const named = (cut: Cut) => {
    if (columns || cut.ends.length === 0) return { ...cut, separator, columns: columns ?? [] };
    columns = columnsOf(headerOf(cut), separator, mapping);
    return { ...withoutFirst(cut), separator, columns };
  };
  for await (const block of blocks) {
    if (separator === '') {
      separator = separatorOf(firstLine(block));
      cutter = cutterFor('csv', separator);
    }
    yield named(cutter.push(block));
  }
  if (blocks.failure === undefined) yield named(cutter.end());
}

function withoutFirst({ bytes, ends, lines, broken }: Cut): Cut {
  const [head = 0, ...rest] = ends;
  const moved = Object.entries(broken ?? {}).map(([at, cause]) => [Number(at) - 1, cause]);
  return {
    bytes: bytes.slice(head),
    ends: rest.map(it => it - head),
    lines: lines.slice(1),
    ...(moved.length > 0 && { broken: Object.fromEntries(moved) }),
  };
}

const headerOf = ({ bytes, ends }: Cut) => utf8(bytes.subarray(0, ends[0]));

function firstLine(block: Uint8Array): string {
  const end = block.indexOf(LINE_FEED);
  return utf8(end < 0 ? block : block.subarray(0, end));
}

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

/** Without a byte order mark, and the first block at least a line long. */
async function* beginning(blocks: Blocks): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | undefined = new Uint8Array();
  for await (const block of blocks) {
    if (head === undefined) yield block;
    else {
      head = Buffer.concat([head, block]);
      if (!head.includes(LINE_FEED) && head.length < MAX_ROW) continue;
      yield withoutMark(head);
      head = undefined;
    }
  }
  if (head !== undefined && head.length > 0) yield withoutMark(head);
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  const marked = BYTE_ORDER_MARK.equals(bytes.subarray(0, BYTE_ORDER_MARK.length));
  return marked ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes;
}
