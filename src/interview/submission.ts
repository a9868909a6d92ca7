/** What was asked and answered, as the waist wants it: looked up in the plan, never in today's content. */
import type { Criterion, FollowUp, Rubric } from '../model/content.ts';
import type { Asked, Submission } from '../model/score.ts';
import type { Ask, AskState, Plan, PlannedQuestion, Session, Try } from '../model/session.ts';

/** The planned main question an ask belongs to. Throws when the plan has none: then the journal is not of this plan. */
export function plannedFor(plan: Plan, ref: string): PlannedQuestion {
  for (const round of plan.rounds) {
    const found = round.questions.find(it => it.ref === ref);
    if (found) return found;
    if (round.closing?.ref === ref) return round.closing;
  }
  throw new Error(`The plan has no question ${ref}.`);
}

/** A follow-up of a question at any depth. */
export function followUpNamed(among: readonly FollowUp[], id: string): FollowUp | undefined {
  for (const followUp of among) {
    const found = followUp.id === id ? followUp : followUpNamed(followUp.followUps, id);
    if (found) return found;
  }
  return undefined;
}

/** A criterion under its name in scores: `criterion`, or `rubric/criterion` where a question has several rubrics. */
export interface NamedCriterion {
  name: string;
  rubric: Rubric;
  criterion: Criterion;
}

export function criteriaOf(plan: Plan, rubricIds: readonly string[]): NamedCriterion[] {
  return rubricIds.flatMap(id => {
    const rubric = plan.rubrics[id]!;
    return rubric.criteria.map(criterion => ({
      name: rubricIds.length > 1 ? `${id}/${criterion.id}` : criterion.id,
      rubric,
      criterion,
    }));
  });
}

export const probeKey = (ref: string, criterion: string, probe: string) => `${ref}/?${criterion}.${probe}`;

/** Everything a judge may know of one try. */
export function submissionOf(plan: Plan, ask: Ask, attempt: Try): Submission {
  const planned = plannedFor(plan, ask.ref);
  return {
    question: ask.key,
    ...assignment(plan, planned, ask),
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

/**
 * Which points and criteria apply: a main question by its rubrics, a follow-up by its own points, a probe by the
 * one criterion that it asks about.
 */
function assignment(plan: Plan, planned: PlannedQuestion, ask: Ask): { asked: Asked; rubrics: Rubric[] } {
  const { type } = planned.question;
  if (ask.kind === 'follow-up') {
    const followUp = followUpNamed(planned.question.followUps, ask.key.slice(ask.ref.length + 1));
    if (!followUp) throw new Error(`The plan has no follow-up ${ask.key}.`);
    return { asked: { ...followUp, type }, rubrics: [] };
  }
  if (ask.kind === 'probe') {
    const about = criteriaOf(plan, planned.rubrics).find(it =>
      ask.key.startsWith(probeKey(ask.ref, it.name, '')),
    );
    const asked = { prompt: ask.prompt, points: [], pitfalls: [], answer: [], type };
    return { asked, rubrics: about ? [{ ...about.rubric, criteria: [about.criterion] }] : [] };
  }
  return { asked: planned.question, rubrics: planned.rubrics.map(id => plan.rubrics[id]!) };
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
