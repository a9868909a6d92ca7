/** What a name on the command line means, or what was meant by it. */
import { nearest } from '../content/nearest.ts';
import type { Library, Loop } from '../model/content.ts';
import { InputError } from '../model/errors.ts';

/** The loop of that name. Throws InputError with the nearest, or with those there are. */
export function loopNamed(library: Library, name: string): Loop {
  const loop = library.loops.get(name);
  if (loop) return loop;
  throw new InputError(`There is no loop "${name}".`, didYouMean(name, [...library.loops.keys()], 'loops'));
}

/** A remedy for a name that is not known. */
export function didYouMean(name: string, known: string[], what: 'loops' | 'questions'): string {
  const close = nearest(name, known);
  if (close) return `Did you mean "${close}"?`;
  return known.length <= 12 ? `There are: ${known.join(', ')}.` : `See \`mockloop list ${what}\` for all.`;
}
