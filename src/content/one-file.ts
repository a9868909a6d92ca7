/** A file of which a command reads one: all of it right, or every problem. */
import type { z } from 'zod';
import type { Problem } from '../model/problem.ts';
import { checked } from './checking.ts';
import { decode } from './decode.ts';
import { parseYaml } from './document.ts';
import { sorted } from './problems.ts';

/**
 * What the file holds, or everything that is wrong with it. Never throws for what that is.
 * @param begin what to write into an empty file.
 */
export function readOneFile<Value>(
  file: string,
  bytes: Uint8Array,
  shape: z.ZodType<Value>,
  begin?: string,
): { value: Value } | { problems: Problem[] } {
  const read = decode(file, bytes);
  if ('problem' in read) return { problems: [read.problem] };
  const { tree, problems } = parseYaml(read.source, begin);
  const { value, problems: wrong } = tree ? checked(read.source, tree, shape) : { problems: [] };
  if (value === undefined || problems.length > 0) return { problems: sorted([...problems, ...wrong]) };
  return { value };
}
