/** What speaks against a choice of questions, as one number: less is better, and the first wish outweighs all others. */
import { relatedTo, type Shelved } from '../../model/library.ts';
import { roomIn, shows, type Topic, topicsOf, type Wish } from './wish.ts';

/** So many minutes may stay free: an interview that is full to the last one runs over. */
export const SLACK = 3;

/** More questions than this are no interview. */
export const MOST = 40;

/** A question as the search sees it. */
export interface Item {
  asked: Shelved;
  minutes: number;
  difficulty: number;
  /** Bit by bit, the topics asked for that it shows. */
  mask: number;
  /** 1 where a level was asked for and the question names none. */
  offLevel: number;
  /** Numbers of all competencies and principles that it shows. */
  shown: readonly number[];
  /** What it must never stand beside. */
  akin: ReadonlySet<Item>;
}

/** The questions to choose from, with all that the search needs to know. */
export interface Task {
  items: readonly Item[];
  /** For the questions. */
  minutes: number;
  /** How many topics were asked for. */
  topics: number;
  /** Easiest and hardest of the items. */
  range: readonly [number, number];
  /** How many competencies and principles there are among the items. */
  kinds: number;
}

/** Topics are bits of a number. */
export const MOST_TOPICS = 30;

/** The pool in the order given: of equals, the earlier is chosen. */
export function taskFor(pool: readonly Shelved[], wish: Wish): Task {
  const topics = topicsOf(wish);
  const { items, kinds } = itemsOf(pool, topics, wish.level);
  const difficulties = items.map(it => it.difficulty);
  return {
    items,
    minutes: roomIn(wish),
    topics: topics.length,
    range: [Math.min(...difficulties), Math.max(...difficulties)],
    kinds,
  };
}

/** Questions as a search sees them, in the order given. `kinds`: how many competencies and principles they show. */
export function itemsOf(
  pool: readonly Shelved[],
  topics: readonly Topic[],
  level?: string,
): { items: Item[]; kinds: number } {
  const numbers = new Map<string, number>();
  const numberOf = (name: string) => {
    if (!numbers.has(name)) numbers.set(name, numbers.size);
    return numbers.get(name)!;
  };
  const items = pool.map(asked => {
    const { minutes, difficulty, levels, competencies, principles } = asked.question;
    const mask = topics.reduce(
      (bits, topic, at) => (shows(asked.question, topic) ? bits | (1 << at) : bits),
      0,
    );
    const shown = [...competencies.map(it => `c ${it}`), ...principles.map(it => `p ${it}`)].map(numberOf);
    const offLevel = level !== undefined && levels.length === 0 ? 1 : 0;
    return { asked, minutes, difficulty, mask, offLevel, shown, akin: new Set<Item>() };
  });
  linkAkin(items);
  return { items, kinds: numbers.size };
}

function linkAkin(items: readonly (Item & { akin: Set<Item> })[]): void {
  const byRef = new Map(items.map(it => [it.asked.ref, it]));
  for (const one of items)
    for (const ref of relatedTo(one.asked)) {
      const other = byRef.get(ref);
      if (!other || other === one) continue;
      one.akin.add(other);
      other.akin.add(one);
    }
}

/** A cost of a set of items that may stand together; the smaller the better. */
export type Cost = (chosen: readonly Item[]) => number;

/** The weights keep the order of the wishes: the whole range of one is less than a single step of the one before. */
const UNCOVERED = 1e9;
const UNFILLED = 1e6;
const OFF_LEVEL = 1e4;
const UNEVEN = 100;
const LESS = 99;

/**
 * In this order: topics asked for that nothing shows; minutes left free beyond the slack; questions that name no level;
 * an uneven spread of difficulty over what there is; few other competencies and principles.
 */
export function costOf(task: Task): Cost {
  const seen = new Int32Array(task.kinds);
  let round = 0;
  return chosen => {
    let [mask, minutes, offLevel, breadth] = [0, 0, 0, 0];
    round += 1;
    for (const item of chosen) {
      mask |= item.mask;
      minutes += item.minutes;
      offLevel += item.offLevel;
      for (const kind of item.shown) {
        if (seen[kind] === round) continue;
        seen[kind] = round;
        breadth += 1;
      }
    }
    return (
      UNCOVERED * (task.topics - bitsIn(mask)) +
      UNFILLED * Math.max(0, task.minutes - SLACK - minutes) +
      OFF_LEVEL * offLevel +
      UNEVEN * Math.round(LESS * unevenness(chosen, task.range)) -
      Math.min(LESS, breadth)
    );
  };
}

/**
 * No choice can cost less than this that keeps what is chosen and adds of the rest, with which it would fill so many
 * minutes and show these topics.
 */
export function floorOf(
  task: Task,
  chosen: readonly Item[],
  { filled, mask }: { filled: number; mask: number },
): number {
  const offLevel = chosen.reduce((sum, it) => sum + it.offLevel, 0);
  return (
    UNCOVERED * (task.topics - bitsIn(mask)) +
    UNFILLED * Math.max(0, task.minutes - SLACK - filled) +
    OFF_LEVEL * offLevel -
    LESS
  );
}

/**
 * Sum of squares of how far the share of each difficulty is from an equal one, so that choices of different size compare:
 * 0 is perfectly even; less than 1; 0 where nothing is chosen.
 */
export function unevenness(
  chosen: readonly Pick<Item, 'difficulty'>[],
  [easiest, hardest]: readonly [number, number],
): number {
  if (chosen.length === 0) return 0;
  const steps = hardest - easiest + 1;
  const counts = new Array<number>(steps).fill(0);
  for (const item of chosen) counts[item.difficulty - easiest]! += 1;
  let sum = 0;
  for (const count of counts) sum += (count / chosen.length - 1 / steps) ** 2;
  return sum;
}

/** The least that unevenness can be for any choice that fills the time: so many questions, in whole numbers. */
export function leastUnevenness({ items, minutes, range: [easiest, hardest] }: Task): number {
  const steps = hardest - easiest + 1;
  const lengths = items.map(it => it.minutes).sort((a, b) => a - b);
  const most = Math.min(MOST, countWithin(lengths, minutes));
  // The longest alone leave time free until there are so many.
  const fewest = 1 + countWithin(lengths.toReversed(), minutes - SLACK - 1e-9);
  let least = 1;
  for (let count = fewest; count <= most; count++) {
    const over = count % steps;
    const [low, high] = [Math.floor(count / steps), Math.ceil(count / steps)];
    const off = (of: number) => (of / count - 1 / steps) ** 2;
    least = Math.min(least, over * off(high) + (steps - over) * off(low));
  }
  return least;
}

/** How many of the lengths, the first ones, are together within the minutes. */
function countWithin(lengths: readonly number[], minutes: number): number {
  let [count, sum] = [0, 0];
  while (count < lengths.length && sum + lengths[count]! <= minutes) sum += lengths[count++]!;
  return count;
}

/** How many bits of the number are set. */
export function bitsIn(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** All that they take together. */
export function minutesOf(chosen: readonly Pick<Item, 'minutes'>[]): number {
  return chosen.reduce((sum, it) => sum + it.minutes, 0);
}
