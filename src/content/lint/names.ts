/** Names of principles and levels that nothing else has: free as they are, they are misspelt without a word. */
import type { Library } from '../../model/content.ts';
import { allShelved } from '../../model/library.ts';
import { nearest } from '../nearest.ts';
import { either, quoted } from '../showing.ts';
import type { Lint } from './finding.ts';

/** Levels are listed up to so many. */
const LISTED = 8;

/**
 * A principle of one question alone that is spelt almost like one that others have, and a level of one question alone that no loop is
 * for. A principle that is like no other may well be one of the author's own.
 */
export const strangeNames: Lint<'bank'> = ({ questions }, { library }) => {
  const principles = timesNamed(library, 'principles');
  const levels = timesNamed(library, 'levels');
  return questions.flatMap((question, at) => [
    ...question.principles.flatMap((name, which) => {
      const near = principles.get(name) === 1 ? nearest(name, common(principles)) : undefined;
      if (near === undefined) return [];
      return {
        path: ['questions', at, 'principles', which],
        message: `Nothing else has the principle ${quoted(name)}.`,
        hint: `Did you mean ${quoted(near)}?`,
      };
    }),
    ...question.levels.flatMap((name, which) => {
      const known = levels.get(name) === 1 ? others(levels, name) : [];
      if (known.length === 0) return [];
      const listed = known.slice(0, LISTED).map(it => quoted(it));
      return {
        path: ['questions', at, 'levels', which],
        message: `No loop is for the level ${quoted(name)}, and no other question.`,
        hint: `Did you mean ${either(listed)}?`,
      };
    }),
  ]);
};

const common = (names: ReadonlyMap<string, number>): string[] =>
  [...names].flatMap(([name, times]) => (times > 1 ? [name] : []));

const others = (names: ReadonlyMap<string, number>, name: string): string[] =>
  [...names.keys()].filter(it => it !== name && it !== '').sort();

/** How often questions and loops name each. */
function timesNamed(library: Library, what: 'principles' | 'levels'): Map<string, number> {
  const loops = [...library.loops.values()];
  const rounds = loops.flatMap(it => it.rounds);
  const draws = rounds.flatMap(it => it.questions).filter(it => typeof it !== 'string');
  const all = [
    ...allShelved(library).flatMap(it => [...new Set(it.question[what])]),
    ...draws.flatMap(it => it.draw[what] ?? []),
    ...(what === 'principles' ? rounds.flatMap(it => it.principles) : loops.map(it => it.level)),
  ];
  const times = new Map<string, number>();
  for (const name of all) times.set(name, (times.get(name) ?? 0) + 1);
  return times;
}
