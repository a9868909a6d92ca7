/** A judge's findings beside the words of the content that they name by id. */
import type { Criterion, Rubric } from '../model/content.ts';
import type { Level } from '../model/level.ts';
import {
  type AnswerScore,
  type Asked,
  type CriterionScore,
  type Evidence,
  type Flag,
  isDoubtful,
  type PointScore,
} from '../model/score.ts';

/** What is said of a point: `unsaid` where only the parts of a story speak for it. */
export type PointTold = PointScore['status'] | 'perhaps' | 'unsaid';

export interface Findings {
  criteria: { title: string; finding: CriterionScore }[];
  points: { text: string; told: PointTold; evidence: Evidence[] }[];
  pitfalls: { text: string; evidence: Evidence[]; reason: string; isInferred: boolean }[];
  flags: Flag[];
  /** Keywords that were named and not explained. */
  dropped: string[];
  /** For criteria under level 3. */
  advice: { title: string; text: string }[];
}

function toldOf(point: PointScore): PointTold {
  if (point.inferred) return 'unsaid';
  return isDoubtful(point) ? 'perhaps' : point.status;
}

/** From this level on a criterion is met: no advice. */
export const MET = 3;

/** A rubric as far as findings name it. */
export type JudgedBy = Pick<Rubric, 'id' | 'criteria'>;

/** What was found in one answer, by the texts of its question and rubrics; an unknown id stands for itself. */
export function findingsIn(asked: Asked, rubrics: readonly JudgedBy[], result: AnswerScore): Findings {
  const criteria = result.criteria.map(finding => ({ finding, known: criterionNamed(finding.id, rubrics) }));
  const textOf = (id: string) => asked.points.find(it => it.id === id)?.text[0] ?? id;
  const wrong = (id: string) => asked.pitfalls.find(it => it.id === id)?.text ?? id;
  return {
    criteria: criteria.map(({ finding, known }) => ({
      title: known?.title ?? untitled(finding.id, rubrics),
      finding,
    })),
    points: result.points.map(it => ({ text: textOf(it.id), told: toldOf(it), evidence: it.evidence })),
    pitfalls: result.pitfalls.map(({ id, evidence, reason, inferred = false }) => ({
      text: wrong(id),
      evidence,
      reason,
      isInferred: inferred,
    })),
    flags: result.flags,
    dropped: result.keywords.filter(it => it.use === 'dropped').map(it => it.term),
    advice: criteria.flatMap(({ finding, known }) =>
      known?.advice && finding.level !== null && finding.level < MET
        ? [{ title: known.title, text: known.advice }]
        : [],
    ),
  };
}

/** Without a rubric there is one finding, of the points. */
function untitled(id: string, rubrics: readonly JudgedBy[]): string {
  return rubrics.length === 0 ? 'Points' : id;
}

/** The criterion of a finding: named `criterion`, or `rubric/criterion` where a question has several rubrics. */
export function criterionNamed(name: string, rubrics: readonly JudgedBy[]): Criterion | undefined {
  const [id, rubric] = name.split('/').reverse();
  const among = rubrics.filter(it => rubric === undefined || it.id === rubric);
  return among.flatMap(it => it.criteria).find(it => it.id === id);
}

/** A criterion that was found at some level. */
export interface Weighed {
  criterion: Criterion;
  finding: CriterionScore;
  level: Level;
}

/** The criteria that have a level, those first that cost the score most. */
export function criteriaByCost(rubrics: readonly JudgedBy[], { criteria }: AnswerScore): Weighed[] {
  const weighed = criteria.flatMap(finding => {
    const criterion = criterionNamed(finding.id, rubrics);
    return criterion && finding.level !== null ? [{ criterion, finding, level: finding.level }] : [];
  });
  const lost = ({ criterion, finding }: Weighed) => criterion.weight * (100 - (finding.score ?? 0));
  return weighed.toSorted((a, b) => lost(b) - lost(a));
}
