/** What is right by its shape and could still be better: the warnings of `mockloop validate --strict`. */
import type { Problem } from '../../model/problem.ts';
import type { ParsedFile } from '../parse.ts';
import { spanAt } from '../place.ts';
import { problemAt, sorted } from '../problems.ts';
import type { Content } from '../shapes.ts';
import type { Finding, Surroundings } from './finding.ts';
import { LINTS } from './table.ts';

/** The warnings about files that have no errors, by place within each file. @param lints those that are asked. */
export function lint(files: readonly ParsedFile[], around: Surroundings, lints = LINTS): Problem[] {
  return files.flatMap(({ seen, content }) => {
    if (!seen || !content) return [];
    const problems = findingsIn(content, around, lints).map(({ path, message, hint }) =>
      problemAt(seen.source, spanAt(seen.tree, path, 'value'), message, { hint, severity: 'warning' }),
    );
    return sorted(problems);
  });
}

function findingsIn(content: Content, around: Surroundings, lints: typeof LINTS): Finding[] {
  if (content.kind === 'bank') return Object.values(lints.bank).flatMap(it => it(content, around));
  if (content.kind === 'loop') return Object.values(lints.loop).flatMap(it => it(content, around));
  return Object.values(lints.rubric).flatMap(it => it(content, around));
}
