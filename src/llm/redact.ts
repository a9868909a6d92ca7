/** --redact: what tells who somebody is stays here; the model reads placeholders, and its reply is put right again. */
import { InputError } from '../model/errors.ts';
import { type Listed, PLACEHOLDER, personalIn, type Span } from './personal.ts';

export interface Redacted {
  text: string;
  /**
   * The stretch of the original text that a stretch of the redacted one stands for, by UTF-16 offsets, and exactly that
   * slice. One that begins or ends within a placeholder takes in all that it hides.
   */
  original(start: number, end: number): { start: number; end: number; quote: string };
}

export interface Redactor {
  /** The same value has the same placeholder in all texts of this redactor. */
  redact(text: string): Redacted;
  /** A text with its placeholders replaced by what they stand for; what is no placeholder of ours stays. */
  restore(text: string): string;
  /** How many different values are hidden so far. */
  hidden(): number;
}

/**
 * Hides for one question to a model: its texts share the placeholders, numbered as they come, so that the same texts are
 * always hidden in the same way. `restore(redact(text).text)` is `text`, whatever it holds.
 */
export function redactor(lists: Listed): Redactor {
  const spansOf = personalIn(lists);
  const placeholders = new Map<string, string>();
  const values = new Map<string, string>();
  const placeholderFor = (kind: Span['kind'], value: string): string => {
    const key = `${kind} ${value}`;
    const known = placeholders.get(key);
    if (known !== undefined) return known;
    const made = `[${kind}-${values.size + 1}]`;
    placeholders.set(key, made);
    values.set(made, value);
    return made;
  };
  return {
    redact: text => redacted(text, spansOf(text), placeholderFor),
    restore: text => text.replace(PLACEHOLDER, it => values.get(it) ?? it),
    hidden: () => values.size,
  };
}

/** A stretch that is the same in both texts, or a value and its placeholder. */
interface Piece {
  isHidden: boolean;
  /** Where it begins: in the redacted text, and in the original one. */
  at: number;
  from: number;
  to: number;
}

function redacted(
  original: string,
  spans: readonly Span[],
  placeholderFor: (kind: Span['kind'], value: string) => string,
): Redacted {
  const pieces: Piece[] = [];
  let text = '';
  const add = (shown: string, from: number, to: number, isHidden: boolean) => {
    if (from < to) pieces.push({ isHidden, at: text.length, from, to });
    text += shown;
  };
  let done = 0;
  for (const { kind, start, end } of spans) {
    add(original.slice(done, start), done, start, false);
    add(placeholderFor(kind, original.slice(start, end)), start, end, true);
    done = end;
  }
  add(original.slice(done), done, original.length, false);
  return {
    text,
    original(start, end) {
      const from = originalOffset(pieces, start, it => it.from);
      // The end of a stretch belongs to what is in front of it.
      const to = end > start ? originalOffset(pieces, end - 1, it => it.to - 1) + 1 : from;
      return { start: from, end: to, quote: original.slice(from, to) };
    },
  };
}

/** @param edge where an offset within something hidden goes to. */
function originalOffset(pieces: readonly Piece[], offset: number, edge: (piece: Piece) => number): number {
  const piece = pieces.findLast(it => it.at <= offset);
  if (!piece) return 0;
  return piece.isHidden ? edge(piece) : Math.min(piece.from + offset - piece.at, piece.to);
}

/** Names and companies of the longest list: each is looked for in each answer. */
const MOST_LISTED = 10_000;

/**
 * The list of --redact: a name a line, a company as `company: Acme`; blank lines and lines that begin with # say nothing.
 * Throws InputError for a list that is too long to be read whole: what it names must not be sent for want of being read.
 */
export function listedIn(text: string): Listed {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .map(it => it.trim())
    .filter(it => it !== '' && !it.startsWith('#'));
  if (lines.length > MOST_LISTED)
    throw new InputError(
      `The list of --redact names ${lines.length}; it may name ${MOST_LISTED}.`,
      'Nothing was sent. Leave out what these answers cannot hold.',
    );
  const company = /^company:\s*/i;
  return {
    names: lines.filter(it => !company.test(it)),
    companies: lines.filter(it => company.test(it)).map(it => it.replace(company, '')),
  };
}
