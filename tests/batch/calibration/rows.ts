/** Graded rows made by a seed, as a batch would hand them on. */

import { calibrate, type Options } from '../../../src/batch/calibration/calibrate.ts';
import { seededRandom } from '../../../src/interview/random.ts';
import type { Calibration, Graded } from '../../../src/model/calibration.ts';
import type { RowResult } from '../../../src/model/cohort.ts';
import { levelOf } from '../../../src/model/level.ts';

export function resultOf(score: number | null, parts: Partial<RowResult> = {}): RowResult {
  const judge = { name: 'local', version: '3', rubric: { id: 'technical', hash: 'abc' }, fingerprint: 'f' };
  return {
    id: null,
    question: 'q',
    status: score === null ? 'cannot-assess' : 'scored',
    score,
    level: score === null ? null : levelOf(score),
    criteria: [],
    points: [],
    pitfalls: [],
    keywords: [],
    flags: [],
    judge,
    ...parts,
  };
}

export function row(parts: Partial<Graded>): Graded {
  const { score = 50 } = parts;
  return {
    id: null,
    question: 'q',
    score,
    human: 1,
    words: 20,
    answer: 'An answer.',
    result: resultOf(score),
    ...parts,
  };
}

interface Made {
  rows: number;
  questions: number;
  seed?: number;
  /** How much of the score is chance, 0 to 1. */
  noise?: number;
  /** Added to a row's score. */
  more?: (made: { at: number; human: number; words: number }) => number;
}

/** Grades 0 to 4, scores that follow them as far as `noise` lets them. */
export function madeRows({ rows, questions, seed = 1, noise = 0.4, more = () => 0 }: Made): Graded[] {
  const random = seededRandom(seed);
  return Array.from({ length: rows }, (_, at) => {
    const human = Math.floor(5 * random());
    const words = 10 + Math.floor(190 * random());
    const exact = (1 - noise) * 25 * human + noise * 100 * random() + more({ at, human, words });
    const score = Math.round(10 * Math.max(0, Math.min(100, exact))) / 10;
    return row({
      id: `r${at}`,
      question: `bank/q${at % questions}`,
      human,
      words,
      score,
      result: resultOf(score),
    });
  });
}

export function calibrated(rows: readonly Graded[], options: Partial<Options> = {}): Calibration {
  return calibrate(rows, { random: seededRandom(1), version: '1.2.3', ...options });
}
