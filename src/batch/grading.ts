/** A grader as a setting wants it: with its judge loaded and the earlier results opened. */
import { JUDGES } from '../scoring/judges/table.ts';
import { type EarlierLines, earlierIn } from './earlier.ts';
import { type Brief, Grader } from './grade.ts';

/** What a thread is started with; plain data. */
export interface Setting {
  brief: Brief;
  /** A name in the table of judges. */
  judge: string;
  earlier: readonly EarlierLines[];
}

export async function graderFor({ brief, judge, earlier }: Setting): Promise<Grader> {
  return new Grader({
    brief,
    judge: await JUDGES[judge]!(),
    earlier: earlierIn(earlier),
    now: () => performance.now(),
  });
}
