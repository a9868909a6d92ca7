/** Another try at what was answered already, in coach mode. */
import type { AskState, Try } from './session.ts';

/** Whether it is none for want of a word: whoever thinks better of it keeps the answer that was there, and goes on. */
export function isDropped(
  { tries }: AskState,
  { answer, outcome }: Pick<Try, 'answer' | 'outcome'>,
): boolean {
  return tries.length > 0 && (outcome === 'skipped' || answer.trim() === '');
}
