import { InputError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import { formatProblems } from './format.ts';

/** Content that cannot be used. The message shows the problems, one below the other. Exit 2. */
export class ContentError extends InputError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], what = 'The content', remedy?: string) {
    super(`${what} has problems.\n\n${formatProblems(problems)}`, remedy);
    this.name = 'ContentError';
    this.problems = problems;
  }
}
