/** Drills: the plan of a review, changed so that one thing is practised. What they score is in no trend. */
import type { FollowUp, Rubric } from '../model/content.ts';
import { InputError } from '../model/errors.ts';
import type { Plan, PlannedQuestion } from '../model/session.ts';

/** What is asked for, beside the question. */
interface Drill {
  /** Said after the prompt. */
  task: string;
  /** Seconds for an answer, at scale 1; default those of the question. */
  seconds?: number;
  /** Whether the planned follow-ups are asked: all of them, or none. */
  followUps: 'all' | 'none';
  /** Only this criterion is judged. */
  part?: string;
}

/** People speak of ninety seconds when they say how long an answer may be before somebody interrupts. */
const SHORT = 90;

const DRILLS: Readonly<Record<string, (part: string | undefined) => Drill>> = {
  'ninety-seconds': () => ({
    task: 'You have ninety seconds: the answer first, then one reason or proof.',
    seconds: SHORT,
    followUps: 'none',
  }),
  'result-only': () => ({
    task: 'Tell only how it ended: what changed, by how much, and what you learned.',
    seconds: SHORT,
    followUps: 'none',
    part: 'result',
  }),
  'follow-ups': () => ({ task: 'Every follow-up comes, whatever you say.', followUps: 'all' }),
  part: part => ({
    task: `Tell only this part: ${part}.`,
    seconds: SHORT,
    followUps: 'none',
    ...(part && { part }),
  }),
  newcomer: () => ({
    task: 'Explain it to somebody who is no engineer: no term without its meaning.',
    followUps: 'none',
  }),
};

export const DRILL_NAMES = Object.keys(DRILLS);

/** The plan as a drill. @param part the criterion of `part`. Throws InputError for a drill that there is not. */
export function drilled(plan: Plan, name: string, part?: string): Plan {
  const drillFor = Object.hasOwn(DRILLS, name) ? DRILLS[name] : undefined;
  if (!drillFor) throw new InputError(`There is no drill "${name}".`, `Drills: ${DRILL_NAMES.join(', ')}.`);
  const drill = drillFor(part);
  const judged = partOf(plan, drill.part);
  const rounds = plan.rounds.map(round => {
    const questions = round.questions
      .filter(it => drill.part === undefined || it.rubrics.some(id => judged.has(id)))
      .map(it => drilledQuestion(it, drill, plan.scale, judged));
    return { ...round, questions, budget: questions.reduce((sum, it) => sum + it.budget, 0) };
  });
  return { ...plan, drill: name, rubrics: { ...plan.rubrics, ...Object.fromEntries(judged) }, rounds };
}

/** The rubrics that have the criterion, each with nothing else. */
function partOf({ rubrics }: Plan, part: string | undefined): Map<string, Rubric> {
  if (part === undefined) return new Map();
  return new Map(
    Object.entries(rubrics).flatMap(([id, rubric]) => {
      const criteria = rubric.criteria.filter(it => it.id === part);
      return criteria.length > 0 ? [[id, { ...rubric, criteria }] as const] : [];
    }),
  );
}

function drilledQuestion(
  planned: PlannedQuestion,
  { task, seconds, followUps, part }: Drill,
  scale: number,
  judged: ReadonlyMap<string, Rubric>,
): PlannedQuestion {
  const { question, rubrics, budget } = planned;
  return {
    ...planned,
    budget: seconds === undefined ? budget : seconds * scale,
    rubrics: part === undefined ? rubrics : rubrics.filter(id => judged.has(id)),
    question: {
      ...question,
      prompt: `${question.prompt.trimEnd()}\n\n${task}`,
      followUps: followUps === 'all' ? question.followUps.map(always) : [],
    },
  };
}

const always = (it: FollowUp): FollowUp => ({ ...it, when: 'always', followUps: it.followUps.map(always) });
