import type { Flag } from '../../../model/score.ts';
import type { Answer } from '../../text/answer.ts';
import type { Context } from '../context.ts';

/** A question or two may lead over to what is said; so many, with this share of all words in them, answer nothing. */
const SENTENCES = 3;
const SHARE = 0.75;

/** Who is asked for questions answers with them. */
const ASKS_FOR_QUESTIONS =
  /\byou (?:\w+ ){0,3}(?:ask|clarify|know from)\b|\b(?:what|which) (?:\w+ )?questions\b|\bclarifying\b/i;

/** Hardly anything of it is said: it asks. */
export function onlyAsks({ answer, submission }: Context): Flag | undefined {
  const { type, prompt } = submission.asked;
  if (type === 'closing' || ASKS_FOR_QUESTIONS.test(prompt)) return undefined;
  const { sentences, words } = asking(answer);
  if (sentences < SENTENCES || words < SHARE * answer.wordCount) return undefined;
  return {
    kind: 'echo',
    reason: `${sentences} of its ${answer.prose.length} sentences ask, and hardly anything is said.`,
  };
}

/** The sentences that ask, and their words. What was too long is there in pieces, of which the last one has the sign. */
function asking({ prose, flat }: Answer): { sentences: number; words: number } {
  let [sentences, words, asks] = [0, 0, false];
  for (let at = prose.length - 1; at >= 0; at--) {
    const sign = flat[prose[at]!.end - 1] ?? '';
    asks = sign === '?' || (asks && /[,;:]/.test(sign));
    if (!asks) continue;
    sentences++;
    words += prose[at]!.words.length;
  }
  return { sentences, words };
}
