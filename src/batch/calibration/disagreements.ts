/** The rows on which judge and human differ most: the ones to read. */
import { type Disagreement, MOST_DISAGREEMENTS } from '../../model/calibration.ts';
import type { RowResult } from '../../model/cohort.ts';
import { type Sample, spanOf } from './sample.ts';

/**
 * Each side is measured by its own mean and standard deviation: a judge that is a little kinder throughout differs in
 * no row more than in others. A side that never varies is at its mean everywhere.
 */
export function disagreementsIn({ rows, human, judge, range }: Sample): Disagreement[] {
  if (spanOf(range) === 0) return [];
  const [ofHuman, ofJudge] = [standardized(human), standardized(judge)];
  const apart = Array.from(rows, (_, row) => ofJudge[row]! - ofHuman[row]!);
  const worst = rows
    .map((_, row) => row)
    .filter(row => apart[row] !== 0)
    .sort((a, b) => Math.abs(apart[b]!) - Math.abs(apart[a]!) || a - b)
    .slice(0, MOST_DISAGREEMENTS);
  return worst.map(row => {
    const { id, question, human, score, answer, place, result } = rows[row]!;
    return {
      id,
      question,
      ...(place !== undefined && { place }),
      human,
      score,
      judge: range.least + judge[row]! * spanOf(range),
      apart: apart[row]!,
      why: whyOf(result),
      answer,
    };
  });
}

function standardized(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, it) => sum + it, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, it) => sum + (it - mean) ** 2, 0) / values.length);
  return values.map(it => (deviation > 1e-12 ? (it - mean) / deviation : 0));
}

/** Flags first, for they cap the score; then what took from it, then the criteria. */
function whyOf({ flags, pitfalls, criteria }: RowResult): string[] {
  return [
    ...flags.map(it => `${it.kind}: ${it.reason}`),
    ...pitfalls.map(it => `pitfall ${it.id}: ${it.reason}`),
    ...criteria.map(({ id, score, reason, missing }) => {
      const lacking = missing.length > 0 ? ` Missing: ${missing.join('; ')}.` : '';
      return `${id} ${score ?? 'not assessed'}: ${reason}${lacking}`;
    }),
  ];
}
