/** What of an answer is said in agreement with a question's texts: a statement near one of them may be nearer to another. */
import { mostAlike } from '../text/alignment.ts';
import { type Searchable, searchable } from '../text/searchable.ts';
import type { Prepared } from './prepared.ts';

/** For each sentence, how near (F, 0 to 1) it comes to any true text that it agrees with. */
export function agreement(question: Prepared, search: Searchable): number[] {
  const agreed = mostAlike(question.proving, search, false);
  const { targets, vocabulary } = question.truths();
  if (targets.length === 0) return agreed;
  const beside = mostAlike(targets, searchable(search.answer, vocabulary), false);
  return agreed.map((it, at) => Math.max(it, beside[at]!));
}
