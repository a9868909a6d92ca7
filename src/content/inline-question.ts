/** A question that comes with its answer instead of from a bank. */
import type { Question } from '../model/content.ts';
import { inlineShape } from './answers-shape.ts';
import { complaintsOf } from './issues.ts';

/** Lists and maps within each other: three or four layers of follow-ups, with room. */
const MAX_DEPTH = 24;

/** The question with all defaults, its id only where it has one; or everything that is wrong with it, in one text. */
export function inlineQuestion(value: object): (Omit<Question, 'id'> & { id?: string }) | { cause: string } {
  if (isDeeper(value, MAX_DEPTH))
    return { cause: `The question's lists and maps are nested more than ${MAX_DEPTH} deep.` };
  const result = inlineShape.safeParse(value);
  if (result.success) return result.data;
  const found = (path: readonly PropertyKey[]) =>
    path.reduce<unknown>((within, key) => (within as Record<PropertyKey, unknown> | undefined)?.[key], value);
  const complaints = result.error.issues.flatMap(it => complaintsOf(it, found));
  const told = complaints.slice(0, 3).map(({ message, hint }) => (hint ? `${message} ${hint}` : message));
  return { cause: `The question: ${told.join(' ')}` };
}

/** Without recursion: what is nested a hundred thousand deep overflows the stack of whoever follows it. */
function isDeeper(value: object, depth: number): boolean {
  let layer: unknown[] = [value];
  for (let at = 0; at < depth; at++)
    layer = layer.flatMap(it => (typeof it === 'object' && it !== null ? Object.values(it) : []));
  return layer.some(it => typeof it === 'object' && it !== null);
}
