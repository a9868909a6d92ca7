/** The interview that conduct's tests hold: two rounds, a question with a follow-up, a closing. */
import type { Candidate } from '../../src/interview/candidate.ts';
import { conduct } from '../../src/interview/conduct.ts';
import type { Mode } from '../../src/model/session.ts';
import { followUp, planned, plannedRound, question } from '../reports/building.ts';
import { closingOf, fold, judge, memory, planOf, ticking } from './world.ts';

const gc = question('gc', { hints: ['Colours.'], followUps: [followUp('pause', { hints: ['Short.'] })] });
const rounds = [
  plannedRound('one', { questions: [planned('go/gc', gc, [])], closing: closingOf('one', 5) }),
  plannedRound('two', { questions: [planned('go/map', question('map'), [])] }),
];
export const planIn = (mode: Mode) => planOf(rounds, { mode, breakSeconds: 600 });

export function hold(
  candidate: Candidate,
  {
    mode = 'real',
    keeper = memory(),
    session = fold(planIn(mode)),
  }: Partial<{
    mode: Mode;
    keeper: ReturnType<typeof memory>;
    session: ReturnType<typeof fold>;
  }> = {},
) {
  return conduct(session, { candidate, keeper, judge, now: ticking() });
}
