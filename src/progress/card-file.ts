/** Cards as a file: what was said of each, and what the user decided; a schedule is made of that again anywhere. */
import type { CardEntry, CardFile, Decided, Decision } from '../model/progress.ts';
import type { Reviews } from './reviews.ts';
import { dueDay, memoriesFrom } from './schedule.ts';

type Known = Pick<Decided, 'suspended' | 'unsuspended' | 'resets'>;

const iso = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString());

/** All that is known of cards. @param reviews of answers and of files. @param now Unix time in milliseconds. */
export function cardFileOf(reviews: Reviews, known: Known, zone: string, now: number): CardFile {
  const { suspended, unsuspended, resets } = known;
  const memories = memoriesFrom(reviews, resets, zone);
  const ids = new Set([...reviews.keys(), ...suspended.keys(), ...unsuspended.keys(), ...resets.keys()]);
  const cards = [...ids].sort().map((id): CardEntry => {
    const memory = memories.get(id)?.memory;
    return {
      id,
      due: memory ? dueDay(memory) : null,
      suspended: suspended.has(id),
      decidedAt: iso(suspended.get(id) ?? unsuspended.get(id)),
      resetAt: iso(resets.get(id)),
      reviews: (reviews.get(id) ?? []).map(({ at, level }) => ({ at: iso(at)!, level })),
    };
  });
  return { kind: 'cards', exportedAt: iso(now)!, cards };
}

/** The file as text, a card a line. */
export function cardFileText({ cards, ...head }: CardFile): string {
  const lines = cards.map(it => JSON.stringify(it)).join(',\n');
  return `${JSON.stringify(head).slice(0, -1)},"cards":[\n${lines}\n]}\n`;
}

/**
 * What must be decided so that all of the file is known here too: reviews of moments that are not known yet, and what was
 * decided later than here. Nothing, where all of it is known.
 */
export function decisionsFrom({ cards }: CardFile, reviews: Reviews, known: Known, now: number): Decision[] {
  return cards.flatMap(it => [...newReviews(it, reviews, now), ...newerDecisions(it, known)]);
}

function newReviews({ id, reviews }: CardEntry, known: Reviews, now: number): Decision[] {
  const moments = new Set(known.get(id)?.map(it => it.at));
  const fresh = reviews
    .map(({ at, level }) => ({ at: Date.parse(at), level }))
    .filter(it => !moments.has(it.at));
  return fresh.length === 0 ? [] : [{ at: now, type: 'reviewed', card: id, reviews: fresh }];
}

function newerDecisions(entry: CardEntry, { suspended, unsuspended, resets }: Known): Decision[] {
  const { id: card, decidedAt, resetAt } = entry;
  const decisions: Decision[] = [];
  const isNewer = (at: string | null, ...before: (number | undefined)[]): at is string =>
    at !== null && before.every(it => it === undefined || it < Date.parse(at));
  if (isNewer(decidedAt, suspended.get(card), unsuspended.get(card)))
    decisions.push({ at: Date.parse(decidedAt), type: entry.suspended ? 'suspended' : 'unsuspended', card });
  if (isNewer(resetAt, resets.get(card))) decisions.push({ at: Date.parse(resetAt), type: 'reset', card });
  return decisions;
}
