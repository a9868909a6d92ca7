/** What every report says of votes, outcome and exercises, in the same words: plain text, not yet escaped. */

import {
  type Debrief,
  type Decision,
  type Demand,
  type Exercise,
  type Ground,
  type Habit,
  VOTE_NAMES,
  type Votes,
} from '../model/debrief.ts';
import type { Level } from '../model/level.ts';
import { withoutStop } from '../model/prose.ts';

/** Said wherever an outcome is told. */
export const NOT_THEIR_RUBRIC =
  "Votes and outcome follow fixed rules of our own, modelled on public accounts of such loops. They are no employer's rubric, and nobody has measured them against real decisions.";

/** `Hire at L5`, `No hire at L4`: the outcome against the level that was interviewed for. */
export function verdictWord({ verdict, hiredAt, bar }: Decision): string {
  const at = bar.level === '' ? '' : ` at ${bar.level}`;
  if (verdict === 'hire') return `Hire${at}`;
  if (verdict === 'hire-one-level-lower') return `Hire one level lower, at ${hiredAt}`;
  return verdict === 'no-hire' ? `No hire${at}` : 'Not enough to decide';
}

/** `the bar of L5`, or what a bar is that belongs to no level. */
export function barName({ level }: Decision['bar']): string {
  return level === '' ? 'the bar' : `the bar of ${level}`;
}

/** `hire`; of somebody who had nothing to judge, `no vote`. */
export function voteWord(vote: Level | null): string {
  return vote === null ? 'no vote' : VOTE_NAMES[vote];
}

/** `hire, unchanged`, or `no hire → hire` for a vote that moved. */
export function votesWord({ before, after }: Pick<Votes, 'before' | 'after'>): string {
  if (before === null || before === after)
    return after === null ? 'no vote' : `${voteWord(after)}, unchanged`;
  return `${voteWord(before)} → ${voteWord(after)}`;
}

/** `45 wanted`; what nothing that was asked could show is not held against anybody. */
export function wantedWord({ score, bar }: Demand): string {
  return score === null ? 'not asked' : `${bar} wanted`;
}

/** What the quote that shows it falls short of, `(told without a figure)`; empty where it is all that is wanted. */
export function shortfallWord({ wants }: Demand, { told }: Ground): string {
  return told === wants ? '' : `(${told})`;
}

/** Whether it was seen as the level wants it; undefined where nothing that was asked could show it. */
export function isMet({ score, bar }: Demand): boolean | undefined {
  return score === null ? undefined : score >= bar;
}

/** What is told of a point that was there needs no word: that it stands here says it. */
const COVERED = 'covered';
const MISSING = 'missing';

/** `Result: a concrete outcome`, `Not said: a lock is held`, for the middle of a line and without a full stop. */
export function groundWord({ about, told }: Ground): string {
  const what = withoutStop(about);
  const how = withoutStop(told);
  if (how === COVERED || how === what || how === '') return what;
  if (how === MISSING) return `Not said: ${what}`;
  return /[?!]$/.test(what) ? `${what} (${how})` : `${what}: ${how}`;
}

/** `Results without numbers, in 3 of 4 answers`. */
export function habitWord({ title, answers, of, before }: Habit): string {
  const now = `${title}, in ${answers} of ${of} answers`;
  return before ? `${now}; it came back in ${before.interviews} of ${before.of} interviews before, too` : now;
}

/** The command that asks a question again, with the content that has it; undefined where it is none of a bank. */
export function exerciseCommand({ question, content = [] }: Exercise): string | undefined {
  if (question === null) return undefined;
  const places = content.map(it => ` --content ${it.replace(SPECIAL, '\\$&')}`);
  return `mockloop practice --question ${question}${places.join('')}`;
}

/** What a shell does not take as it stands. */
const SPECIAL = /[\s"'`$&|;<>()*?[\]{}!#]/g;

/** What to have an answer ready to; undefined where the content has nothing. */
export function probeWord({ probe }: Exercise): string | undefined {
  return probe === null ? undefined : `Be ready for: ${probe}`;
}

/** The title of a round by its id. */
export function roundTitle({ rounds }: Pick<Debrief, 'rounds'>, id: string): string {
  return rounds.find(it => it.id === id)?.title ?? id;
}

/** Who weighed the whole; undefined where nobody could. */
export function raiserWord(debrief: Debrief): string | undefined {
  const raiser = debrief.outcome?.barRaiser;
  if (!raiser) return undefined;
  const title = roundTitle(debrief, raiser.round);
  const isNamedSo = title.toLowerCase() === 'bar raiser';
  return raiser.marked
    ? isNamedSo
      ? 'The bar raiser weighed the whole.'
      : `Bar raiser: ${title}.`
    : `No round is the bar raiser's, so the strictest weighed the whole: ${title}.`;
}
