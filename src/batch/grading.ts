/** A grader as a setting wants it: with its judge loaded and the earlier results opened. */
import { judgeNamed } from '../scoring/judges/table.ts';
import { type EarlierLines, earlierIn } from './earlier.ts';
import { type Brief, Grader } from './grade.ts';

/** What a grader is made for. */
export interface Setting {
  brief: Brief;
  /** A name in the table of judges. */
  judge: string;
  earlier: readonly EarlierLines[];
}

/** @param now milliseconds, of a clock that only moves on. */
export async function graderFor({ brief, judge, earlier }: Setting, now: () => number): Promise<Grader> {
  return new Grader({
    brief,
    judge: await judgeNamed(judge).load(),
    earlier: await earlierIn(earlier),
    now,
  });
}
