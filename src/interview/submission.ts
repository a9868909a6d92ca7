/** What was asked and answered, as the waist wants it: looked up in the plan, never in today's content. */
import { type Assignment, assignmentOf } from '../model/assignment.ts';
import type { Submission } from '../model/score.ts';
import type { Ask, AskState, Plan, PlannedQuestion, Session, Try } from '../model/session.ts';

/** The planned main question an ask belongs to. Throws when the plan has none: then the journal is not of this plan. */
export function plannedFor(plan: Plan, ref: string): PlannedQuestion {
  for (const round of plan.rounds) {
    const found = [round.opening, ...round.questions, round.closing].find(it => it?.ref === ref);
    if (found) return found;
  }
  throw new Error(`The plan has no question ${ref}.`);
}

/** Everything a judge may know of one try. */
export function submissionOf(plan: Plan, ask: Ask, attempt: Try): Submission {
  return submitted(plan, ask, attempt, assignmentOf(plan, plannedFor(plan, ask.ref), ask));
}

/** A try as an answer to something else than what was asked. */
export function submitted(plan: Plan, ask: Ask, attempt: Try, assignment: Assignment): Submission {
  const planned = plannedFor(plan, ask.ref);
  return {
    question: ask.key,
    ...assignment,
    aliases: planned.aliases,
    answer: attempt.answer,
    seconds: attempt.seconds,
    budget: ask.budget,
    ...(ask.kind === 'question' && code(planned, attempt)),
  };
}

/** What is known of code beside its text. */
function code({ question }: PlannedQuestion, { run }: Try): Pick<Submission, 'given' | 'run'> {
  const given = question.coding?.files?.starter;
  return { ...(given !== undefined && { given }), ...(run && { run }) };
}

/** Every try of a session, in the order made. */
export function* triesOf(
  session: Session,
): Generator<{ ask: AskState; index: number; submission: Submission }> {
  for (const round of session.rounds)
    for (const ask of round.asks)
      for (const [index, attempt] of ask.tries.entries())
        yield { ask, index, submission: submissionOf(session.plan, ask, attempt) };
}
