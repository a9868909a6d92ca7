import type { Library } from '../model/content.ts';
import { EXIT, InputError } from '../model/errors.ts';
import { among } from './choice-options.ts';
import type { Command } from './command.ts';
import { widthOf, write, writeJson } from './io.ts';

type Row = { id: string } & Record<string, unknown>;

const LISTS: Readonly<Record<string, (library: Library) => Row[]>> = {
  loops: library =>
    [...library.loops.values()].map(({ id, title, level, rounds }) => ({
      id,
      title,
      level,
      rounds: rounds.map(round => round.id),
      minutes: rounds.reduce((sum, round) => sum + round.minutes, 0),
    })),
  banks: library =>
    [...library.banks.values()].map(({ id, title, questions }) => ({
      id,
      title,
      questions: questions.length,
    })),
  questions: library =>
    [...library.banks.values()].flatMap(bank =>
      bank.questions.map(({ id, prompt, type, minutes, difficulty, levels, competencies, principles }) => ({
        id: `${bank.id}/${id}`,
        prompt,
        type,
        minutes,
        difficulty,
        levels,
        competencies,
        principles,
      })),
    ),
  rubrics: library =>
    [...library.rubrics.values()].map(({ id, title, criteria, ...rubric }) => ({
      id,
      title,
      for: rubric.for,
      criteria: criteria.map(it => it.id),
    })),
};

export const list: Command = {
  examples: ['mockloop list loops', 'mockloop list questions --json'],
  describe(command) {
    const what = Object.keys(LISTS);
    command.addArgument(among(command.createArgument('<what>', what.join(', ')), what));
  },
  async run(io, options, [what]) {
    const rowsOf = Object.hasOwn(LISTS, what!) ? LISTS[what!] : undefined;
    if (!rowsOf)
      throw new InputError(`Cannot list "${what}".`, `There are: ${Object.keys(LISTS).join(', ')}.`);
    const { libraryFor } = await import('./places.ts');
    const rows = rowsOf(await libraryFor(io, options));
    if (options.json) {
      await writeJson(io, rows);
      return EXIT.done;
    }
    const { table } = await import('../terminal/table.ts');
    await write(io.stdout, table(rows.map(cells), widthOf(io.stdout)));
    return EXIT.done;
  },
};

/** The columns for people: the id, what it is, and the figure one chooses by. */
function cells(row: Row): string[] {
  const { id, title, prompt, minutes, questions, type } = row;
  const size = [type, minutes && `${minutes} min`, questions && `${questions} questions`]
    .filter(Boolean)
    .join(', ');
  return [id, size, String(title ?? prompt ?? '').split('\n')[0]!];
}
