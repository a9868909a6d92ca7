/** More forms like a first one: as equal as the tolerance wants, and with as few of the same questions as can be had. */
import { bitsIn, type Cost, floorOf, type Item, minutesOf, type Task } from './cost.ts';
import { TOLERANCE } from './equality.ts';
import { search } from './search.ts';
import { typesApart, typesOf } from './types.ts';

/** Each form is chosen again once, when all others are known: the first ones took what the last ones needed. */
const PASSES = 2;

/**
 * `count` forms, the given one first if there are enough like it. Where forms would share questions, others that meet the
 * same wishes are tried for the first, each without one of its types: a type of which there are few makes forms alike.
 */
export function equalForms(
  task: Task,
  cost: Cost,
  first: readonly Item[],
  count: number,
  random: () => number,
): (readonly Item[])[] {
  const beside = (one: readonly Item[]) => [one, ...variantsOf(task, cost, one, count, random).slice(1)];
  let best = beside(first);
  let least = repeatsIn(best);
  for (const type of typesIn(first).keys()) {
    if (least === 0) break;
    const items = task.items.filter(it => it.asked.question.type !== type);
    if (items.length === 0) continue;
    const other = search({ task: { ...task, items }, cost, random, shakes: SHAKES });
    if (maskOf(other) !== maskOf(first) || needOf(task, other) > needOf(task, first)) continue;
    const forms = beside(other);
    const repeats = repeatsIn(forms);
    if (repeats < least) [best, least] = [forms, repeats];
  }
  return best;
}

/** How often a form asks what another one asks. */
const repeatsIn = (forms: readonly (readonly Item[])[]) => forms.flat().length - usesIn(forms).size;

/** What speaks against a choice by the wishes that count more than an even spread. */
const needOf = (task: Task, chosen: readonly Item[]) =>
  floorOf(task, chosen, { filled: minutesOf(chosen), mask: maskOf(chosen) });

/**
 * `count` forms, the given one first. Equality comes before difference: where the questions are too few, forms share
 * some, and in the end all.
 */
function variantsOf(
  task: Task,
  base: Cost,
  first: readonly Item[],
  count: number,
  random: () => number,
): Item[][] {
  return besideEachOther(first, count, (form, others) => {
    const cost = costBeside(base, first, others);
    return search({ task, cost, random, starts: [form, []], shakes: SHAKES });
  });
}

/** `count` forms, the given one first and all like it until `chosen` finds a better one beside the others. */
export function besideEachOther(
  first: readonly Item[],
  count: number,
  chosen: (form: readonly Item[], others: readonly (readonly Item[])[]) => Item[],
): Item[][] {
  const forms: Item[][] = Array.from({ length: count }, () => [...first]);
  for (let pass = 0; pass < PASSES; pass++)
    for (let at = 1; at < count; at++) {
      const others = forms.filter((_, other) => other !== at && (pass > 0 || other < at));
      forms[at] = chosen(forms[at]!, others);
    }
  return forms;
}

const SHAKES = 40;

/** How many of the forms ask each question. */
export function usesIn(forms: readonly (readonly Item[])[]): Map<Item, number> {
  const uses = new Map<Item, number>();
  for (const item of forms.flat()) uses.set(item, (uses.get(item) ?? 0) + 1);
  return uses;
}

/** The weights keep the order: to be equal, to share little, and then all that speaks for a form by itself. */
export const UNEQUAL = 1e13;
export const SHARED = 1e10;
const MOST_BASE = 1e10 - 1;

/** What speaks against a form beside the others. */
function costBeside(base: Cost, first: readonly Item[], others: readonly (readonly Item[])[]): Cost {
  const uses = usesIn(others);
  const like = {
    mask: maskOf(first),
    minutes: minutesOf(first),
    difficulty: meanOf(first),
    types: typesIn(first),
  };
  return chosen => {
    const unequal =
      bitsIn(maskOf(chosen) ^ like.mask) +
      typesApart(typesIn(chosen), like.types) +
      beyond(minutesOf(chosen) - like.minutes, TOLERANCE.minutes / 2) +
      beyond(meanOf(chosen) - like.difficulty, TOLERANCE.difficulty / 2);
    const shared = chosen.reduce((sum, it) => sum + (uses.get(it) ?? 0), 0);
    return (
      UNEQUAL * Math.min(99, unequal) + SHARED * Math.min(999, shared) + Math.min(MOST_BASE, base(chosen))
    );
  };
}

/** Half of the tolerance on either side of the first form: so no two forms are further apart than all of it. */
export const beyond = (difference: number, most: number) => Math.max(0, Math.abs(difference) - most - 1e-9);

const maskOf = (chosen: readonly Item[]) => chosen.reduce((bits, it) => bits | it.mask, 0);

export const typesIn = (chosen: readonly Item[]) => typesOf(chosen.map(it => it.asked));

export const meanOf = (chosen: readonly Item[]) =>
  chosen.reduce((sum, it) => sum + it.difficulty, 0) / (chosen.length || 1);
