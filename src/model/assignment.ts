/** By what an ask is judged: which points and which criteria belong to a question, a follow-up, a probe. */
import type { Criterion, FollowUp, Probe, Rubric } from './content.ts';
import type { Asked } from './score.ts';
import type { Ask, Plan, PlannedQuestion } from './session.ts';

/** A follow-up of a question at any depth. */
export function followUpNamed(among: readonly FollowUp[], id: string): FollowUp | undefined {
  for (const followUp of among) {
    const found = followUp.id === id ? followUp : followUpNamed(followUp.followUps, id);
    if (found) return found;
  }
  return undefined;
}

/** The planned follow-up that a key names; undefined for every other key. */
export function followUpAt({ ref, question }: PlannedQuestion, key: string): FollowUp | undefined {
  return followUpNamed(question.followUps, key.slice(ref.length + 1));
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

/** A step of the question's outline asked as a probe; no id has a dot, so no probe of a rubric is named like it. */
export const outlineProbe = (step: number) => `outline.${step + 1}`;

/** The criterion that a probe asks about, and the rubric's own probe where it is one. */
export function probed(
  plan: Plan,
  { rubrics }: PlannedQuestion,
  { key, ref }: Pick<Ask, 'key' | 'ref'>,
): { about: NamedCriterion; probe: Probe | undefined } | undefined {
  const about = criteriaOf(plan, rubrics).find(it => key.startsWith(probeKey(ref, it.name, '')));
  if (!about) return undefined;
  const id = key.slice(probeKey(ref, about.name, '').length);
  return { about, probe: about.criterion.probes.find(it => it.id === id) };
}

export interface Assignment {
  asked: Asked;
  rubrics: Rubric[];
}

/**
 * A main question is judged by its rubrics, a follow-up by its own points, a probe by what it is after. Throws when the
 * plan has no such follow-up.
 */
export function assignmentOf(plan: Plan, planned: PlannedQuestion, ask: Ask): Assignment {
  if (ask.kind === 'follow-up') return { asked: askedFollowUp(planned, ask.key), rubrics: [] };
  if (ask.kind === 'probe') return probeAssignment(plan, planned, ask);
  return wholeAssignment(plan, planned);
}

/** What a full answer to the main question is judged by. */
export function wholeAssignment(plan: Plan, planned: PlannedQuestion): Assignment {
  return { asked: planned.question, rubrics: planned.rubrics.map(id => plan.rubrics[id]!) };
}

function askedFollowUp(planned: PlannedQuestion, key: string): FollowUp & Asked {
  const followUp = followUpAt(planned, key);
  if (!followUp) throw new Error(`The plan has no follow-up ${key}.`);
  return { ...followUp, type: planned.question.type };
}

function probeAssignment(plan: Plan, planned: PlannedQuestion, ask: Ask): Assignment {
  const asked: Asked = {
    prompt: ask.meant ?? ask.prompt,
    points: [],
    pitfalls: [],
    answer: [],
    type: planned.question.type,
  };
  const { about, probe } = probed(plan, planned, ask) ?? {};
  if (!about) return { asked, rubrics: [] };
  if (ask.aim?.point !== undefined)
    return { asked: { ...asked, points: aimedAt(planned, ask) }, rubrics: [] };
  // Another story is a whole answer to the same question.
  if (probe?.when === 'told-before') return wholeAssignment(plan, planned);
  // Neither a second thought nor a way to find out is what the criterion looks for.
  if (probe?.when === 'pitfall' || probe?.when === 'admitted') return { asked, rubrics: [] };
  return { asked, rubrics: [{ ...about.rubric, criteria: [narrowed(about.criterion, ask.aim?.signal)] }] };
}

/** The point that a probe is after, of the main question or of the follow-up that lacked it. */
function aimedAt(planned: PlannedQuestion, { aim, ref }: Ask) {
  const { points } = aim!.of === ref ? planned.question : askedFollowUp(planned, aim!.of);
  return points.filter(it => it.id === aim!.point);
}

/** What was asked for outright may stand anywhere in the answer: all of it plays the part that was asked for. */
function narrowed(criterion: Criterion, kind: string | undefined): Criterion {
  if (kind === undefined) return criterion;
  const signals = criterion.signals
    .filter(it => it.kind === kind)
    .map(({ within: _within, ...spec }) => spec as (typeof criterion.signals)[number]);
  return { ...criterion, signals };
}
