/** What interviews said of each card: the log that a schedule is the fold of. */
import type { Level } from '../model/level.ts';
import type { Attempt, CardReview } from '../model/progress.ts';

/** Of each card, by its id, what was said of it, the oldest first. */
export type Reviews = ReadonlyMap<string, readonly CardReview[]>;

/** What one interview says of a card, while it is read: where it says several things, their mean. */
interface Sitting {
  session: string;
  at: number;
  levels: Level[];
}

/**
 * Of questions, principles and parts of rubrics, each by the id of its card. `more` are reviews
 * from elsewhere: one of a moment that is known already changes nothing.
 */
export function reviewsIn(attempts: readonly Attempt[], more: Reviews = new Map()): Reviews {
  const sittings = new Map<string, Sitting[]>();
  const add = (id: string, { session, at }: Attempt, level: Level) => {
    const known = sittings.get(id);
    const last = known?.at(-1);
    if (last?.session === session) last.levels.push(level);
    else if (known) known.push({ session, at, levels: [level] });
    else sittings.set(id, [{ session, at, levels: [level] }]);
  };
  for (const attempt of attempts) {
    add(attempt.question, attempt, attempt.level);
    for (const name of attempt.principles) add(`principle:${name}`, attempt, attempt.level);
    for (const { id, level } of attempt.parts) add(`part:${id}`, attempt, level);
  }
  const reviews = new Map<string, readonly CardReview[]>();
  for (const [id, them] of sittings)
    reviews.set(
      id,
      them.map(({ at, levels }) => ({ at, level: meanLevel(levels) })),
    );
  for (const [id, them] of more) reviews.set(id, merged(reviews.get(id) ?? [], them));
  return reviews;
}

/** Both, the oldest first; of one moment what was known. */
export function merged(known: readonly CardReview[], more: readonly CardReview[]): CardReview[] {
  const moments = new Set(known.map(it => it.at));
  const fresh = more.filter(it => moments.size < moments.add(it.at).size);
  return [...known, ...fresh].sort((a, b) => a.at - b.at);
}

function meanLevel(levels: readonly number[]): Level {
  return Math.round(levels.reduce((sum, it) => sum + it, 0) / levels.length) as Level;
}
