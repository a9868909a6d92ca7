/** Forms of a loop: what it names stays, what it leaves to a draw is drawn, other questions for each form. */
import type { Draw, Library, Loop, Round } from '../../model/content.ts';
import { InputError } from '../../model/errors.ts';
import { addsPrinciple, allShelved, fits, isAkin, type Shelved, theQuestion } from '../../model/library.ts';
import { type Equality, equalityOf } from './equality.ts';
import { type Form, type FormRound, questionsOf } from './form.ts';
import { likeFirst, type Place } from './loop-variants.ts';
import { inRandomOrder } from './pool.ts';
import type { Topic } from './wish.ts';

export interface LoopOptions {
  forms: number;
  /** `bank/question` of what was used before. */
  excluded: ReadonlySet<string>;
  /** Numbers in [0, 1). */
  random: () => number;
}

/**
 * `forms` forms of a loop: the first as chance draws it, the others as equal to it as the tolerance wants, and with as few
 * of the same questions as was found. Throws InputError where the loop names a question that was used before, and where a
 * draw finds too few.
 */
export function formsOfLoop(
  library: Library,
  loop: Loop,
  { forms, excluded, random }: LoopOptions,
): { forms: Form[]; equality: Equality } {
  const pinned = pinnedIn(library, loop);
  const used = pinned.find(it => excluded.has(it.ref));
  if (used)
    throw new InputError(
      `The loop ${loop.id} names ${used.ref}, which --exclude keeps out.`,
      'Choose with --minutes instead of --loop, or leave the question in.',
    );
  const pool = inRandomOrder(allShelved(library), random).filter(it => !excluded.has(it.ref));
  const first = firstForm(library, loop, pool, pinned);
  const places = placesOf(loop, pool);
  const made = likeFirst(places, questionsOf(first), forms, random).map(it => formOf(first, it));
  return { forms: made, equality: equalityOf(made, topicsOfLoop(loop)) };
}

/** The same rounds with these questions in the places of the first ones. */
function formOf({ rounds }: Form, asked: readonly Shelved[]): Form {
  let from = 0;
  return {
    rounds: rounds.map(({ round, questions }) => {
      const to = from + questions.length;
      const own = asked.slice(from, to);
      from = to;
      return { round, questions: own };
    }),
  };
}

/** One for each question of a form, in their order; what the loop names can be no other. */
function placesOf(loop: Loop, pool: readonly Shelved[]): Place[] {
  return loop.rounds.flatMap((round, at) =>
    round.questions.flatMap(entry => {
      const [count, options] =
        typeof entry === 'string' ? [1, []] : [entry.draw.count, pool.filter(it => fits(it, entry.draw))];
      return Array.from({ length: count }, () => ({ round: at, principles: round.principles, options }));
    }),
  );
}

/** A loop asks for the principles of its rounds. */
export function topicsOfLoop(loop: Loop): Topic[] {
  const ids = new Set(loop.rounds.flatMap(it => it.principles));
  return [...ids].map(id => ({ kind: 'principle', id }));
}

function pinnedIn(library: Library, loop: Loop): Shelved[] {
  const names = loop.rounds.flatMap(round => round.questions).filter(it => typeof it === 'string');
  return names.map(name => theQuestion(library, name));
}

function firstForm(library: Library, loop: Loop, pool: readonly Shelved[], pinned: readonly Shelved[]): Form {
  const taken = [...pinned];
  const rounds = loop.rounds.map((round): FormRound => {
    const questions: Shelved[] = [];
    for (const entry of round.questions) {
      if (typeof entry === 'string') {
        questions.push(theQuestion(library, entry));
        continue;
      }
      for (let count = 0; count < entry.draw.count; count++) {
        const next = drawn(entry.draw, round, pool, taken, questions);
        taken.push(next);
        questions.push(next);
      }
    }
    const { questions: _, ...rest } = round;
    return { round: rest, questions };
  });
  return { rounds };
}

/** @param taken what the form asks already. @param beside of these, what the round does. */
function drawn(
  draw: Draw,
  round: Round,
  pool: readonly Shelved[],
  taken: readonly Shelved[],
  beside: readonly Shelved[],
): Shelved {
  const free = pool.filter(it => fits(it, draw) && !taken.some(other => isAkin(it, other)));
  const shown = new Set(beside.flatMap(it => it.question.principles));
  const next = free.find(it => addsPrinciple(it.question, round.principles, shown)) ?? free[0];
  if (next) return next;
  throw new InputError(
    `Round ${round.id} draws ${draw.count} questions, but too few fit.`,
    'Exclude fewer, or draw from more: banks, types, principles, levels and difficulty must all match.',
  );
}
