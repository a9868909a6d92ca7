import type { Flag } from '../../../model/score.ts';
import { gathered } from '../../gathered.ts';
import { type Act, isDeed, isOwnDeed } from '../../text/acts.ts';
import type { Form } from '../../text/auxiliaries.ts';
import { hasNoCase } from '../../text/candour.ts';
import { clausesOf } from '../../text/clauses.ts';
import { listed } from '../../text/listed.ts';
import type { Word } from '../../text/tokens.ts';
import { type Context, weighsTheme } from '../context.ts';
import { admits } from './wording.ts';

/** Words that a story without its teller must have, and deeds of others in it: a few clipped lines may have lost their `I`. */
const WORDS = 40;
const DEEDS = 3;

/** The speaker alone, and words by which a story is the speaker's in whatever else it tells. */
const I = listed("i i'm i've i'd i'll im ive");
const OWN = listed("me my mine myself we we're we've we'd we'll us our ours ourselves");

/** Who is asked for somebody else tells of them. */
const ASKS_OF_OTHERS =
  /\b(?:admires?|admired|look(?:ed)? up to|role models?|hero(?:es)?|(?:inspire[sd]?|influence[sd]?) you)\b/i;

/**
 * A story of others alone: a fable, a film, what happened in the house next door. However well it is told, it shows nothing
 * of who was asked. Nobody tells of their own work without a word for themselves, a deed with its subject dropped, or mostly
 * in the passive.
 */
export function ofOthers(context: Context): Flag | undefined {
  const { answer, candid, submission, question } = context;
  if (submission.asked.type !== 'behavioral' || !submission.rubrics.some(weighsTheme)) return undefined;
  if (ASKS_OF_OTHERS.test(submission.asked.prompt)) return undefined;
  if (answer.wordCount < WORDS || answer.code.length > 0 || !question.promptWords.some(isYou))
    return undefined;
  if (candid.length > 0 || admits(context) || hasNoCase(answer.text)) return undefined;
  const sentences = answer.prose.map(it => ({
    words: it.words,
    acts: gathered(clausesOf(answer.text, it), clause => clause.acts),
  }));
  const isOne = sentences.some((it, at) => {
    const edge = at === 0 ? BEFELL : at === sentences.length - 1 ? FELT : undefined;
    return isOfTeller(it, edge);
  });
  if (isOne) return undefined;
  const acts = gathered(sentences, it => it.acts);
  const deeds = acts.filter(isDeed).length;
  const unsaid = acts.filter(it => it.form === 'passive').length;
  if (deeds < DEEDS || unsaid >= deeds) return undefined;
  return {
    kind: 'far-from-topic',
    reason: 'Everything in it was done by others: what you did yourself is not told.',
  };
}

const isYou = ({ text }: { text: string }): boolean => text === 'you' || text === 'your' || text === 'yours';

interface Told {
  readonly words: readonly Word[];
  readonly acts: readonly Act[];
}

/** Forms in which it is told how the teller fared: `I was made her mentor`. */
const FELT: ReadonlySet<Form> = new Set(['was', 'passive', 'progressive', 'pluperfect']);

/** And what the teller was there for: `I had to`; in the last sentence that is the lesson. */
const BEFELL: ReadonlySet<Form> = new Set([...FELT, 'must']);

/**
 * Whether the teller is in what a sentence tells. One at either end may lead over to a story of others, or draw something from
 * it (`I like the one of the fox`, `I learned that one must ...`): there only some forms put the teller into it.
 */
function isOfTeller({ words, acts }: Told, atEdge: ReadonlySet<Form> | undefined): boolean {
  if (acts.some(isOwnDeed) || words.some(it => OWN.has(it.text))) return true;
  if (!words.some(it => I.has(it.text))) return false;
  return !atEdge || acts.some(it => it.who === 'i' && atEdge.has(it.form));
}
