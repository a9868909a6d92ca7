/** A grader as a setting wants it: with its judge loaded and the earlier results opened. */
import { JUDGES } from '../scoring/judges/table.ts';
import { earlierIn } from './earlier.ts';
import { Grader } from './grade.ts';
import type { Setting } from './pool.ts';

export async function graderFor({ brief, judge, earlier }: Setting): Promise<Grader> {
  return new Grader({
    brief,
    judge: await JUDGES[judge]!(),
    earlier: earlierIn(earlier),
    now: () => performance.now(),
  });
}
