/** The parts of a judgement: which criteria a model is asked about, and what each is worth by its replies. */
import type { Criterion, Pitfall, Rubric } from '../../../model/content.ts';
import { DEFAULT_CUTS } from '../../../model/level.ts';
import { isClaim } from '../../../model/pitfalls.ts';
import type { AnswerScore, CriterionScore, Submission } from '../../../model/score.ts';
import { signalOf } from '../../signals/table.ts';
import { distinct } from '../../text/evidence.ts';
import type { LevelFound, PointsFound } from './asking.ts';
import { coverageOf, middleOf, scored } from './levels.ts';
import { LIKENESS } from './prompt.ts';
import type { Told } from './telling.ts';

/** A criterion that is to be judged, with what the local judge made of it. */
export interface Part {
  /** None where there are only points, or a model answer. */
  rubric: Rubric | undefined;
  criterion: Pick<Criterion, 'title' | 'anchors' | 'signals' | 'weight'>;
  local: CriterionScore;
}

const COVERAGE: Part['criterion'] = { ...LIKENESS, signals: [{ kind: 'coverage' }], weight: 1 };

/** The parts of a judgement, in the order of the local judge's criteria. */
export function partsOf({ rubrics }: Submission, { criteria }: AnswerScore): Part[] {
  if (rubrics.length === 0) return criteria.map(local => ({ rubric: undefined, criterion: COVERAGE, local }));
  const all = rubrics.flatMap(rubric => rubric.criteria.map(criterion => ({ rubric, criterion })));
  return all.map((it, at) => ({ ...it, local: criteria[at]! }));
}

/** What no text shows, such as the time used, and what there is nothing of to judge, is as the local judge has it. */
const isLocal = ({ criterion, local }: Part): boolean =>
  local.status !== 'scored' || criterion.signals.every(it => signalOf(it.kind)?.timed);

const looksForPoints = ({ criterion }: Part): boolean => criterion.signals.some(it => it.kind === 'coverage');

/** Whether it only counts what is bad. */
export const isAbsence = ({ criterion }: Part): boolean =>
  criterion.signals.every(it => signalOf(it.kind)?.absence);

/** Whether a model is asked for its level; without a rubric the points are all that counts, where there are any. */
export const isAsked = (part: Part, { asked }: Submission): boolean =>
  !isLocal(part) && (part.rubric !== undefined || asked.points.length === 0);

/** Pitfalls that are claims; what is left out, and manners, the local judge sees as well. */
export const claimsIn = ({ asked }: Submission): Pitfall[] => asked.pitfalls.filter(isClaim);

/** A criterion by its level, by the points where it looks for them, or by the mean of both. */
export function criterionScore(
  part: Part,
  level: Told<LevelFound> | undefined,
  points: Told<PointsFound>,
  { asked }: Submission,
): CriterionScore {
  const { local, rubric } = part;
  if (isLocal(part)) return local;
  if (level && 'cause' in level) return failed(local.id, level.cause);
  const byPoints = looksForPoints(part) && asked.points.length > 0;
  if (byPoints && 'cause' in points) return failed(local.id, points.cause);
  const found = byPoints && 'found' in points ? points.found.points : [];
  const { cuts } = rubric ?? { cuts: DEFAULT_CUTS };
  const coverage = byPoints ? [100 * coverageOf(found, asked.points)] : [];
  const values = [...(level ? [middleOf(level.found.level, cuts)] : []), ...coverage];
  const evidence = distinct([...(level?.found.evidence ?? []), ...found.flatMap(it => it.evidence)]);
  const value = values.reduce((sum, it) => sum + it, 0) / values.length;
  const { score, level: reached } = scored(value, evidence, cuts, isAbsence(part));
  const missing = new Set(found.filter(it => it.status === 'missing').map(it => it.id));
  return {
    id: local.id,
    status: 'scored',
    score,
    level: reached,
    confidence: CONFIDENCE[Math.abs(reached - local.level!)]!,
    evidence,
    missing: asked.points.filter(it => missing.has(it.id)).map(it => it.text[0] ?? it.id),
    reason: [...(level ? [level.found.reason] : []), ...(byPoints ? [pointWords(found)] : [])].join(' '),
  };
}

/** By how many levels the local judge is away: there is nothing better to go by, since models are as sure of what is wrong. */
const CONFIDENCE = [0.8, 0.6, 0.4, 0.3] as const;

function pointWords(points: PointsFound['points']): string {
  const having = (status: string) => points.filter(it => it.status === status).length;
  const half = having('partial');
  return `${having('covered')} of ${points.length} points covered${half > 0 ? `, ${half} in part` : ''}.`;
}

/** A criterion that could not be judged, which is never a number. */
const failed = (id: string, cause: string): CriterionScore => ({
  id,
  status: 'error',
  score: null,
  level: null,
  confidence: 0,
  evidence: [],
  missing: [],
  reason: cause,
});
