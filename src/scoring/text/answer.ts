/** A text parsed once: its sentences, each with its words, and what is code in it. */
import { type Block, codeBlocks } from './code.ts';
import { deniedWords, supposedWords } from './polarity.ts';
import { type Unit, unitsOf } from './sentences.ts';
import { type Word, wordsOf } from './tokens.ts';
import { unwrapped } from './unwrapped.ts';

export interface Sentence extends Unit {
  readonly words: readonly Word[];
  /** For each word, whether a negator of its clause denies it. */
  readonly denied: readonly boolean[];
  /** For each word, whether it is only supposed, so that it neither asserts nor denies. */
  readonly supposed: readonly boolean[];
}

export interface Answer {
  readonly text: string;
  /** The same with wrapped lines as one, at the same offsets: what stands between words is read in it. */
  readonly flat: string;
  readonly sentences: readonly Sentence[];
  readonly code: readonly Block[];
  /** The sentences outside of code, and their words. */
  readonly prose: readonly Sentence[];
  readonly proseWords: readonly Word[];
  readonly wordCount: number;
}

/** Words of the longest sentence that is one thought; a longer one is read in pieces, so that credit stays local. */
const LONGEST = 40;

/** Reads a text; any string will do. */
export function parse(text: string): Answer {
  const code = codeBlocks(text);
  const flat = unwrapped(text, code);
  const words = wordsOf(flat);
  const sentences: Sentence[] = [];
  const proseWords: Word[] = [];
  let next = 0;
  for (const { kind, start, end, paragraph, indent } of unitsOf(flat, code)) {
    // What stands between two units, such as a bullet, belongs to neither.
    while (next < words.length && words[next]!.start < start) next++;
    const from = next;
    while (next < words.length && words[next]!.start < end) next++;
    const own = words.slice(from, next);
    if (kind !== 'code') for (const word of own) proseWords.push(word);
    const denied = deniedWords(flat, own);
    const unit = { kind, start, end, paragraph, indent, words: own, denied, supposed: supposedWords(own) };
    if (own.length <= LONGEST || kind === 'code') sentences.push(unit);
    else sentences.push(...pieces(flat, unit));
  }
  const prose = code.length === 0 ? sentences : sentences.filter(it => it.kind !== 'code');
  return { text, flat, sentences, code, prose, proseWords, wordCount: proseWords.length };
}

/** A sentence that is too long, cut behind commas or semicolons that leave no piece too long. */
function pieces(text: string, sentence: Sentence): Sentence[] {
  const { words, denied, supposed, end } = sentence;
  const cuts: Sentence[] = [];
  for (let from = 0, start = sentence.start; from < words.length; ) {
    const to = words.length - from <= LONGEST ? words.length : from + cutOf(text, words, from);
    const next = words[to]?.start ?? end;
    cuts.push({
      ...sentence,
      start,
      end: start + text.slice(start, next).trimEnd().length,
      words: words.slice(from, to),
      denied: denied.slice(from, to),
      supposed: supposed.slice(from, to),
    });
    [from, start] = [to, next];
  }
  return cuts;
}

/** Words of the piece that begins at a word of a sentence too long for one. */
function cutOf(text: string, words: readonly Word[], from: number): number {
  for (let at = LONGEST; at > LONGEST / 2; at--)
    if (/[,;:]/.test(text.slice(words[from + at - 1]!.end, words[from + at]!.start))) return at;
  return LONGEST;
}
