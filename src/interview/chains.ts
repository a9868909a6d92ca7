/** How deep the questions below a main answer went, and how each line of them ended. */
import { probed } from '../model/assignment.ts';
import type { Chain, ChainEnd, Plan, PlannedQuestion, RoundState, Session } from '../model/session.ts';
import { furtherAsk } from './dig.ts';
import { type Heard, hear, spoke, wrongClaims } from './heard.ts';

/** So much of what was asked for is an answer. */
const ANSWERED = 0.5;

/** The chains of a main question that is done with; one of a single layer where nothing followed. */
export function chainsOf(session: Session, planned: PlannedQuestion, round: RoundState): Chain[] {
  const { plan } = session;
  const thread = round.asks.filter(ask => ask.ref === planned.ref);
  const { heard } = hear(plan, planned, thread);
  const last = heard.at(-1);
  if (!last) return [];
  const starts = heard.flatMap(({ ask }, at) => (ask.depth === 1 ? [at] : []));
  const lines = starts.length > 0 ? starts.map((at, index) => heard.slice(at, starts[index + 1])) : [heard];
  // Whatever goes deeper from the last answer was left out for want of time.
  const cut = (furtherAsk(session, planned, round)?.depth ?? 0) > last.ask.depth;
  return lines.map(line => {
    const end = endOf(plan, planned, line.at(-1)!);
    return {
      key: line[0]!.ask.key,
      layers: 1 + Math.max(...line.map(it => it.ask.depth)),
      end: cut && line.at(-1) === last && (end === 'answered' || end === 'open') ? 'out-of-time' : end,
    };
  });
}

function endOf(plan: Plan, planned: PlannedQuestion, it: Heard): ChainEnd {
  if (it.ask.tries.at(-1)?.outcome === 'time-up') return 'out-of-time';
  if (!spoke(it.ask)) return 'skipped';
  if (wrongClaims(planned, it).length > 0) return 'wrong';
  if (it.admits || probed(plan, planned, it.ask)?.probe?.when === 'admitted') return 'admitted';
  return isAnswered(it) ? 'answered' : 'open';
}

function isAnswered({ ask, own, adds, worth }: Heard): boolean {
  if (ask.kind === 'question') return worth >= ANSWERED;
  if (ask.kind === 'follow-up') return (own.coverage.value ?? 1) >= ANSWERED;
  if (ask.aim?.point !== undefined) return own.points.some(it => it.status !== 'missing');
  const [aimed] = own.criteria;
  return ask.aim?.signal === undefined ? adds : (aimed?.value ?? 0) >= ANSWERED;
}
