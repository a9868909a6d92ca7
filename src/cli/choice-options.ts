/** What can stand for a value: told to the completion of shells. Whoever reads the value checks it, in words of its own. */
import type { Argument, Option } from 'commander';

const CHOICES = new WeakMap<Option | Argument, readonly string[]>();

/** The same argument or option, of which one of these is expected. */
export function among<It extends Option | Argument>(it: It, choices: readonly string[]): It {
  CHOICES.set(it, choices);
  return it;
}

/** What is expected of it; undefined where that is not a closed set. */
export const choicesOf = (it: Option | Argument): readonly string[] | undefined =>
  it.argChoices ?? CHOICES.get(it);
