/** More forms of a loop like a first one: each place of a form has its own questions to choose from. */
import type { Shelved } from '../../model/library.ts';
import { bitsIn, type Cost, type Item, itemsOf, MOST_TOPICS, minutesOf, SLACK } from './cost.ts';
import { TOLERANCE } from './equality.ts';
import { typesApart } from './types.ts';
import { besideEachOther, beyond, meanOf, SHARED, typesIn, UNEQUAL, usesIn } from './variants.ts';

/** Where a form asks a question. */
export interface Place {
  /** Number of its round. */
  round: number;
  /** That the round asks for. */
  principles: readonly string[];
  /** What may stand here; nothing where the loop names the question. */
  options: readonly Shelved[];
}

/** A place as the search sees it. */
interface Slot {
  round: number;
  options: readonly Item[];
}

/** So many questions are tried in a place: of a large bank the first in the order given, which chance made. */
const WINDOW = 100;

/**
 * `count` forms, each with a question for every place, the given one first. All rounds show the same of their principles as
 * those of the first, ask as many questions of each type, take as long but for half the slack, and the form is as hard but
 * for half the tolerance; among such forms those are looked for that share least, and then those that are like the first
 * place by place. A bounded search by chance: the same random numbers give the same forms.
 */
export function likeFirst(
  places: readonly Place[],
  first: readonly Shelved[],
  count: number,
  random: () => number,
): Shelved[][] {
  // More than there are bits are more than anybody asks for: the rest is not weighed.
  const principles = [...new Set(places.flatMap(it => it.principles))].slice(0, MOST_TOPICS);
  const topics = principles.map(id => ({ kind: 'principle', id }) as const);
  const options = places.flatMap(it => it.options.slice(0, WINDOW));
  // By name: what the loop names and what a draw may find can be two objects for one question, never to be asked twice.
  const pool = new Map([...first, ...options].map(it => [it.ref, it]));
  const { items } = itemsOf([...pool.values()], topics);
  const itemOf = new Map(items.map(it => [it.asked.ref, it]));
  const masks = places.map(place =>
    principles.reduce((bits, id, at) => (place.principles.includes(id) ? bits | (1 << at) : bits), 0),
  );
  const slots = places.map(({ round, options }) => ({
    round,
    options: options.slice(0, WINDOW).map(it => itemOf.get(it.ref)!),
  }));
  const model = first.map(it => itemOf.get(it.ref)!);
  const forms = besideEachOther(model, count, (form, others) =>
    placed(slots, costBeside(slots, masks, model, others), form, random),
  );
  return forms.map(form => form.map(it => it.asked));
}

/** What speaks against a form beside the others; the weights as for forms by a wish. */
function costBeside(
  slots: readonly Slot[],
  masks: readonly number[],
  first: readonly Item[],
  others: readonly (readonly Item[])[],
): Cost {
  const uses = usesIn(others);
  const rounds = [...new Set(slots.map(it => it.round))].map(round => {
    const at = [...slots.keys()].filter(it => slots[it]!.round === round);
    const types = typesIn(at.map(it => first[it]!));
    return { at, mask: masks[at[0]!]!, types, like: figuresOf(first, at) };
  });
  const difficulty = meanOf(first);
  const minutes = minutesOf(first);
  return form => {
    let unequal =
      beyond(meanOf(form) - difficulty, TOLERANCE.difficulty / 2) +
      beyond(minutesOf(form) - minutes, TOLERANCE.minutes / 2);
    for (const { at, mask, types, like } of rounds) {
      const own = figuresOf(form, at);
      unequal += typesApart(typesIn(at.map(it => form[it]!)), types);
      unequal += bitsIn((own.mask ^ like.mask) & mask) + beyond(own.minutes - like.minutes, SLACK / 2);
    }
    let [shared, unlike] = [0, 0];
    for (const [at, item] of form.entries()) {
      shared += uses.get(item) ?? 0;
      unlike += Math.abs(item.difficulty - first[at]!.difficulty);
    }
    return UNEQUAL * unequal + SHARED * shared + unlike;
  };
}

function figuresOf(form: readonly Item[], at: readonly number[]): { mask: number; minutes: number } {
  let [mask, minutes] = [0, 0];
  for (const place of at) {
    mask |= form[place]!.mask;
    minutes += form[place]!.minutes;
  }
  return { mask, minutes };
}

/** How often a form is shaken and improved again. */
const SHAKES = 60;

/** The form of least cost that was found from one on (the search of search.ts, with places). */
function placed(slots: readonly Slot[], cost: Cost, from: readonly Item[], random: () => number): Item[] {
  let best = improved(slots, cost, from);
  let least = cost(best);
  for (let shake = 0; shake < SHAKES; shake++) {
    const next = improved(slots, cost, shaken(slots, best, random));
    const value = cost(next);
    if (value <= least) [best, least] = [next, value];
  }
  return best;
}

/** A few places get a question by chance. */
function shaken(slots: readonly Slot[], form: readonly Item[], random: () => number): Item[] {
  const next = [...form];
  for (let come = 1 + Math.floor(4 * random()); come > 0; come--) {
    const at = Math.floor(random() * slots.length);
    const { options } = slots[at]!;
    const item = options[Math.floor(random() * options.length)];
    if (item && isFree(item, next, at)) next[at] = item;
  }
  return next;
}

/** Place by place the best question is put in, until no place has a better one. */
function improved(slots: readonly Slot[], cost: Cost, from: readonly Item[]): Item[] {
  const form = [...from];
  let least = cost(form);
  for (let better = true; better; ) {
    better = false;
    for (const [at, { options }] of slots.entries()) {
      let best = form[at]!;
      for (const item of options) {
        if (!isFree(item, form, at)) continue;
        const before = form[at]!;
        form[at] = item;
        const value = cost(form);
        form[at] = before;
        if (value < least) [least, best, better] = [value, item, true];
      }
      form[at] = best;
    }
  }
  return form;
}

/** Whether a question may stand in a place: nothing else of the form is the same or akin to it. */
function isFree(item: Item, form: readonly Item[], at: number): boolean {
  return form.every((other, place) => place === at || (other !== item && !item.akin.has(other)));
}
