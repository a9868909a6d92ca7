import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCards } from '../../src/content/cards.ts';
import type { Level } from '../../src/model/level.ts';
import type { CardFile, CardReview, Decision } from '../../src/model/progress.ts';
import { cardFileOf, cardFileText, decisionsFrom } from '../../src/progress/card-file.ts';
import { dayAfter } from '../../src/progress/days.ts';
import { decided } from '../../src/progress/decisions.ts';
import { reviewsIn } from '../../src/progress/reviews.ts';
import { cardsFrom } from '../../src/progress/schedule.ts';
import { attempt, DAY, START } from './world.ts';

const NOW = START + 100 * DAY;
const TODAY = dayAfter('2026-03-02', 100);

/** What a computer knows: only decisions, for reviews of files are among them. */
const known = (decisions: readonly Decision[]) => decided(decisions);
const fileOf = (decisions: readonly Decision[]): CardFile => {
  const it = known(decisions);
  return cardFileOf(reviewsIn([], it.reviews), it, 'UTC', NOW);
};
const cardsOf = (decisions: readonly Decision[]) => cardsFrom([], known(decisions), TODAY, 'UTC');
const with_ = (decisions: readonly Decision[], file: CardFile): Decision[] => {
  const it = known(decisions);
  return [...decisions, ...decisionsFrom(file, reviewsIn([], it.reviews), it, NOW)];
};

const card = fc.constantFrom('bank/q', 'bank/r', 'principle:Dive Deep', 'part:star/result');
/** The level follows from the moment: no two computers disagree about what was. */
const review = fc
  .nat(90)
  .map((day): CardReview => ({ at: START + day * DAY, level: (((day * 7) % 4) + 1) as Level }));
const reviewed = fc.record({
  at: fc.constant(NOW),
  type: fc.constant('reviewed' as const),
  card,
  reviews: fc.array(review, { minLength: 1, maxLength: 4 }),
});
const decision = fc.record({
  at: fc.nat(90).map(it => START + it * DAY),
  type: fc.constantFrom('suspended' as const, 'unsuspended' as const, 'reset' as const),
  card,
});
/** As time has it, and nobody says two things of a card at once. */
const decisions = fc
  .array(fc.oneof(reviewed, decision), { maxLength: 12 })
  .map(them =>
    them
      .filter((it, at) => it.type === 'reviewed' || at === them.findIndex(other => other.at === it.at))
      .sort((a, b) => a.at - b.at),
  );

describe('cards that go to another computer', () => {
  test('are there as they were, and a file that comes again changes nothing', () =>
    fc.assert(
      fc.property(decisions, them => {
        const text = cardFileText(fileOf(them));
        const read = parseCards('cards.json', Buffer.from(text), NOW);
        if (!('cards' in read)) throw new Error(read.problems[0]!.message);
        const there = with_([], read.cards);
        expect(cardsOf(there)).toEqual(cardsOf(them));
        expect(fileOf(there)).toEqual(fileOf(them));
        expect(with_(there, read.cards)).toEqual(there);
      }),
    ));

  test('from two computers come to the same on both: nothing is lost, what is newer holds', () =>
    fc.assert(
      fc.property(decisions, decisions, (here, there) => {
        const both = with_(here, fileOf(there));
        // At one and the same moment both sides are right, and each keeps its own.
        const moments = new Set(here.filter(it => it.type !== 'reviewed').map(it => it.at));
        fc.pre(!there.some(it => it.type !== 'reviewed' && moments.has(it.at)));
        expect(fileOf(both)).toEqual(fileOf(with_(there, fileOf(here))));
        for (const { id, reviews } of fileOf(here).cards)
          expect(fileOf(both).cards.find(it => it.id === id)!.reviews).toEqual(
            expect.arrayContaining(reviews),
          );
      }),
    ));
});

test('an answer that is known here is not counted twice, also judged otherwise there', () => {
  const here = reviewsIn([attempt(2)]);
  const file: CardFile = { ...fileOf([]), cards: [] };
  const entry = { due: null, suspended: false, decidedAt: null, resetAt: null };
  const at = new Date(START).toISOString();
  const more = { ...file, cards: [{ id: 'bank/q', ...entry, reviews: [{ at, level: 4 as const }] }] };
  expect(decisionsFrom(more, here, decided([]), NOW)).toEqual([]);
});

test('what was taken back later there is asked again here', () => {
  const here: Decision[] = [{ at: START, type: 'suspended', card: 'bank/q' }];
  const later: Decision[] = [...here, { at: START + 1, type: 'unsuspended', card: 'bank/q' }];
  expect([...known(with_(here, fileOf(later))).suspended]).toEqual([]);
  expect([...known(with_(later, fileOf(here))).suspended]).toEqual([]);
});
