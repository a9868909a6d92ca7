/** One easy question before the first round. */
import type { Library, Loop } from '../model/content.ts';
import { InputError } from '../model/errors.ts';
import { isAkin, type Shelved, shelved } from '../model/library.ts';

/** Not the form of an id, so that no round of a loop can have it. */
export const WARM_UP = '?warm-up';

/** Nobody warms up by writing a program, or by asking back. */
const NEVER: ReadonlySet<string> = new Set(['coding', 'closing']);

/**
 * One of the easiest questions of the loop's banks, of the type that the first round begins with where there is one,
 * that the loop neither asks nor may be about the same as. Throws InputError when none is left.
 * @param first what the first round asks first.
 * @param taken what the loop asks, drawn or pinned.
 */
export function warmUpFor(
  library: Library,
  loop: Loop,
  first: Shelved | undefined,
  taken: readonly Shelved[],
  random: () => number,
): Shelved {
  const free = banksOf(library, loop, taken)
    .flatMap(id => shelved(library.banks.get(id)))
    .filter(it => !NEVER.has(it.question.type) && !taken.some(asked => isAkin(it, asked)));
  const alike = free.filter(it => it.question.type === first?.question.type);
  const pool = alike.length > 0 ? alike : free;
  const easiest = Math.min(...pool.map(it => it.question.difficulty));
  const easy = pool.filter(it => it.question.difficulty === easiest);
  const chosen = easy[Math.floor(random() * easy.length)];
  if (chosen) return chosen;
  throw new InputError(
    `There is nothing to warm up with: ${loop.id} asks all that its banks have.`,
    'Leave out --warmup, or add an easy question to a bank.',
  );
}

/** The banks of what is asked, and those that the loop draws from. */
function banksOf(library: Library, loop: Loop, taken: readonly Shelved[]): string[] {
  const drawn = loop.rounds
    .flatMap(round => round.questions)
    .flatMap(entry => (typeof entry === 'string' ? [] : (entry.draw.banks ?? [...library.banks.keys()])));
  return [...new Set([...taken.map(it => it.bank.id), ...drawn])];
}
