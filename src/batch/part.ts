/** The units that a batch is handed on in: a part of whole rows, and what became of it. */
import type { JudgeError } from '../model/errors.ts';

/** How rows are written. Columns may be separated by something else than commas (csv.ts). */
export type RowFormat = 'jsonl' | 'csv' | 'markdown';

/** Column or key of the input by what it stands for: `answer` → `text`. */
export type Mapping = Readonly<Record<string, string>>;

/** Whole rows of one input, still as bytes: they are decoded where they are judged. */
export interface Part {
  /** The input as it was named; `-` for standard input. */
  file: string;
  format: RowFormat;
  /** CSV: names of the columns, and what separates them. */
  columns?: readonly string[];
  separator?: string;
  /** Markdown: the id of a row that names none. */
  id?: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Where each row ends in `bytes`, its line break included; a row begins where the one before ends. */
  ends: readonly number[];
  /** The line of its file, from 1, on which each row begins. */
  lines: readonly number[];
  /** Number of its first row in the whole run, from 0: what a shard is chosen by. */
  first: number;
  /** Why rows could not be cut out whole, by their place in the part. */
  broken?: Readonly<Record<number, string>>;
}

/** What became of the rows of a part, in their order; blank lines and rows of other shards leave nothing. */
export interface PartResult {
  file: string;
  /** The line of its file on which each row begins. */
  places: readonly number[];
  /** Result lines as JSON, each with its line break. */
  lines: Uint8Array<ArrayBuffer>;
  /** Where each ends. */
  ends: readonly number[];
  /** A RowDigest for each, as JSON: a thread takes several times as long to hand over objects. */
  digests: string;
  /** Milliseconds that judging each took; -1 for one that was not judged now. */
  spent: readonly number[];
  /** Prompts of the inline questions that were answered, by name. */
  prompts: Readonly<Record<string, string>>;
  /** One a row where grades are wanted, else none. */
  grades: readonly Grades[];
  /** Names of keys and columns that mean nothing here. */
  ignored: readonly string[];
  /** Why rows are left out: a judge failed in a way that all later rows would share. */
  stopped?: JudgeError;
}

/** What a row holds beside what a judge sees. */
export interface Grades {
  human?: number;
  human2?: number;
  /** Why one of them is none. */
  wrong?: string;
  answer: string;
}

/** More names of keys that mean nothing say nothing more. */
export const MOST_IGNORED = 20;
