/** Which questions a pack may be chosen from, and which of the wishes leaves none. */
import { checkKnown } from '../../content/known.ts';
import { type Library, QUESTION_TYPES } from '../../model/content.ts';
import { InputError } from '../../model/errors.ts';
import { allShelved, type Shelved } from '../../model/library.ts';
import { lengthOption, roomIn, type Wish, withRoom } from './wish.ts';

/** One wish that leaves questions out: how the command line names it, and whom it lets in. */
export interface Filter {
  option: string;
  admits(it: Shelved): boolean;
}

/** All questions but those in which the candidate asks. */
export function allQuestions(library: Library): Shelved[] {
  return allShelved(library).filter(it => it.question.type !== 'closing');
}

/** Of equals the search takes the first, so that chance decides between them. @param random numbers in [0, 1) */
export function inRandomOrder(pool: readonly Shelved[], random: () => number): Shelved[] {
  return pool
    .map(it => ({ it, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ it }) => it);
}

/** The filters of a wish. A question that names no level is for every level. */
export function filtersOf(wish: Wish): Filter[] {
  const { level, banks, types, difficulty, excluded } = wish;
  const filters: (Filter | false)[] = [
    banks !== undefined && { option: `--banks ${banks.join(',')}`, admits: it => banks.includes(it.bank.id) },
    types !== undefined && {
      option: `--types ${types.join(',')}`,
      admits: it => types.includes(it.question.type),
    },
    level !== undefined && {
      option: `--level ${level}`,
      admits: ({ question }) => question.levels.length === 0 || question.levels.includes(level),
    },
    difficulty !== undefined && {
      option: `--difficulty ${difficulty.join(',')}`,
      admits: ({ question }) => question.difficulty >= difficulty[0] && question.difficulty <= difficulty[1],
    },
    excluded.size > 0 && { option: '--exclude', admits: it => !excluded.has(it.ref) },
    minutesFilter(wish),
  ];
  return filters.filter(it => it !== false);
}

const minutesFilter = (wish: Wish): Filter => ({
  option: `--minutes ${wish.minutes}`,
  admits: it => it.question.minutes <= roomIn(wish),
});

/** The questions that pass all filters but those left out. */
export function admitted(all: readonly Shelved[], filters: readonly Filter[], without?: Filter): Shelved[] {
  return all.filter(it => filters.every(filter => filter === without || filter.admits(it)));
}

/**
 * What a pack may be chosen from, never empty. Throws InputError for a name that no content has, and where nothing is
 * left: then it says which wish to give up, and for how many questions.
 */
export function poolFor(library: Library, wish: Wish): Shelved[] {
  const all = allQuestions(library);
  checkNames(library, all, wish);
  const filters = filtersOf(wish);
  const pool = admitted(all, filters);
  if (pool.length > 0) return pool;
  const helps = filters.flatMap(it => helpOf(admitted(all, filters, it), it, wish));
  throw new InputError(
    `No question fits ${filters.map(it => it.option).join(' and ')}.`,
    helps.length > 0
      ? `The nearest that works: ${helps.join(', ')}.`
      : 'No single one of them is to blame: give up two, or add a bank with --content.',
  );
}

/** What giving up a filter would leave; the time is not given up but made as long as the shortest of them. */
function helpOf(left: readonly Shelved[], { option }: Filter, wish: Wish): string[] {
  if (left.length === 0) return [];
  if (option !== minutesFilter(wish).option) return [`without ${option} there ${countWord(left.length)}`];
  const shortest = Math.min(...left.map(it => it.question.minutes));
  const count = left.filter(it => it.question.minutes === shortest).length;
  return [`with ${lengthOption(withRoom(wish, shortest))} there ${countWord(count)}`];
}

const countWord = (count: number) => (count === 1 ? 'is 1' : `are ${count}`);

function checkNames(library: Library, all: readonly Shelved[], wish: Wish): void {
  const of = (names: (it: Shelved) => readonly string[]) => new Set(all.flatMap(names));
  const levels = of(it => it.question.levels);
  for (const loop of library.loops.values()) levels.add(loop.level);
  checkKnown('bank', wish.banks ?? [], new Set(library.banks.keys()));
  checkKnown('type of question', wish.types ?? [], new Set(QUESTION_TYPES));
  checkKnown(
    'competency',
    wish.competencies,
    of(it => it.question.competencies),
  );
  checkKnown(
    'principle',
    wish.principles,
    of(it => it.question.principles),
  );
  checkKnown('level', wish.level === undefined ? [] : [wish.level], levels);
}
