/** What there is to say of an answer right after it. */
import { followUpAt } from '../model/assignment.ts';
import type { Level } from '../model/level.ts';
import type { Review } from '../model/review.ts';
import type { Judge } from '../model/score.ts';
import type { AskState, Plan } from '../model/session.ts';
import { plannedFor, submissionOf } from './submission.ts';

/** The review of the last try of an ask, beside the try before it. */
export async function reviewOf(
  plan: Plan,
  ask: AskState,
  selfLevel: Level | undefined,
  judge: Pick<Judge, 'judge'>,
): Promise<Review> {
  const [before, last] = [ask.tries.at(-2), ask.tries.at(-1)!];
  const submission = submissionOf(plan, ask, last);
  const isWarmUp = plan.rounds.some(round => round.id === ask.round && round.warmUp);
  return {
    kind: ask.kind,
    attempt: ask.tries.length,
    outcome: last.outcome,
    submission,
    score: await judge.judge(submission),
    ...(before && { before: await judge.judge(submissionOf(plan, ask, before)) }),
    ...(selfLevel !== undefined && { selfLevel }),
    counts: ask.kind !== 'probe' && !isWarmUp,
    guidance: guidanceFor(plan, ask),
  };
}

/** The hints that were taken have been heard. */
function guidanceFor(plan: Plan, ask: AskState): Review['guidance'] {
  const { outline, reading } = plannedFor(plan, ask.ref).question;
  const hints = hintsFor(plan, ask).filter(it => !ask.hints.includes(it));
  return ask.kind === 'question' ? { outline, hints, reading } : { outline: [], hints, reading: [] };
}

/** From vague to telling; a probe has none. */
export function hintsFor(plan: Plan, ask: AskState): string[] {
  const planned = plannedFor(plan, ask.ref);
  if (ask.kind === 'probe') return [];
  return ask.kind === 'follow-up' ? (followUpAt(planned, ask.key)?.hints ?? []) : planned.question.hints;
}
