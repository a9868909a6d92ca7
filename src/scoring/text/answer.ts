/** A text parsed once: its sentences, each with its words, and what is code in it. */
import { type Block, codeBlocks } from './code.ts';
import { deniedWords } from './polarity.ts';
import { type Unit, unitsOf } from './sentences.ts';
import { type Word, wordsOf } from './tokens.ts';

export interface Sentence extends Unit {
  readonly words: readonly Word[];
  /** For each word, whether a negator of its clause denies it. */
  readonly denied: readonly boolean[];
}

export interface Answer {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly code: readonly Block[];
  /** Words outside of code. */
  readonly wordCount: number;
}

/** Reads a text; any string will do. */
export function parse(text: string): Answer {
  const code = codeBlocks(text);
  const words = wordsOf(text);
  let next = 0;
  const sentences = unitsOf(text, code).map(unit => {
    const from = next;
    while (next < words.length && words[next]!.start < unit.end) next++;
    const own = words.slice(from, next).filter(word => word.start >= unit.start);
    return { ...unit, words: own, denied: deniedWords(text, own) };
  });
  const prose = sentences.filter(it => it.kind !== 'code');
  return { text, sentences, code, wordCount: prose.reduce((sum, it) => sum + it.words.length, 0) };
}
