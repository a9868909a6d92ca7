/** The end of a loop: sealed assessments, a second vote with all of them read, and a decision. */
import type { Assessment, Condition, Debrief, Decision, Votes } from '../../model/debrief.ts';
import { countedIn } from '../standing.ts';
import { assess, type Ballot, type OwnRound } from './assess.ts';
import { ballotBox } from './ballot-box.ts';
import { type Bar, barBelow, barFor } from './bars.ts';
import { nameOf, type Seat, type Weighing, weigh } from './decide.ts';
import { votesOf } from './votes.ts';

/** Raised when a rule of the debrief changes what follows from the same scores. */
export const DEBRIEF_VERSION = '1';

/** Interviewers who could judge, at the least. */
const FEWEST = 2;

/** Share of the planned main questions that must have been asked and judged. */
const SHARE = 0.5;

/** A round that was held, as it goes into the debrief. */
export interface HeldRound extends OwnRound {
  id: string;
  title: string;
  barRaiser: boolean;
  /** Main questions that the round had planned. */
  planned: number;
}

export interface Conferred {
  rounds: { assessment: Assessment; votes: Votes }[];
  decision: Decision;
}

/**
 * The debrief of the rounds of a loop, in their order, for the level that was interviewed for. A pure function of what
 * the answers scored; a better answer, all else being equal, never worsens what comes of it.
 */
export function confer(rounds: readonly HeldRound[], level: string, rubrics: Debrief['rubrics']): Conferred {
  const bar = barFor(level);
  const here = held(rounds, bar, rubrics);
  const told = here.seats.map(it => ({ assessment: it.ballot.assessment, votes: it.votes }));
  return { rounds: told, decision: decide(rounds, here, rubrics) };
}

/** One vote at one bar: everybody posts, the box is opened, everybody votes again. */
function held(rounds: readonly HeldRound[], bar: Bar, rubrics: Debrief['rubrics']) {
  const box = ballotBox<Ballot>(rounds.length);
  for (const [seat, own] of rounds.entries()) box.post(seat, assess(own, bar));
  const ballots = box.open().map((ballot, seat) => ({ ...ballot, round: rounds[seat]!.id }));
  const votes = votesOf(ballots, bar);
  const seats = rounds.map(({ title, barRaiser, questions }, seat): Seat => {
    return { ballot: ballots[seat]!, votes: votes[seat]!, title, marked: barRaiser, questions };
  });
  return { seats, weighing: weigh(seats, bar, rubrics) };
}

const unmet = (conditions: readonly Condition[]) => conditions.filter(it => !it.met);

function decide(
  rounds: readonly HeldRound[],
  { seats, weighing }: { seats: readonly Seat[]; weighing: Weighing },
  rubrics: Debrief['rubrics'],
): Decision {
  const { bar, whole, demands, barRaiser, conditions } = weighing;
  const whatLacks = tooLittle(rounds, seats);
  const below = whatLacks === undefined && unmet(conditions).length > 0 ? barBelow(bar) : undefined;
  const lower = below && held(rounds, below, rubrics).weighing;
  return {
    ...(whatLacks === undefined
      ? verdictOf(weighing, lower)
      : { verdict: 'undecided', hiredAt: null, why: whatLacks }),
    barRaiser,
    bar: told(bar),
    whole,
    demands,
    conditions,
    lower: lower ? { bar: told(lower.bar), conditions: lower.conditions } : null,
  };
}

const told = ({ level, below, cuts }: Bar): Decision['bar'] => ({ level, below, cuts });

/** Why there is too little to decide by; how good the answers were plays no part in it. */
function tooLittle(rounds: readonly HeldRound[], seats: readonly Seat[]): string | undefined {
  const judging = seats.filter(it => it.votes.figure !== null).length;
  if (judging < FEWEST)
    return `Too little to decide: ${judging} of ${seats.length} interviewers had something to judge, and a debrief wants ${FEWEST}.`;
  const planned = rounds.reduce((sum, it) => sum + it.planned, 0);
  const judged = countedIn(rounds.flatMap(it => it.questions)).filter(
    it => it.question.kind === 'question',
  ).length;
  return judged < SHARE * planned
    ? `Too little to decide: ${judged} of ${planned} questions were asked and could be judged, and a debrief wants half.`
    : undefined;
}

/** Told by the first condition that is not met; the rest is in the conditions. */
function verdictOf(
  { bar, conditions }: Weighing,
  lower: Weighing | undefined,
): Pick<Decision, 'verdict' | 'hiredAt' | 'why'> {
  const [missing] = unmet(conditions);
  if (!missing) {
    const [votes, whole] = conditions;
    return {
      verdict: 'hire',
      hiredAt: bar.level,
      why: `${votes!.told} ${whole!.told} Nothing is in the way.`,
    };
  }
  const notHere = `Not at ${nameOf(bar)}: ${missing.told}`;
  if (!lower) {
    const end = bar.level === '' ? 'No lower level is known.' : `There is no level below ${bar.level}.`;
    return { verdict: 'no-hire', hiredAt: null, why: `${notHere} ${end}` };
  }
  const [stillMissing] = unmet(lower.conditions);
  const there = nameOf(lower.bar);
  return stillMissing
    ? { verdict: 'no-hire', hiredAt: null, why: `${notHere} Nor at ${there}: ${stillMissing.told}` }
    : {
        verdict: 'hire-one-level-lower',
        hiredAt: lower.bar.level,
        why: `${notHere} At ${there} nothing is in the way.`,
      };
}
