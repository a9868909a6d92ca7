/** Whether a sentence tells anything, or only names the parts of a story and says the question again. */
import type { Answer, Sentence } from '../text/answer.ts';
import { remembering } from '../text/remembering.ts';
import { stem } from '../text/stem.ts';
import { type Word, wordsOf } from '../text/tokens.ts';
import { type Context, sentencesOf } from './context.ts';
import { labelOf } from './labels.ts';

/** Weight of new words at which a sentence tells enough to count in full. */
const ENOUGH = 2;

/** Names of the parts of a story, and what can be said of any; as stems. Our own list. */
const OF_ANY_STORY = new Set(
  `situation task action result outcome learning lesson background context story goal target step challenge example
  problem issue solution success successful positive negative great good excellent perfect important valuable appropriate
  professional manner commitment ownership decisive handle solve resolve deal achieve complete happy satisfied aligned
  everyone nobody somebody time way thing tell told happen successfully necessary order well fine nice bad took act acted went`
    .split(/\s+/)
    .map(stem),
);

const REMEMBERED = 1_000;
const LONGEST = 10_000;

/** The stems of a question. */
export const stemsOf = remembering<ReadonlySet<string>>(
  prompt => new Set(wordsOf(prompt).map(it => it.stem)),
  REMEMBERED,
  LONGEST,
);

/**
 * Words that only announce a part; what they announce has to follow. Not their stems: `I learned to ask` and `it resulted in
 * a strike` tell already.
 */
const ANNOUNCING = new Set(
  'situation task action result outcome learning'.split(' ').flatMap(it => [it, `${it}s`]),
);

/** Endings of words for what cannot be seen: half as telling. */
const ABSTRACT = /(?:tion|sion|ment|ness|ity|ance|ence|ship|ism|ful|ive|ous|ial|iate)s?$/;

/** 0 when hardly a word says anything beyond what was asked, 1 when enough of them do. */
export function tells(words: readonly Word[], asked: ReadonlySet<string>): number {
  const fresh = new Map<string, number>();
  for (const { text, stem, weight } of words)
    if (!asked.has(stem) && !OF_ANY_STORY.has(stem))
      fresh.set(stem, ABSTRACT.test(text) ? weight / 2 : weight);
  let sum = 0;
  for (const weight of fresh.values()) sum += weight;
  const enough = words.some(it => ANNOUNCING.has(it.text)) ? 2 * ENOUGH : ENOUGH;
  return sum < enough / 2 ? 0 : Math.min(1, sum / enough);
}

/** The sentences of a role that tell something, or of the whole answer when no role is given. */
export function tellingOf(context: Context, within: string | undefined): readonly Sentence[] {
  const sentences = sentencesOf(context, { within });
  return within === undefined ? sentences : tellingAmong(context, sentences);
}

/** Those of some sentences that tell something. */
export function tellingAmong(
  { answer, submission }: Context,
  sentences: readonly Sentence[],
): readonly Sentence[] {
  const asked = stemsOf(submission.asked.prompt);
  return sentences.filter(it => tells(spokenIn(answer, it), asked) > 0);
}

/** The words of a sentence without the name of the part, or its letter, in front: what it announces comes right behind. */
export function spokenIn(answer: Answer, sentence: Sentence): readonly Word[] {
  const first = sentence.words[0]?.text ?? '';
  const label = ANNOUNCING.has(first) || first.length === 1 ? labelOf(answer, sentence) : undefined;
  return label === undefined ? sentence.words : sentence.words.slice(1);
}
