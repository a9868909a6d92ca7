import type { Flag } from '../../../model/score.ts';
import { isTold, mannerOf } from '../../classifiers/manner.ts';
import { isAsked } from '../../coverage/topic.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { ramp } from '../../ramp.ts';
import type { Sentence } from '../../text/answer.ts';
import { isTableRow } from '../../text/grid.ts';
import { isHollow } from '../../text/hollow.ts';
import { placeIn } from '../../text/similarity.ts';
import { stem } from '../../text/stem.ts';
import { trait } from '../../text/traits.ts';
import { type Context, weighsTheme } from '../context.ts';
import { admits } from './wording.ts';

/** What talk about work turns on, whoever does which; words near these in meaning are words of work. */
const WORK = `job work team manager boss colleague company employer office salary career project customer client staff
  department business service product system software code data engineer`;

/** Cosine to the nearest of them from which a word has something to do with work, and from which it is nearly one of them. */
const NEAR = { from: 0.2, to: 0.4 };

/** Cosine from which a word is plainly one of work. */
const PLAIN = 0.5;

/** A shorter answer may say much in words of which few are known. */
const WORDS = 25;

/** Words of work, where speaker or listener occurs, that fifty words must have at least. */
const LEAST = 1.3;

/** So many more where none is plainly one of work: it may be another trade's, of which the words are not known. */
const OTHER_TRADE = 1.9;

/** So many more for each 1 of vagueness above 0 (manner.ts): what anybody could say must show more of whose it is. */
const VAGUE = 2;

/** Whoever writes sentences of no more words leaves himself out of them. */
const CLIPPED = 8;

const isOfPeople = trait(({ text }) =>
  /^(?:i|i'm|i've|i'd|i'll|me|my|mine|myself|we|we're|we've|we'd|we'll|us|our|ours|you|you're|you've|your|yours)$/.test(
    text,
  ),
);

/** Counting, and talk about the answer itself, orders what is said and is none of it. */
const orders = trait(({ text }) =>
  /^(?:\d+|first|firstly|second|secondly|third|thirdly|finally|next|one|two|three|four|five|six|seven|eight|nine|ten|answer|question|part|parts|point|points|structure|short|sum|example|instance)$/.test(
    text,
  ),
);

/**
 * Motives, expectations and plans are everybody's own: hardly a word of theirs can be asked for. But they are somebody's, and
 * about work. Text in which next to nothing is (another subject, the question said again, what would fit any question) may
 * be as well ordered as it likes.
 */
export function littleOfWork(context: Context): Flag | undefined {
  if (isOfOwnWork(context) !== false) return undefined;
  return {
    kind: 'far-from-topic',
    reason:
      'Beside the words of the question hardly anything in it is of you and your work: in whatever order, it would do for anybody.',
  };
}

/** Whether an answer to a question on motives is of its teller and of work; undefined where that is not asked, or nobody can tell. */
export function isOfOwnWork(context: Context): boolean | undefined {
  const { answer, candid, question } = context;
  if (!asksOfOneself(context) || answer.wordCount < WORDS) return undefined;
  if (candid.length > 0 || admits(context)) return undefined;
  const { lexicon } = question.vocabulary;
  const work = workIn(lexicon);
  if (work.length === 0) return undefined;
  const manner = mannerOf(answer, lexicon.manner());
  // Of which trade a story is tells nothing against it.
  if (isTold(manner) && context.submission.rubrics.some(weighsTheme)) return undefined;
  const { own, isPlain } = wordsOfWork(context, work);
  const least = LEAST + (isPlain ? 0 : OTHER_TRADE) + VAGUE * Math.max(0, manner?.vague ?? 0);
  return (50 * own) / answer.wordCount >= least;
}

const isYou = trait(({ text }) => /^you(?:r|rs|rself|'re|'ve|'d|'ll)?$/.test(text));

/** A whole question about the candidate that asks for no story on a theme. */
const asksOfOneself = ({ submission: { asked, rubrics }, theme, question }: Context): boolean =>
  asked.type === 'behavioral' &&
  !theme &&
  rubrics.some(it => it.criteria.length > 1) &&
  question.promptWords.some(isYou);

/**
 * Different words of work: those of speaker and listener (`own`), each by how near it is, without the question's, hollow ones
 * and those that order; and whether any is plainly of work, whoever is spoken of.
 */
function wordsOfWork(
  { answer, question }: Context,
  work: readonly number[],
): { own: number; isPlain: boolean } {
  const { lexicon } = question.vocabulary;
  const seen = new Set<string>();
  let own = 0;
  let isPlain = false;
  for (const sentence of answer.prose) {
    const isOwn = speaksOfPeople(answer.text, sentence);
    for (const word of sentence.words) {
      if (word.weight === 0 || orders(word) || seen.has(word.stem)) continue;
      seen.add(word.stem);
      const cosine = nearest(lexicon, work, word.stem);
      isPlain ||= cosine >= PLAIN;
      if (isOwn && !isHollow(word) && !isAsked(question, word)) own += ramp(cosine, NEAR.from, NEAR.to);
    }
  }
  return { own, isPlain };
}

/** A row of a table is clipped however long it is: its cells are. */
const speaksOfPeople = (text: string, sentence: Sentence): boolean =>
  sentence.words.length <= CLIPPED || isTableRow(text, sentence) || sentence.words.some(isOfPeople);

const nearest = (lexicon: Lexicon, work: readonly number[], of: string): number =>
  lexicon.near(placeIn(lexicon, of), work, NEAR.from).reduce((most, { cosine }) => Math.max(most, cosine), 0);

const remembered = new WeakMap<Lexicon, readonly number[]>();

/** Places of the words of work; none where the lexicon has no vectors. */
function workIn(lexicon: Lexicon): readonly number[] {
  const known = remembered.get(lexicon);
  if (known) return known;
  const places = WORK.split(/\s+/)
    .map(it => placeIn(lexicon, stem(it)))
    .filter(it => it >= 0);
  remembered.set(lexicon, places);
  return places;
}
