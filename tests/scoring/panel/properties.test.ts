import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Debrief, Verdict } from '../../../src/model/debrief.ts';
import { renderJson } from '../../../src/reports/json.ts';
import { card, debriefOfCard, improved } from './scorecards.ts';

/** Whether there is enough to decide is no question of how good the answers were. */
const RANK: Readonly<Record<Verdict, number>> = {
  undecided: Number.NaN,
  'no-hire': 0,
  'hire-one-level-lower': 1,
  hire: 2,
};

/** All that the decision rests on, in one order. */
const figuresOf = ({ rounds, outcome }: Debrief): number[] =>
  [
    ...rounds.flatMap(({ votes, assessment }) => [
      votes.before,
      votes.after,
      votes.figure,
      assessment!.figure,
      ...assessment!.demands.map(it => it.score),
    ]),
    outcome!.whole,
    ...outcome!.demands.map(it => it.score),
  ].map(it => it ?? 0);

test('a better answer never worsens the outcome, nor any vote or figure', () => {
  fc.assert(
    fc.property(improved, ([before, after]) => {
      const [old, now] = [debriefOfCard(before), debriefOfCard(after)];
      const [was, is] = [old.outcome!.verdict, now.outcome!.verdict];
      expect(is === 'undecided').toBe(was === 'undecided');
      if (was !== 'undecided') expect(RANK[is]).toBeGreaterThanOrEqual(RANK[was]);
      const improved = figuresOf(now);
      for (const [index, figure] of figuresOf(old).entries())
        expect(improved[index]).toBeGreaterThanOrEqual(figure);
    }),
    { numRuns: 400 },
  );
}, 60_000);

test('the cards come to every outcome, and from each to a better one', () => {
  const pairs = fc.sample(improved, { seed: 6, numRuns: 400 });
  const seen = new Set(
    pairs.map(
      ([was, is]) => `${debriefOfCard(was).outcome!.verdict} to ${debriefOfCard(is).outcome!.verdict}`,
    ),
  );
  expect([...seen].sort()).toEqual([
    'hire to hire',
    'hire-one-level-lower to hire',
    'hire-one-level-lower to hire-one-level-lower',
    'no-hire to hire',
    'no-hire to hire-one-level-lower',
    'no-hire to no-hire',
    'undecided to undecided',
  ]);
}, 60_000);

test('no assessment sees another before it is sealed: it stays to the byte whatever the other rounds were', () => {
  fc.assert(
    fc.property(card, card, fc.nat(), ({ level, rounds }, other, at) => {
      const own = at % rounds.length;
      const replaced = rounds.map((it, index) =>
        index === own ? it : { ...it, asked: (other.rounds[index] ?? other.rounds[0]!).asked },
      );
      const assessed = (held: typeof rounds) => {
        const { assessment, votes } = debriefOfCard({ level, rounds: held }).rounds[own]!;
        return JSON.stringify([assessment, votes.before]);
      };
      expect(assessed(replaced)).toBe(assessed(rounds));
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('the same scores give the same debrief, byte for byte', () => {
  fc.assert(
    fc.property(card, it => {
      expect(renderJson(debriefOfCard(it))).toBe(renderJson(debriefOfCard(structuredClone(it))));
    }),
    { numRuns: 200 },
  );
});

test('quotes are slices of the answers that they are said to come from', () => {
  fc.assert(
    fc.property(card, it => {
      const { rounds, recurring, outcome } = debriefOfCard(it);
      const answers = new Map<string, string>();
      const note = (asked: (typeof rounds)[0]['questions'][0]): void => {
        answers.set(asked.key, asked.tries.at(-1)?.answer ?? '');
        asked.followUps.forEach(note);
      };
      for (const round of rounds) round.questions.forEach(note);
      const grounds = [
        ...rounds.flatMap(({ assessment: a, votes }) => [...a!.for, ...a!.against, ...votes.moved]),
        ...recurring.flatMap(habit => habit.seen),
        ...outcome!.demands.flatMap(demand => demand.seen),
      ];
      for (const { question, found } of grounds) {
        expect(answers.has(question)).toBe(true);
        if (found) expect(answers.get(question)!.slice(found.start, found.end)).toBe(found.quote);
      }
    }),
    { numRuns: 300 },
  );
});
