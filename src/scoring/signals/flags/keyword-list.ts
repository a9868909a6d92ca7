import type { Flag } from '../../../model/score.ts';
import { isSorted } from '../../text/crossed.ts';
import { isNotes } from '../../text/notes.ts';
import type { Context } from '../context.ts';
import { namedOnly } from './named-only.ts';
import { FEW_WORDS } from './no-grammar.ts';
import { onlyTerms } from './only-terms.ts';
import { standingOf } from './standing.ts';
import { admits, percent } from './wording.ts';

/** Share of the credit that is only listed or named. Brief notes are half a list; a story is not told in one. */
const SHARE = { story: 0.5, other: 0.6 };

/** Fewer words may well be the names that were asked for. */
const LEAST_WORDS = 4;

/** Less credit in lists than this is a few words that anybody may list. */
const CREDIT = 3;

/** Lists of words that earn nothing. */
const LISTED_WORDS = 0.6;

/** An answer of empty sentences, so long that somebody could have said something, and that covers no more. */
const EMPTY_WORDS = 0.65;
const WORDS = 15;
const COVERAGE = 0.5;

/** Terms strung together, or named one after the other in sentences that say nothing about them. */
export function keywordList(context: Context): Flag | undefined {
  const flag = listIn(context);
  return flag && isSorted(context.answer, context.question.contrasts) ? undefined : flag;
}

function listIn(context: Context): Flag | undefined {
  const words = context.answer.sentences.reduce((sum, it) => sum + it.words.length, 0);
  if (words < LEAST_WORDS) return undefined;
  const terms = onlyTerms(context);
  if (terms !== undefined)
    return {
      kind: 'keyword-list',
      reason: `${percent(terms)} of it are bare terms, and nothing is said of them.`,
    };
  if (isNotes(context.answer, words)) return undefined;
  const { listed, hollow, credit, listedWords, ownWords, hollowWords } = standingOf(context);
  const isList = listedWords >= LISTED_WORDS && ownWords >= LEAST_WORDS;
  // So few words have room for a list, and for no other way of saying nothing.
  if (words < FEW_WORDS) return isList ? listOf(listedWords) : undefined;
  const share = context.submission.asked.type === 'behavioral' ? SHARE.story : SHARE.other;
  const bare = listed + hollow >= share && (listed + hollow) * credit >= CREDIT;
  if (bare && hollow > listed)
    return {
      kind: 'keyword-list',
      reason: `Its sentences name terms of the question and say nothing about them: ${percent(hollow)} of what could count stands so.`,
    };
  const empty = hollowWords >= EMPTY_WORDS && context.answer.wordCount >= WORDS;
  if (empty && (context.coverage.value ?? 0) <= COVERAGE && !admits(context))
    return { kind: 'keyword-list', reason: `${percent(hollowWords)} of it are sentences that say nothing.` };
  if (bare || isList) return listOf(Math.max(listedWords, bare ? listed : 0));
  const names = namedOnly(context);
  if (names !== undefined)
    return {
      kind: 'keyword-list',
      reason: `It names ${names} words of the question's terms and says next to nothing about them.`,
    };
  return undefined;
}

/** @param share 0 to 1. */
const listOf = (share: number): Flag => ({
  kind: 'keyword-list',
  reason: `${percent(share)} of it is a list of terms without sentences.`,
});
