/** The bar raiser weighs the whole against the bar of a level. */
import type { Condition, Debrief, DebriefQuestion, Decision, Demand, Votes } from '../../model/debrief.ts';
import type { Level } from '../../model/level.ts';
import type { Bar } from './bars.ts';
import { demandsIn } from './demands.ts';
import type { Named } from './votes.ts';

/** From this vote on somebody is inclined to hire. */
const INCLINED: Level = 3;

/** An interviewer who stands in as the bar raiser stops a hire by a strong no, and by nothing else. */
const NO_VETO: Level = 2;

/** One interviewer, with what the bar raiser needs of them once the assessments are open. */
export interface Seat {
  ballot: Named;
  votes: Votes;
  title: string;
  /** Whether the loop names this round the bar raiser's. */
  marked: boolean;
  questions: readonly DebriefQuestion[];
}

/** The whole against one bar. */
export interface Weighing {
  bar: Bar;
  /** Mean of the figures after reading, 0 to 100; null where nobody could judge. */
  whole: number | null;
  demands: Demand[];
  barRaiser: Decision['barRaiser'];
  conditions: Condition[];
}

/**
 * What a hire at this level rests on: more than half of the votes, the mean figure at the bar, a bar raiser who agrees,
 * and what the level must have. Every condition asks for at least so much of something that grows with the scores, so
 * a better answer never turns a yes into a no.
 */
export function weigh(seats: readonly Seat[], bar: Bar, rubrics: Debrief['rubrics']): Weighing {
  const voting = seats.filter(it => it.votes.figure !== null);
  const questions = seats.flatMap(it => it.questions);
  const demands = demandsIn(questions, bar, rubrics);
  if (voting.length === 0) return { bar, whole: null, demands, barRaiser: null, conditions: [] };
  const sum = voting.reduce((total, it) => total + it.votes.figure!, 0);
  const whole = Math.round((10 * sum) / voting.length) / 10;
  const raiser = barRaiserAmong(voting);
  const conditions = [
    votesCondition(voting),
    {
      id: 'whole',
      told: `The rounds together stand at ${whole}; the bar of ${nameOf(bar)} is ${bar.cuts[1]}.`,
      met: whole >= bar.cuts[1],
    },
    raiserCondition(raiser),
    ...demandConditions(demands, bar),
  ];
  const barRaiser = { round: raiser.ballot.round, marked: raiser.marked };
  return { bar, whole, demands, barRaiser, conditions };
}

/** A marked round, else any: of these the strictest, and of equals the first. */
function barRaiserAmong(voting: readonly Seat[]): Seat {
  const marked = voting.filter(it => it.marked);
  const [strictest] = (marked.length > 0 ? marked : voting).toSorted(
    (a, b) => a.votes.figure! - b.votes.figure!,
  );
  return strictest!;
}

function votesCondition(voting: readonly Seat[]): Condition {
  const inclined = voting.filter(it => it.votes.after! >= INCLINED).length;
  const told = `${inclined} of ${voting.length} vote for a hire; more than half must.`;
  return { id: 'votes', told, met: 2 * inclined > voting.length };
}

function raiserCondition({ votes, marked, title }: Seat): Condition {
  const least = marked ? INCLINED : NO_VETO;
  const met = votes.after! >= least;
  const role = marked ? 'bar raiser' : 'strictest interviewer';
  const who = title.toLowerCase() === role ? `The ${role}` : `The ${role} (${title})`;
  const word = marked ? (met ? 'agrees' : 'does not agree') : met ? 'does not object' : 'objects';
  return { id: 'bar-raiser', told: `${who} ${word}.`, met };
}

/** What nothing that was asked could show is no condition. */
function demandConditions(demands: readonly Demand[], bar: Bar): Condition[] {
  return demands.flatMap(({ id, title, wants, score }, index) => {
    const { required, bar: least } = bar.wants[index]!;
    if (!required || score === null) return [];
    const told = `${title}: ${score}; ${nameOf(bar)} wants ${least} (${wants}).`;
    return [{ id, told, met: score >= least }];
  });
}

/** What a sentence calls a bar. */
export function nameOf({ level }: Pick<Bar, 'level'>): string {
  return level === '' ? 'a level without a bar of its own' : level;
}
