import type { Flag } from '../../../model/score.ts';
import type { Context } from '../context.ts';

/** A question or two may lead over to what is said; so many, with this share of all words in them, answer nothing. */
const SENTENCES = 3;
const SHARE = 0.75;

/** Who is asked for questions answers with them. */
const ASKS_FOR_QUESTIONS = /\b(?:ask|asks|asked|asking|questions?|clarif\w+|find out|know from)\b/i;

/** Hardly anything of it is said: it asks. */
export function onlyAsks({ answer, submission }: Context): Flag | undefined {
  if (ASKS_FOR_QUESTIONS.test(submission.asked.prompt)) return undefined;
  const asking = answer.prose.filter(it => answer.flat[it.end - 1] === '?');
  const words = asking.reduce((sum, it) => sum + it.words.length, 0);
  if (asking.length < SENTENCES || words < SHARE * answer.wordCount) return undefined;
  return {
    kind: 'echo',
    reason: `${asking.length} of its ${answer.prose.length} sentences ask, and hardly anything is said.`,
  };
}
