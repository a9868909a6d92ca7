/** A text parsed once: its sentences, each with its words, and what is code in it. */
import { type Block, codeBlocks } from './code.ts';
import { deniedWords, supposedWords } from './polarity.ts';
import { type Unit, unitsOf } from './sentences.ts';
import { type Word, wordsOf } from './tokens.ts';

export interface Sentence extends Unit {
  readonly words: readonly Word[];
  /** For each word, whether a negator of its clause denies it. */
  readonly denied: readonly boolean[];
  /** For each word, whether it is only supposed, so that it neither asserts nor denies. */
  readonly supposed: readonly boolean[];
}

export interface Answer {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly code: readonly Block[];
  /** Words outside of code. */
  readonly wordCount: number;
}

/** Words of the longest sentence that is one thought; a longer one is read in pieces, so that credit stays local. */
const LONGEST = 40;

/** Reads a text; any string will do. */
export function parse(text: string): Answer {
  const code = codeBlocks(text);
  const words = wordsOf(text);
  let next = 0;
  const sentences = unitsOf(text, code).flatMap(unit => {
    const from = next;
    while (next < words.length && words[next]!.start < unit.end) next++;
    const own = words.slice(from, next).filter(word => word.start >= unit.start);
    return pieces(text, {
      ...unit,
      words: own,
      denied: deniedWords(text, own),
      supposed: supposedWords(own),
    });
  });
  const prose = sentences.filter(it => it.kind !== 'code');
  return { text, sentences, code, wordCount: prose.reduce((sum, it) => sum + it.words.length, 0) };
}

/** A sentence as it is, or, when it is too long, cut behind its last comma or semicolon that leaves no piece too long. */
function pieces(text: string, sentence: Sentence): Sentence[] {
  const { words, denied, supposed, start, end } = sentence;
  if (words.length <= LONGEST || sentence.kind === 'code') return [sentence];
  let cut = LONGEST;
  for (let at = LONGEST; at > LONGEST / 2; at--)
    if (/[,;:]/.test(text.slice(words[at - 1]!.end, words[at]!.start))) {
      cut = at;
      break;
    }
  const middle = words[cut]!.start;
  const first = text.slice(start, middle).trimEnd();
  const rest = {
    ...sentence,
    start: middle,
    end,
    words: words.slice(cut),
    denied: denied.slice(cut),
    supposed: supposed.slice(cut),
  };
  return [
    {
      ...sentence,
      end: start + first.length,
      words: words.slice(0, cut),
      denied: denied.slice(0, cut),
      supposed: supposed.slice(0, cut),
    },
    ...pieces(text, rest),
  ];
}
