/** The rows on which judge and human differ most: the ones to read. */
import { type Disagreement, MOST_DISAGREEMENTS } from '../../model/calibration.ts';
import type { RowResult } from '../../model/cohort.ts';
import { withoutStop } from '../../model/prose.ts';
import { order, ranks } from './measures.ts';
import { type Sample, type Scored, spanOf } from './sample.ts';

/**
 * Each side is measured by the place that it gives a row among all rows, which asks nothing of the shape of either scale:
 * a judge that is kinder throughout, or grades that are mostly the highest, make no disagreement.
 */
export function disagreementsIn({ rows, human, judge, range }: Sample): Disagreement[] {
  if (spanOf(range) === 0) return [];
  const [ofHuman, ofJudge] = [placesIn(human), placesIn(judge)];
  const apart = (row: number) => ofJudge[row]! - ofHuman[row]!;
  const sorted = rows
    .map((_, row) => row)
    .filter(row => apart(row) !== 0)
    .sort((a, b) => Math.abs(apart(b)) - Math.abs(apart(a)) || a - b);
  return spread(sorted, rows).map(row => {
    const { id, question, prompt, human, score, answer, place, result } = rows[row]!;
    return {
      id,
      question,
      ...(prompt !== undefined && { prompt }),
      ...(place !== undefined && { place }),
      human,
      score,
      judge: range.least + judge[row]! * spanOf(range),
      places: { human: ofHuman[row]!, judge: ofJudge[row]! },
      why: whyOf(result),
      answer,
    };
  });
}

/** By row: the share of rows below it, and half of those level with it. */
function placesIn(values: Float64Array): Float64Array {
  const { of, distinct } = order(values);
  return ranks(of, distinct, new Int32Array(values.length).fill(1), new Float64Array(values.length));
}

/** Of one question so many at most: when a whole question is judged wrong, its row in the table of bias says so. */
const MOST_OF_ONE = 3;

function spread(sorted: readonly number[], rows: readonly Scored[]): number[] {
  const questions = new Set(rows.map(it => it.question)).size;
  const most = Math.max(MOST_OF_ONE, Math.ceil(MOST_DISAGREEMENTS / questions));
  const taken = new Map<string, number>();
  const kept = sorted.filter(row => {
    const { question } = rows[row]!;
    taken.set(question, (taken.get(question) ?? 0) + 1);
    return taken.get(question)! <= most;
  });
  return kept.slice(0, MOST_DISAGREEMENTS);
}

/** Flags first, for they cap the score; then what took from it, then the criteria. */
function whyOf({ flags, pitfalls, criteria }: RowResult): string[] {
  return [
    ...flags.map(it => `${it.kind}: ${it.reason}`),
    ...pitfalls.map(it => `${it.inferred ? 'perhaps ' : ''}pitfall ${it.id}: ${it.reason}`),
    ...criteria.map(({ id, score, reason, missing }) => {
      const lacking = missing.length > 0 ? ` Missing: ${missing.map(withoutStop).join('; ')}.` : '';
      return `${id} ${score ?? 'not assessed'}: ${reason}${lacking}`;
    }),
  ];
}
