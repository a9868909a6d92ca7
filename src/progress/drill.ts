/** Drills: the plan of a review, changed so that one thing is practised. What they score is in no trend. */
import type { FollowUp, Library, Rubric } from '../model/content.ts';
import { InputError } from '../model/errors.ts';
import { rubricsFor, type Shelved } from '../model/library.ts';
import type { Plan, PlannedQuestion } from '../model/session.ts';

/** What is asked for, beside the question. */
interface Drill {
  /** Said after the prompt. */
  task: string;
  /** Seconds for an answer, at scale 1; default those of the question. */
  seconds?: number;
  /** What follows an answer: all that is planned, or nothing. */
  further: NonNullable<Plan['further']>;
  /** Only this criterion is judged. */
  part?: string;
}

/** People speak of ninety seconds when they say how long an answer may be before somebody interrupts. */
const SHORT = 90;

const DRILLS: Readonly<Record<string, (part: string | undefined) => Drill>> = {
  'ninety-seconds': () => ({
    task: 'You have ninety seconds: the answer first, then one reason or proof.',
    seconds: SHORT,
    further: 'nothing',
  }),
  'result-only': () => ({
    task: 'Tell only how it ended: what changed, by how much, and what you learned.',
    seconds: SHORT,
    further: 'nothing',
    part: 'result',
  }),
  'follow-ups': () => ({ task: 'Every follow-up comes, whatever you say.', further: 'all' }),
  part: part => ({
    task: `Tell only this part: ${part}.`,
    seconds: SHORT,
    further: 'nothing',
    ...(part && { part }),
  }),
  newcomer: () => ({
    task: 'Explain it to somebody who is no engineer: no term without its meaning.',
    further: 'nothing',
  }),
};

export const DRILL_NAMES = Object.keys(DRILLS);

/** Throws InputError for a drill that there is not. */
function drillNamed(name: string, part: string | undefined): Drill {
  const drillFor = Object.hasOwn(DRILLS, name) ? DRILLS[name] : undefined;
  if (!drillFor) throw new InputError(`There is no drill "${name}".`, `Drills: ${DRILL_NAMES.join(', ')}.`);
  return drillFor(part);
}

/**
 * Whether the drill can be done with a question: nobody writes code in ninety seconds, or for a newcomer; where nothing is
 * planned, nothing follows; and a part that its rubrics do not have cannot be judged. Throws InputError for a drill that
 * there is not.
 */
export function suits(name: string, part: string | undefined, library: Library): (it: Shelved) => boolean {
  const drill = drillNamed(name, part);
  return ({ question }) => {
    if (drill.further === 'all') return question.followUps.length > 0;
    return (
      question.type !== 'coding' && (drill.part === undefined || partsFor(library, question).has(drill.part))
    );
  };
}

/** The criteria by which a question is judged. */
export function partsFor(library: Library, question: Shelved['question']): Set<string> {
  const rubrics = rubricsFor(library, question).flatMap(id => library.rubrics.get(id) ?? []);
  return new Set(rubrics.flatMap(it => it.criteria.map(({ id }) => id)));
}

/** The plan as a drill. @param part the criterion of `part`. Throws InputError for a drill that there is not. */
export function drilled(plan: Plan, name: string, part?: string): Plan {
  const drill = drillNamed(name, part);
  const judged = partOf(plan, drill.part);
  const rounds = plan.rounds.map(round => {
    const questions = round.questions.map(it => drilledQuestion(it, drill, plan.scale, judged));
    return { ...round, questions, budget: questions.reduce((sum, it) => sum + it.budget, 0) };
  });
  return {
    ...plan,
    drill: name,
    further: drill.further,
    rubrics: { ...plan.rubrics, ...Object.fromEntries(judged) },
    rounds,
  };
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
  { task, seconds, further, part }: Drill,
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
      followUps: further === 'all' ? question.followUps.map(always) : [],
      // Whoever does as told leaves out what belongs to the other parts.
      ...(part !== undefined && { pitfalls: question.pitfalls.filter(it => !it.absent), keywords: [] }),
    },
  };
}

const always = (it: FollowUp): FollowUp => ({ ...it, when: 'always', followUps: it.followUps.map(always) });
