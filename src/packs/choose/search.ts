/** The best choice of questions: improved step by step, and, where the questions are few, proved by trying all. */
import { type Cost, floorOf, type Item, MOST, minutesOf, type Task } from './cost.ts';

export interface SearchOptions {
  task: Task;
  cost: Cost;
  /** Numbers in [0, 1). */
  random: () => number;
  /** Choices to begin with, the best of which is kept; default: nothing chosen. */
  starts?: readonly (readonly Item[])[];
  /** How often the best choice so far is shaken and improved again. */
  shakes?: number;
}

/** So often a choice is shaken by default. */
const SHAKES = 150;

/** So many questions are looked at after a shake, beginning anywhere: of a thousand, others each time. */
const WINDOW = 150;

/**
 * The choice of least cost that was found: some questions are taken out and others put in by chance, then the best are
 * added and exchanged one for one until nothing improves (an iterated local search: Lourenço, Martin and Stützle 2003). Time is never
 * exceeded, akin questions never stand together. The same random numbers give the same choice.
 */
export function search({ task, cost, random, starts = [[]], shakes = SHAKES }: SearchOptions): Item[] {
  const improve = (chosen: readonly Item[], among: Task) => {
    const better = improved(among, cost, chosen);
    return { chosen: better, value: cost(better) };
  };
  let best = starts.map(it => improve(it, task)).reduce((least, it) => (it.value < least.value ? it : least));
  for (let shake = 0; shake < shakes; shake++) {
    const next = improve(shaken(task, best.chosen, random), {
      ...task,
      items: windowOf(task.items, random),
    });
    // One that costs the same is another place to go on from.
    if (next.value <= best.value) best = next;
  }
  return improve(best.chosen, task).chosen;
}

/** Some go, and a few come that nobody asked for. */
function shaken(task: Task, chosen: readonly Item[], random: () => number): Item[] {
  const stay = random();
  const kept = chosen.filter(() => random() < stay);
  for (let come = Math.floor(3 * random()); come > 0 && kept.length < MOST; come--) {
    const item = task.items[Math.floor(random() * task.items.length)]!;
    if (item.minutes + minutesOf(kept) <= task.minutes && !clashes(item, kept, undefined)) kept.push(item);
  }
  return kept;
}

function windowOf(items: readonly Item[], random: () => number): readonly Item[] {
  const from = Math.floor(random() * items.length);
  return items.length <= WINDOW ? items : [...items, ...items].slice(from, from + WINDOW);
}

function improved(task: Task, cost: Cost, from: readonly Item[]): Item[] {
  let chosen = [...from];
  let value = cost(chosen);
  for (;;) {
    const next = bestStep(task, cost, chosen, value);
    if (!next) return chosen;
    [chosen, value] = [next, cost(next)];
  }
}

/** One question more or one exchanged: whichever costs least, or undefined where nothing costs less than now. */
function bestStep(task: Task, cost: Cost, chosen: readonly Item[], now: number): Item[] | undefined {
  const filled = minutesOf(chosen);
  let [least, best] = [now, undefined as Item[] | undefined];
  const trial = [...chosen];
  for (let place = chosen.length; place >= 0; place--) {
    const out = chosen[place];
    if (!out && chosen.length >= MOST) continue;
    const room = task.minutes - filled + (out?.minutes ?? 0);
    for (const item of task.items) {
      if (item.minutes > room || clashes(item, chosen, out)) continue;
      trial[place] = item;
      const value = cost(trial);
      if (value < least) [least, best] = [value, [...trial]];
    }
    if (out) trial[place] = out;
    else trial.length = chosen.length;
    // A step that adds is taken before any exchange is tried: most of the way goes up so.
    if (best && !out) return best;
  }
  return best;
}

function clashes(item: Item, chosen: readonly Item[], out: Item | undefined): boolean {
  for (const other of chosen)
    if (other !== out && (other === item || (item.akin.size > 0 && item.akin.has(other)))) return true;
  return item === out;
}

/** So many steps the proof may take, a tenth of a second or two, and of so many questions it is not worth a try. */
const STEPS = 200_000;
const PROVABLE = 60;

/**
 * Tries every choice that could cost less than `found`. @returns the best there is, or undefined where the questions
 * are too many to try within the limit of steps.
 */
export function exhaust(task: Task, cost: Cost, found: readonly Item[], steps = STEPS): Item[] | undefined {
  if (task.items.length > PROVABLE) return undefined;
  let left = steps;
  let best = { chosen: [...found], value: cost(found) };
  const { masks, minutes } = behind(task.items);
  const visit = (at: number, chosen: Item[], filled: number, mask: number): void => {
    left -= 1;
    if (left < 0) return;
    const value = cost(chosen);
    if (value < best.value) best = { chosen: [...chosen], value };
    if (at === task.items.length || chosen.length >= MOST) return;
    const rest = { filled: filled + minutes[at]!, mask: mask | masks[at]! };
    if (floorOf(task, chosen, rest) >= best.value) return;
    const item = task.items[at]!;
    if (filled + item.minutes <= task.minutes && !chosen.some(it => it.akin.has(item))) {
      chosen.push(item);
      visit(at + 1, chosen, filled + item.minutes, mask | item.mask);
      chosen.pop();
    }
    visit(at + 1, chosen, filled, mask);
  };
  visit(0, [], 0, 0);
  return left < 0 ? undefined : best.chosen;
}

/** From each item on, what all the rest would show and take. */
function behind(items: readonly Item[]): { masks: number[]; minutes: number[] } {
  const [masks, minutes] = [[0], [0]];
  for (const item of items.toReversed()) {
    masks.unshift(masks[0]! | item.mask);
    minutes.unshift(minutes[0]! + item.minutes);
  }
  return { masks, minutes };
}
