/** The second vote: everybody has read what the others wrote. */
import type { Votes } from '../../model/debrief.ts';
import { levelOf } from '../../model/level.ts';
import type { Ballot } from './assess.ts';
import type { Bar } from './bars.ts';

/** What the others count in one's second figure; the own round has the rest, for one saw it with one's own eyes. */
const OTHERS = 0.25;

/** So many grounds tell what moved a vote. */
const MOST = 2;

/** A ballot with the id of the round that it is about. */
export interface Named extends Ballot {
  round: string;
}

/**
 * Votes before and after reading, in the order of the ballots. The second figure is three quarters of the own one and a
 * quarter of the mean of the others, so no vote falls because some answer was better. Who had nothing to judge does not
 * vote; who is alone stays with what they have.
 */
export function votesOf(ballots: readonly Named[], { cuts }: Bar): Votes[] {
  return ballots.map(own => {
    const { figure } = own.assessment;
    if (figure === null) return { before: null, after: null, figure: null, moved: [] };
    const others = ballots.filter(it => it !== own && it.assessment.figure !== null);
    const sum = others.reduce((total, it) => total + it.assessment.figure!, 0);
    const read = others.length === 0 ? figure : (1 - OTHERS) * figure + (OTHERS * sum) / others.length;
    const second = Math.round(read * 10) / 10;
    const after = levelOf(second, cuts);
    return { before: own.vote, after, figure: second, moved: movedBy(after - (own.vote ?? after), others) };
  });
}

/** The heaviest grounds of the round that stands furthest in that direction. */
function movedBy(by: number, others: readonly Named[]): Votes['moved'] {
  if (by === 0) return [];
  const [furthest] = others.toSorted((a, b) => Math.sign(by) * (b.assessment.figure! - a.assessment.figure!));
  const { round, assessment } = furthest!;
  const grounds = by > 0 ? assessment.for : assessment.against;
  return grounds.slice(0, MOST).map(it => ({ ...it, round }));
}
