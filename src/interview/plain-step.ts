import type { Session } from '../model/session.ts';
import type { Step } from './next.ts';

/**
 * The next step where no answer needs to be read for it: a round begins, or what was asked still waits. The same as
 * `nextStep` would say, or undefined.
 */
export function plainStep({ plan, rounds }: Session): Step | undefined {
  const index = rounds.findIndex(round => round.state !== 'ended');
  const round = rounds[index];
  if (!round) return undefined;
  const last = round.asks.at(-1);
  if (round.state === 'running') return last?.open ? { do: 'await', ask: last } : undefined;
  if (index > 0) return undefined;
  const first = plan.rounds[0]!;
  return { do: 'start-round', round: first, number: first.warmUp ? 0 : 1 };
}
