/** What could not be had, why, and the nearest that could. */
import { either } from '../../content/showing.ts';
import type { Shelved } from '../../model/library.ts';
import { costOf, type Item, MOST, minutesOf, SLACK, taskFor } from './cost.ts';
import { admitted, filtersOf } from './pool.ts';
import { search } from './search.ts';
import { type Length, lasting, roomIn, shows, type Topic, topicsOf, type Wish, withRoom } from './wish.ts';

/** A topic that was asked for and that nothing chosen shows. */
export interface Missing extends Topic {
  why: string;
  /** Whether longer interviews could show it. */
  wantsTime: boolean;
}

/** Why each topic that is not shown is not. */
export function missingIn(
  all: readonly Shelved[],
  pool: readonly Shelved[],
  chosen: readonly Shelved[],
  wish: Wish,
): Missing[] {
  const lacking = topicsOf(wish).filter(it => !chosen.some(({ question }) => shows(question, it)));
  return lacking.map(topic => {
    const about = (them: readonly Shelved[]) => them.some(it => shows(it.question, topic));
    const why = about(pool) ? NO_ROOM : whyNone(all, topic, wish);
    return { ...topic, wantsTime: about(admitted(all, filtersOf({ ...wish, minutes: LONGEST }))), why };
  });
}

const NO_ROOM = 'there is no room for it beside the rest';

function whyNone(all: readonly Shelved[], topic: Topic, wish: Wish): string {
  const about = (them: readonly Shelved[]) => them.filter(it => shows(it.question, topic));
  const filters = filtersOf(wish);
  const helps = filters.filter(it => about(admitted(all, filters, it)).length > 0).map(it => it.option);
  return helps.length > 0
    ? `no question about it is left by ${either(helps)}`
    : `no question about it fits ${filters.map(it => it.option).join(' with ')}`;
}

/** Longer interviews are not proposed. */
const LONGEST = 480;
const STEP = 5;

/**
 * The shortest interview, looked for in steps of five minutes, in which all is shown that questions beside each other can,
 * and which they fill; undefined where even the longest is too short, as for questions that are related to each other.
 */
export function lengthNeeded(all: readonly Shelved[], wish: Wish, random: () => number): Length | undefined {
  const taskOf = (of: Wish) => taskFor(admitted(all, filtersOf(of)), of);
  const shownBy = (items: readonly Item[]) => items.reduce((bits, it) => bits | it.mask, 0);
  const wanted = shownBy(taskOf(lasting(wish, LONGEST)).items);
  for (let minutes = wish.minutes + STEP; minutes <= LONGEST; minutes += STEP) {
    const longer = lasting(wish, minutes);
    const task = taskOf(longer);
    const chosen = search({ task, cost: costOf(task), random, shakes: 5 });
    if (shownBy(chosen) !== wanted) continue;
    const filled = tooLittleFor(chosen, longer);
    return filled === undefined ? longer : withRoom(wish, filled);
  }
  return undefined;
}

/** Less of the time than this filled is no interview of that length. */
const FILLED = 0.8;

/** The minutes that questions can fill, where they are far too few for those wished; else undefined. */
export function tooLittleFor(chosen: readonly Item[], wish: Wish): number | undefined {
  const filled = minutesOf(chosen);
  const room = roomIn(wish);
  const enough = filled >= Math.min(FILLED * room, room - SLACK) || chosen.length === MOST;
  return enough ? undefined : filled;
}
