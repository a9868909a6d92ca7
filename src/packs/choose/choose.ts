/** Chooses the questions of a pack by a wish, and explains the choice. */
import type { Library, Round } from '../../model/content.ts';
import { InputError } from '../../model/errors.ts';
import {
  costOf,
  type Item,
  leastUnevenness,
  MOST_TOPICS,
  minutesOf,
  SLACK,
  type Task,
  taskFor,
  unevenness,
} from './cost.ts';
import { type Equality, equalityOf } from './equality.ts';
import type { Form } from './form.ts';
import { allQuestions, inRandomOrder, poolFor } from './pool.ts';
import { exhaust, search } from './search.ts';
import { lengthNeeded, type Missing, missingIn, tooLittleFor } from './shortage.ts';
import { equalForms } from './variants.ts';
import { lengthOption, roomIn, topicsOf, type Wish, withRoom } from './wish.ts';

/**
 * How sure it is that no other choice is better. `tried`: all were tried. `reached`: what can be covered is, the time is
 * full, every level is named and the difficulties are spread as evenly as any number of questions that fills the time can
 * be. `found`: it is the best that a bounded search came to.
 */
export type Proof = 'tried' | 'reached' | 'found';

export interface Choice {
  forms: Form[];
  equality: Equality;
  /** Topics asked for that no form shows. */
  missing: Missing[];
  proof: Proof;
  /** How many questions there were to choose from. */
  pool: number;
}

export interface ChooseOptions {
  wish: Wish;
  /** How many forms; at least 1. */
  forms: number;
  /** Whether to do with less than was asked for: otherwise that is an InputError with the nearest that works. */
  partial: boolean;
  /** The one round of each form, without its questions. */
  round: Omit<Round, 'questions'>;
  /** Numbers in [0, 1). */
  random: () => number;
}

/** The forms, the best first. Throws InputError for a wish that cannot be met, with the wish that is to blame. */
export function choose(library: Library, { wish, forms, partial, round, random }: ChooseOptions): Choice {
  if (topicsOf(wish).length > MOST_TOPICS)
    throw new InputError(`A pack covers at most ${MOST_TOPICS} competencies and principles.`, 'Name fewer.');
  const pool = inRandomOrder(poolFor(library, wish), random);
  const task = taskFor(pool, wish);
  const cost = costOf(task);
  const found = search({ task, cost, random });
  const proved = exhaust(task, cost, found);
  const first = proved ?? found;
  const missing = missingIn(
    allQuestions(library),
    pool,
    first.map(it => it.asked),
    wish,
  );
  if (!partial) refuse(library, first, missing, wish, random);
  const chosen = equalForms(task, cost, first, forms, random);
  const made = chosen.map(items => formOf(items, round));
  const isProved = proved !== undefined && chosen[0] === proved;
  return {
    forms: made,
    equality: equalityOf(made, topicsOf(wish)),
    missing,
    proof: isProved ? 'tried' : isBound(task, chosen[0]!) ? 'reached' : 'found',
    pool: pool.length,
  };
}

/** Easy ones first; of the same difficulty, in the order of their names. */
function formOf(items: readonly Item[], round: Omit<Round, 'questions'>): Form {
  const questions = items
    .map(it => it.asked)
    .sort((a, b) => a.question.difficulty - b.question.difficulty || (a.ref < b.ref ? -1 : 1));
  return { rounds: [{ round, questions }] };
}

function isBound(task: Task, chosen: readonly Item[]): boolean {
  const mask = (items: readonly Item[]) => items.reduce((bits, it) => bits | it.mask, 0);
  return (
    mask(chosen) === mask(task.items) &&
    minutesOf(chosen) >= task.minutes - SLACK &&
    chosen.every(it => it.offLevel === 0) &&
    unevenness(chosen, task.range) <= leastUnevenness(task) + 1e-9
  );
}

function refuse(
  library: Library,
  chosen: readonly Item[],
  missing: readonly Missing[],
  wish: Wish,
  random: () => number,
): void {
  if (missing.length > 0) {
    const told = missing.map(it => `the ${it.kind} ${it.id} (${it.why})`).join(' and ');
    throw new InputError(`A pack like this cannot cover ${told}.`, nearestTo(library, missing, wish, random));
  }
  const filled = tooLittleFor(chosen, wish);
  if (filled === undefined) return;
  throw new InputError(
    `The questions that fit fill only ${filled} of the ${roomIn(wish)} minutes that there are for questions.`,
    `The nearest that works: ${lengthOption(withRoom(wish, filled))}; or --partial, which builds it as it is.`,
  );
}

function nearestTo(library: Library, missing: readonly Missing[], wish: Wish, random: () => number): string {
  const names = (them: readonly Missing[]) => them.map(it => it.id).join(' and ');
  const never = missing.filter(it => !it.wantsTime);
  const needed =
    never.length < missing.length ? lengthNeeded(allQuestions(library), wish, random) : undefined;
  const rest = never.length > 0 ? ` without ${names(never)}` : '';
  const ways = [
    ...(needed ? [`${lengthOption(needed)}${rest}`] : []),
    `the same without ${names(missing)}`,
    '--partial, which builds it and says in it what is missing',
  ];
  return `The nearest that works: ${ways.join('; or ')}.`;
}
