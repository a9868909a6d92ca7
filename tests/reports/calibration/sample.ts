/** A calibration with something to say in each of its parts. */
import type { Calibration, Graded } from '../../../src/model/calibration.ts';
import { calibrated, madeRows, resultOf, row } from '../../batch/calibration/rows.ts';

export const RANGE: [number, number] = [0, 4];

/**
 * Two humans, groups, a question judged too harshly, one row that is turned round, some that have no score.
 * @param wrap done to every text that an author or a candidate wrote.
 */
export function told(wrap = (text: string) => text): { calibration: Calibration; rows: Graded[] } {
  const more = ({ at, words }: { at: number; words: number }) =>
    (at % 12 === 5 ? -35 : 0) + (words > 150 ? 10 : 0);
  const rows = madeRows({ rows: 240, questions: 12, more }).map((it, at) => ({
    ...it,
    question: wrap(it.question),
    group: wrap(at % 2 ? 'north' : 'south'),
    human2: Math.min(4, Math.max(0, it.human! + (at % 4 === 0 ? 1 : 0))),
  }));
  const result = resultOf(97, {
    criteria: [
      {
        id: 'coverage',
        status: 'scored',
        score: 97,
        level: 4,
        confidence: 1,
        evidence: [],
        missing: [wrap('the cost.'), wrap('the price')],
        reason: wrap('1 of 2 points.'),
      },
    ],
  });
  const odd = row({
    id: wrap('odd'),
    question: wrap('bank/q3'),
    human: 0,
    score: 97,
    answer: wrap('It is the opposite of what is true.'),
    result,
  });
  const none = row({
    id: 'none',
    score: null,
    result: resultOf(null, { cause: wrap('The answer is empty.') }),
    place: 'graded.jsonl:242',
  });
  const all = [...rows, odd, none, row({ id: 'ungraded', human: null })];
  return { calibration: calibrated(all, { range: RANGE, fit: true, failUnder: 0.9 }), rows: all };
}
