/**
 * When a thing comes back: FSRS, the free spaced repetition scheduler (J. Ye et al., KDD 2022,
 * https://doi.org/10.1145/3534678.3539081), as the package ts-fsrs has it, with its default weights.
 */
import { createEmptyCard, type FSRSState, fsrs, type Grade, type Card as Memory, State } from 'ts-fsrs';
import type { Level } from '../model/level.ts';
import {
  type Attempt,
  CARD_KINDS,
  type Card,
  type CardKind,
  type CardReview,
  type Decided,
} from '../model/progress.ts';
import { type Day, dayOf, daysBetween, noonOf } from './days.ts';
import { type Reviews, reviewsIn } from './reviews.ts';

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

/** What the user decided that a schedule looks at. */
export type Scheduled = Pick<Decided, 'suspended' | 'resets' | 'reviews'>;

/** At such a level, or below, a principle or a part is weak, and gets a card. */
const WEAK: Level = 2;

/** A card before it is told on some day. */
export interface Remembered {
  memory: Memory;
  /** Of the last answer. */
  level: Level;
}

/**
 * What is remembered of each card: of each question that was asked, and of each principle and each part of a rubric from
 * the interview on in which it was weak. @param zone in which the days of answers are told.
 */
export function memoriesFrom(
  reviews: Reviews,
  resets: Decided['resets'],
  zone: string,
): Map<string, Remembered> {
  const memories = new Map<string, Remembered>();
  for (const [id, all] of reviews) {
    const reset = resets.get(id) ?? Number.NEGATIVE_INFINITY;
    const since = all.filter(it => it.at > reset);
    const from = kindOf(id) === 'question' ? 0 : since.findIndex(it => it.level <= WEAK);
    const counted = from < 0 ? [] : since.slice(from);
    const last = counted.at(-1);
    if (last) memories.set(id, { memory: memoryOf(counted, zone), level: last.level });
  }
  return memories;
}

/**
 * The same as `reviewed` for each in turn, of which there is at least one. When a card is due depends on its last review
 * alone, and telling that is what takes the time.
 */
function memoryOf(reviews: readonly CardReview[], zone: string): Memory {
  const days = reviews.map(it => dayOf(it.at, zone));
  let memory: FSRSState | null = null;
  for (let at = 0; at < reviews.length - 1; at++)
    memory = scheduler.next_state(
      memory,
      at === 0 ? 0 : daysBetween(days[at - 1]!, days[at]!),
      reviews[at]!.level,
    );
  const before = memory && {
    ...createEmptyCard(noonOf(days.at(-2)!)),
    ...memory,
    state: State.Review,
    last_review: new Date(noonOf(days.at(-2)!)),
    reps: reviews.length - 1,
    lapses: reviews.slice(1, -1).filter(it => it.level === 1).length,
  };
  return reviewed(before ?? undefined, reviews.at(-1)!.level, days.at(-1)!);
}

/** What a card is of, by its id. */
export const kindOf = (id: string): CardKind => CARD_KINDS.find(it => id.startsWith(`${it}:`)) ?? 'question';

/** The cards on a day, those least known first. */
export function cardsOn(
  today: Day,
  memories: ReadonlyMap<string, Remembered>,
  suspended: Decided['suspended'],
): Card[] {
  return [...memories]
    .map(([id, { memory, level }]) => ({
      id,
      kind: kindOf(id),
      due: dueDay(memory),
      recall: recall(memory, today),
      answers: memory.reps,
      lapses: memory.lapses,
      level,
      suspended: suspended.has(id),
    }))
    .sort((a, b) => a.recall - b.recall || (a.id < b.id ? -1 : 1));
}

/** The cards of all answers, with what the user decided of them. */
export function cardsFrom(
  attempts: readonly Attempt[],
  { suspended, resets, reviews }: Scheduled,
  today: Day,
  zone: string,
): Card[] {
  return cardsOn(today, memoriesFrom(reviewsIn(attempts, reviews), resets, zone), suspended);
}

/** Those that want an answer on a day. */
export const dueOn = (cards: readonly Card[], today: Day): Card[] =>
  cards.filter(it => !it.suspended && it.due <= today);
