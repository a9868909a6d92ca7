/** Whether words bear on what is known of a question. */
import type { Answer, Sentence } from '../text/answer.ts';
import type { Word } from '../text/tokens.ts';
import type { Prepared } from './prepared.ts';

/** A sentence bears on the question when its words in common with it weigh this much, the prompt's own little. */
const LEAST_COMMON = 2;

export function onTopic(question: Prepared, { words }: Sentence): boolean {
  const common = new Set<string>();
  let sum = 0;
  for (const word of words) {
    if (word.weight === 0 || common.has(word.stem) || !isOfTopic(question, word)) continue;
    common.add(word.stem);
    sum += question.weigh(word);
    if (sum >= LEAST_COMMON) return true;
  }
  return false;
}

/** Share, 0 to 1, of the answer's words with meaning (code apart) that occur in what is known of the question. */
export function topicOfAnswer(question: Prepared, { proseWords }: Answer): number {
  const telling = proseWords.filter(it => it.weight > 0);
  const weight = (some: readonly Word[]) => some.reduce((sum, it) => sum + it.weight, 0);
  const all = weight(telling);
  return all > 0 ? weight(telling.filter(it => isOfTopic(question, it))) / all : 0;
}

function isOfTopic({ topic }: Prepared, { stem, whole }: Word): boolean {
  return topic.has(stem) || (whole !== undefined && topic.has(whole));
}
