/** Sentences that only name things: grammatical, and saying nothing about what they name. */
import type { Rubric } from '../../../model/content.ts';
import { isAsked, isCue, isOfTopic } from '../../coverage/topic.ts';
import type { Sentence } from '../../text/answer.ts';
import { isDoing, isPraise, isSpeaker, isTie, isUse } from '../../text/hollow.ts';
import { isFigure } from '../../text/language.ts';
import { type Word, wordsOf } from '../../text/tokens.ts';
import type { Context } from '../context.ts';

/** Words that an empty sentence may have that are neither the question's nor empty. */
const STRAY = 1;
const STRAY_SHARE = 0.25;

/** Words of the points beside their cues: for each word of praise so many may be names all the same. */
const CLAIMS = 2;

/** For each word that says nothing an empty sentence has at most so many that could. */
const NAMED = 5;

/** Signs and questions that say something of what is named. */
const HOLDS = /[=→>?]/;

/** Turns made of words without weight: that there is such a thing, that it is a must, that it works well. */
const EMPTY_TURN =
  /\bthere(?:'s| is| are| was| were)\b|\b(?:is|are) an? (?:absolute |real )?must\b|\bwork(?:s|ed)? (?:\w+ )?well\b/i;
const PASSIVE = /\b(?:is|are|was|were|been|be|being) (?:\w+ly |also |both |all |well )*\w+ed\b/i;

/** What the words of a sentence are, those that carry no meaning apart. */
interface Tally {
  /** Words that praise, that tell of one's own doings, and that are names of criteria. */
  praise: number;
  doing: number;
  label: number;
  /** Words of the question: names, and those that make a claim. */
  named: number;
  claim: number;
  /** All others. */
  stray: number;
}

/** Whether a sentence, lists apart, only names things: to praise or announce them, or to say that one uses them. */
export function emptiness(
  context: Context,
  sentence: Sentence,
  listed: ReadonlySet<Word>,
): 'praise' | 'doing' | undefined {
  const words = listed.size > 0 ? sentence.words.filter(it => !listed.has(it)) : sentence.words;
  if (words.some(it => isTie(it) || (isFigure(it) && !isOfTopic(context.question, it)))) return undefined;
  const { praise, doing, label, named, claim, stray } = tallyOf(context, words);
  const content = praise + doing + label + named + claim + stray;
  if (stray > Math.max(STRAY, STRAY_SHARE * content) || claim > Math.max(1, CLAIMS * praise))
    return undefined;
  const said = context.answer.text.slice(sentence.start, sentence.end);
  if (HOLDS.test(said)) return undefined;
  const announces = praise + label + (EMPTY_TURN.test(said) ? 1 : 0);
  const acts = announces > 0 || words.some(it => isSpeaker(it)) || PASSIVE.test(said);
  const empty = announces + (acts ? doing : 0);
  if (empty === 0 || named > NAMED * empty) return undefined;
  return announces > 0 ? 'praise' : 'doing';
}

function tallyOf(context: Context, words: readonly Word[]): Tally {
  const tally = { praise: 0, doing: 0, label: 0, named: 0, claim: 0, stray: 0 };
  for (const word of words) {
    if (isUse(word)) tally.doing++;
    else if (word.weight > 0) tally[kindOf(context, word)]++;
  }
  return tally;
}

function kindOf({ question, submission }: Context, word: Word): keyof Tally {
  const { stem } = word;
  if (isCue(question, word) || isAsked(question, word)) return 'named';
  if (submission.rubrics.some(it => labelsOf(it).has(stem))) return 'label';
  if (isPraise(word)) return 'praise';
  if (isDoing(word)) return 'doing';
  if (!isOfTopic(question, word)) return 'stray';
  // Beside cues other words of the points make a claim.
  return submission.asked.points.length > 0 ? 'claim' : 'named';
}

const remembered = new WeakMap<Rubric, ReadonlySet<string>>();

/** Stems of the names of the criteria: a sentence that only announces its part says nothing. */
function labelsOf(rubric: Rubric): ReadonlySet<string> {
  const known = remembered.get(rubric);
  if (known) return known;
  const made = new Set(rubric.criteria.flatMap(it => wordsOf(it.title)).map(it => it.stem));
  remembered.set(rubric, made);
  return made;
}
