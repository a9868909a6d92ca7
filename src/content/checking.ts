/** A shape held against a tree: the value with defaults, or complaints with their places. */
import type { z } from 'zod';
import type { Problem } from '../model/problem.ts';
import { type Complaint, complaintsOf } from './issues.ts';
import { spanAt, valueAt } from './place.ts';
import { problemAt } from './problems.ts';
import type { Source } from './source.ts';
import type { Tree } from './tree.ts';

export interface Checked<Value> {
  /** Present when the shape is right. */
  value?: Value;
  problems: Problem[];
}

/** Every way in which the tree's value differs from the shape. */
export function checked<Value>(source: Source, tree: Tree, shape: z.ZodType<Value>): Checked<Value> {
  const result = shape.safeParse(tree.value);
  if (result.success) return { value: result.data, problems: [] };
  const complaints = result.error.issues.flatMap(it => complaintsOf(it, path => valueAt(tree, path)));
  return { problems: withoutEchoes(complaints).map(it => problemOf(source, tree, it)) };
}

export function problemOf(source: Source, tree: Tree, { path, of, message, hint }: Complaint): Problem {
  return problemAt(source, spanAt(tree, path, of), message, { hint });
}

/** A misspelt key is told once: not again as the one that is missing. */
function withoutEchoes(complaints: readonly Complaint[]): Complaint[] {
  const meant = new Set(complaints.flatMap(it => (it.meant === undefined ? [] : keyIn(it.path, it.meant))));
  return complaints.filter(it => !it.missing || !meant.has(keyIn(it.path, it.path.at(-1))));
}

function keyIn(path: readonly PropertyKey[], key: PropertyKey | undefined): string {
  return JSON.stringify([...path.slice(0, -1), key]);
}
