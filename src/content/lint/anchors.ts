/** Anchors that two interviewers could not tell apart. */
import type { Level } from '../../model/level.ts';
import { likeness, meaningIn } from './alike.ts';
import type { Lint } from './finding.ts';

/** Of the words of two anchors so many are shared, if they say the same. */
const SAME = 0.7;

/** A level and the one above it. */
const NEIGHBOURS: readonly (readonly [Level, Level])[] = [
  [1, 2],
  [2, 3],
  [3, 4],
];

/** Neighbouring anchors of a criterion with nearly the same words. */
export const likeAnchors: Lint<'rubric'> = ({ criteria }) =>
  criteria.flatMap(({ anchors }, at) =>
    NEIGHBOURS.flatMap(([lower, higher]) => {
      const [below, above] = [anchors[lower], anchors[higher]];
      const same = below.trim() === above.trim() || likeness(meaningIn(below), meaningIn(above)) >= SAME;
      return same
        ? {
            path: ['criteria', at, 'anchors', String(higher)],
            message: `The anchors of level ${lower} and level ${higher} hardly differ.`,
            hint: 'Say what an answer of the higher level has that the lower one has not.',
          }
        : [];
    }),
  );
