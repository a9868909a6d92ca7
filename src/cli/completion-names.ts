/** Names that are not in the program but in its content and data: for the completion of shells. */
import { type Library, QUESTION_TYPES } from '../model/content.ts';
import { allShelved } from '../model/library.ts';
import type { CommonOptions } from './command.ts';
import { dataFolder } from './data-folder.ts';
import type { Io } from './io.ts';
import { libraryFor } from './places.ts';

/** A word that can be typed, and what it means. */
export interface Word {
  word: string;
  about: string;
}

/** Values of options by their names. */
export type Given = Map<string, string[]>;

/** What names are asked for: of an argument, or of an option and the word in its angle brackets. */
interface Asked {
  name: string;
  placeholder: string;
  given: Given;
  operands: readonly string[];
}

const plain = (names: Iterable<string>): Word[] =>
  [...new Set(names)].sort().map(word => ({ word, about: '' }));

const titled = (items: Iterable<{ id: string; title: string }>): Word[] =>
  [...items].map(({ id, title }) => ({ word: id, about: title }));

const loops = (library: Library) => titled(library.loops.values());
const banks = (library: Library) => titled(library.banks.values());
const questions = (library: Library) =>
  allShelved(library).map(({ ref, question }) => ({ word: ref, about: question.prompt }));
const competencies = (library: Library) => plain(allShelved(library).flatMap(it => it.question.competencies));
const principles = (library: Library) => plain(allShelved(library).flatMap(it => it.question.principles));

/** Of the loop that is named, else of all. */
function rounds(library: Library, { given, operands }: Asked): Word[] {
  const loop = library.loops.get(given.get('loop')?.at(-1) ?? operands[0] ?? '');
  const some = loop ? [loop] : [...library.loops.values()];
  const found = new Map(some.flatMap(it => it.rounds).map(it => [it.id, it]));
  return titled(found.values());
}

/** By the name of an argument or option, or the word in its angle brackets: a new command follows by itself. */
const NAMES: Readonly<Record<string, (library: Library, asked: Asked) => Word[]>> = {
  loop: loops,
  bank: banks,
  banks,
  question: questions,
  card: questions,
  rubric: library => titled(library.rubrics.values()),
  rubrics: library => titled(library.rubrics.values()),
  round: rounds,
  competency: competencies,
  competencies,
  principle: principles,
  principles,
  types: () => plain(QUESTION_TYPES),
  level: library =>
    plain([
      ...allShelved(library).flatMap(it => it.question.levels),
      ...[...library.loops.values()].map(it => it.level),
    ]).filter(it => it.word !== ''),
};

/** None where content or data cannot be read, or nothing has such names: a shell must not be told of it here. */
export async function namesOf(io: Io, options: CommonOptions, asked: Asked): Promise<Word[]> {
  const kind = [asked.placeholder, asked.name].find(it => it === 'session' || Object.hasOwn(NAMES, it));
  if (kind === undefined) return [];
  try {
    if (kind === 'session') return await sessions(io, options);
    return NAMES[kind]!(await libraryFor(io, options), asked);
  } catch {
    return [];
  }
}

/** The last one first. */
async function sessions(io: Io, options: CommonOptions): Promise<Word[]> {
  const { sessionIds } = await import('../interview/journal.ts');
  return sessionIds(dataFolder(io, options))
    .reverse()
    .map(word => ({ word, about: '' }));
}
