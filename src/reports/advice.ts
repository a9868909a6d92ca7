/** The one thing to do next, in the words of the rubric, the outline or the hints; nothing is said of our own. */
import type { Criterion, Point } from '../model/content.ts';
import type { Review } from '../model/review.ts';
import { type AnswerScore, CHEATS, type Submission } from '../model/score.ts';
import { stemsIn } from './excerpt.ts';
import { criteriaByCost, MET } from './findings.ts';

/** From this level on nothing is wanting. */
const STRONG = 4;

/** A step of the outline must have that much in common with what is missing, or it is no step towards it. */
const AKIN = 1;

/** The most useful next step after an answer; undefined where the content has none, or nothing is wanting. */
export function adviceFor(review: Review): string | undefined {
  const { submission, score, guidance } = review;
  if (score.flags.some(it => it.kind === 'other-language')) return undefined;
  const costly = criteriaByCost(submission.rubrics, score).filter(it => it.level < STRONG);
  const taught = costly.find(it => it.level < MET)?.criterion.advice;
  const [firstStep = hintIn(guidance.hints)] = guidance.outline;
  if (isNone(review)) return firstStep ?? taught;
  if (score.flags.some(it => it.kind === 'candour')) return readUp(guidance.reading) ?? firstStep;
  if (submission.rubrics.length === 0)
    return (score.level ?? STRONG) < STRONG ? hintIn(guidance.hints) : undefined;
  const [first] = costly;
  const step =
    first && readsPoints(first.criterion)
      ? stepTowards(missingOf(review), submission, guidance.outline)
      : undefined;
  return step ?? taught;
}

function hintIn([hint]: readonly string[]): string | undefined {
  return hint && `Try again with this hint: ${hint}`;
}

function readUp([source]: readonly string[]): string | undefined {
  return source && `Read up on it, beginning with ${source.replace(/\.$/, '')}.`;
}

/** Nothing was said that could be built on. */
export function isNone({ score, outcome, submission }: Review): boolean {
  return outcome === 'skipped' || submission.answer.trim() === '' || isCheat(score);
}

export function isCheat({ flags }: AnswerScore): boolean {
  return flags.some(it => CHEATS.has(it.kind));
}

/** Whether a criterion weighs the points of the question; without a rubric nothing else is weighed. */
export function readsPoints(criterion: Criterion | undefined): boolean {
  return criterion?.signals.some(it => it.kind === 'coverage') ?? true;
}

/** What was not said or only in part, the heaviest first. */
export function missingOf({ submission, score }: Review): Point[] {
  return submission.asked.points
    .filter(point => score.points.some(it => it.id === point.id && it.status !== 'covered'))
    .toSorted((a, b) => b.weight - a.weight);
}

/** The step of the outline that leads to the first of the missing points to which any leads. */
function stepTowards(
  missing: readonly Point[],
  { asked }: Submission,
  outline: readonly string[],
): string | undefined {
  const leads = outline.map(step => ({ step, to: goalOf(step, asked.points) }));
  for (const point of missing) {
    const found = leads.find(it => it.to === point);
    if (found) return found.step;
  }
  return undefined;
}

/** The point that a step has most in common with: what leads to a point that is there already is no next step. */
function goalOf(step: string, points: readonly Point[]): Point | undefined {
  const words = stemsIn(step);
  const akin = points.map(point => ({
    point,
    value: likeness(words, stemsIn([...point.text, ...point.cues].join(' '))),
  }));
  const [best] = akin.toSorted((a, b) => b.value - a.value);
  return best && best.value >= AKIN ? best.point : undefined;
}

/** Words in common, over the root of the step's own: a long step meets everything a little. */
function likeness(step: ReadonlySet<string>, wanted: ReadonlySet<string>): number {
  return [...step].filter(it => wanted.has(it)).length / Math.sqrt(Math.max(1, step.size));
}
