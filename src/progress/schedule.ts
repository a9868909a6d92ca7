/**
 * When a thing comes back: FSRS, the free spaced repetition scheduler (J. Ye et al., KDD 2022,
 * https://doi.org/10.1145/3534678.3539081), as the package ts-fsrs has it, with its default weights.
 */
import { createEmptyCard, fsrs, type Grade, type Card as Memory } from 'ts-fsrs';
import type { Level } from '../model/level.ts';
import type { Attempt, Card, CardKind, Decided } from '../model/progress.ts';
import { type Day, dayOf, noonOf } from './days.ts';

/** No chance and no minutes: an interview is a matter of days, and the same journal gives the same days. */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false });

/** What is remembered of a card after an answer of `level` on `day`; levels 1 to 4 are FSRS's again, hard, good, easy. */
export function reviewed(memory: Memory | undefined, level: Level, day: Day): Memory {
  const at = noonOf(day);
  return scheduler.next(memory ?? createEmptyCard(at), at, level as Grade).card;
}

/** The probability from 0 to 1 that it is known on a day. */
export function recall(memory: Memory, day: Day): number {
  return scheduler.get_retrievability(memory, noonOf(day), false);
}

export const dueDay = (memory: Memory): Day => memory.due.toISOString().slice(0, 10);

/** At such a level, or below, a principle or a part is weak, and gets a card. */
const WEAK: Level = 2;

/**
 * The cards on a day, those least known first: one for each question that was asked, and one for each principle and
 * each part of a rubric from the interview on in which it was weak. @param zone in which the days of answers are told.
 */
export function cardsFrom(
  attempts: readonly Attempt[],
  { suspended, resets }: Pick<Decided, 'suspended' | 'resets'>,
  today: Day,
  zone: string,
): Card[] {
  const cards = new Map<string, { kind: CardKind; memory: Memory; level: Level }>();
  for (const { id, kind, at, level } of reviewsIn(attempts)) {
    const known = cards.get(id);
    if (at <= (resets.get(id) ?? Number.NEGATIVE_INFINITY)) continue;
    if (!known && kind !== 'question' && level > WEAK) continue;
    cards.set(id, { kind, memory: reviewed(known?.memory, level, dayOf(at, zone)), level });
  }
  return [...cards]
    .map(([id, { kind, memory, level }]) => ({
      id,
      kind,
      due: dueDay(memory),
      recall: recall(memory, today),
      answers: memory.reps,
      lapses: memory.lapses,
      level,
      suspended: suspended.has(id),
    }))
    .sort((a, b) => a.recall - b.recall || (a.id < b.id ? -1 : 1));
}

/** Those that want an answer on a day. */
export const dueOn = (cards: readonly Card[], today: Day): Card[] =>
  cards.filter(it => !it.suspended && it.due <= today);

interface Review {
  id: string;
  kind: CardKind;
  at: number;
  level: Level;
}

/** What each interview said of each card, in the order of time: where it said several things, their mean. */
function reviewsIn(attempts: readonly Attempt[]): Review[] {
  const reviews = new Map<string, Omit<Review, 'level'> & { levels: number[] }>();
  const add = (kind: CardKind, name: string, { session, at }: Attempt, level: Level) => {
    const id = kind === 'question' ? name : `${kind}:${name}`;
    const key = `${session} ${id}`;
    const review = reviews.get(key);
    if (review) review.levels.push(level);
    else reviews.set(key, { id, kind, at, levels: [level] });
  };
  for (const attempt of attempts) {
    if (!attempt.isMain) continue;
    add('question', attempt.question, attempt, attempt.level);
    for (const name of attempt.principles) add('principle', name, attempt, attempt.level);
    for (const { id, level } of attempt.parts) add('part', id, attempt, level);
  }
  return [...reviews.values()].map(({ levels, ...review }) => ({ ...review, level: meanLevel(levels) }));
}

function meanLevel(levels: readonly number[]): Level {
  return Math.round(levels.reduce((sum, it) => sum + it, 0) / levels.length) as Level;
}
