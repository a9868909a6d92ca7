/** Sentences that say another text again in whatever order, as whoever answers a question likes to begin. */
import type { Answer, Sentence } from './answer.ts';
import type { Word } from './tokens.ts';

/**
 * At least so many different words that carry meaning, and such a share of the sentence's, 0 to 1: two words may well be all
 * that it takes to tell the thing itself (`I missed the deadline`).
 */
const WORDS = 3;
const SHARE = 0.5;

/** A text without the sentences that say another again; the same one where none does, or where nothing else is said. */
export function withoutRestated(text: Answer, of: readonly Word[]): Answer {
  const stems = stemsIn(of);
  const prose = text.prose.filter(it => !restates(it, stems));
  return prose.length === 0 || prose.length === text.prose.length ? text : { ...text, prose };
}

function restates({ words }: Sentence, of: ReadonlySet<string>): boolean {
  const own = stemsIn(words);
  let known = 0;
  for (const stem of own) if (of.has(stem)) known++;
  return known >= WORDS && known >= SHARE * own.size;
}

const stemsIn = (words: readonly Word[]): ReadonlySet<string> =>
  new Set(words.filter(it => it.weight > 0).map(it => it.stem));
