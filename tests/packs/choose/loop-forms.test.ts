import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../src/interview/random.ts';
import type { Bank, Loop, Question } from '../../../src/model/content.ts';
import { InputError } from '../../../src/model/errors.ts';
import { fits, isAkin } from '../../../src/model/library.ts';
import { minutesIn, questionsOf } from '../../../src/packs/choose/form.ts';
import { formsOfLoop } from '../../../src/packs/choose/loop-forms.ts';
import { loop, round } from '../../interview/library.ts';
import { question } from '../../reports/building.ts';
import { anyBank, bank, libraryOf, PRINCIPLES } from '../banks.ts';

const story = (id: string, rest: Partial<Question> = {}) =>
  question(id, { type: 'behavioral', principles: ['ownership'], ...rest });
const stories = bank('stories', [
  story('a'),
  story('b'),
  story('c', { difficulty: 5 }),
  story('d', { principles: ['frugality'] }),
  story('pinned'),
]);
const hr = loop(
  round('hr', ['stories/pinned', { draw: { types: ['behavioral'], count: 2 } }], {
    principles: ['ownership', 'frugality'],
  }),
);
const forms = (it: Loop, options: { forms?: number; excluded?: string[]; seed?: number; of?: Bank } = {}) => {
  const { forms: count = 1, excluded = [], seed = 1, of = stories } = options;
  const made = formsOfLoop(libraryOf(of), it, {
    forms: count,
    excluded: new Set(excluded),
    random: seededRandom(seed),
  });
  return { ...made, refs: made.forms.map(form => questionsOf(form).map(q => q.question.id)) };
};

/** What was made, or undefined where too few questions fit. */
function orRefusal<T>(made: () => T): T | undefined {
  try {
    return made();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return undefined;
  }
}

describe('forms of a loop', () => {
  test('ask what it names, and draw the rest over the principles of the round', () => {
    const [only] = forms(hr).refs;
    expect(only).toHaveLength(3);
    expect(only![0]).toBe('pinned');
    expect(only).toContain('d');
  });

  test('are as hard, and about the same', () => {
    for (let seed = 1; seed < 20; seed++) {
      const { refs, equality } = forms(hr, { forms: 2, seed });
      expect(equality.equal).toBe(true);
      expect(refs[1]!.includes('c')).toBe(refs[0]!.includes('c'));
      expect(refs[1]).toContain('d');
    }
  });

  test('ask nothing twice, though a draw would find what the loop names', () => {
    const few = bank('stories', [story('a'), story('pinned')]);
    const draw = loop(round('hr', ['stories/pinned', { draw: { types: ['behavioral'], count: 1 } }]));
    const { refs, equality } = forms(draw, { forms: 3, of: few });
    expect(refs).toEqual([
      ['pinned', 'a'],
      ['pinned', 'a'],
      ['pinned', 'a'],
    ]);
    expect(equality.shared).toEqual({ mean: 2, most: 2 });
  });

  test('share nothing that is drawn where there is another', () => {
    const draw = loop(
      round('hr', [
        { draw: { types: ['behavioral'], difficulty: [1, 4], principles: ['ownership'], count: 1 } },
      ]),
    );
    const { refs, equality } = forms(draw, { forms: 3 });
    expect(new Set(refs.flat()).size).toBe(3);
    expect(equality.shared.most).toBe(0);
  });

  test('tell principles apart however many the loop asks for', () => {
    const principles = Array.from({ length: 33 }, (_, at) => `p${at}`);
    const of = bank('stories', [
      story('first', { principles: ['p0'] }),
      story('last', { principles: ['p32'] }),
    ]);
    const it = loop(round('hr', [{ draw: { count: 1 } }], { principles }));
    for (let seed = 1; seed < 20; seed++) {
      const { refs } = forms(it, { forms: 2, seed, of });
      if (refs[0]![0] === 'first') expect(refs[1]).toEqual(['first']);
    }
  });

  test('exchange a longer question in one place for a shorter one in another', () => {
    const of = bank('stories', [
      story('own-short', { minutes: 10 }),
      story('own-long', { minutes: 14 }),
      story('frugal-short', { minutes: 10, principles: ['frugality'] }),
      story('frugal-long', { minutes: 14, principles: ['frugality'] }),
    ]);
    const draws = ['ownership', 'frugality'].map(it => ({ draw: { principles: [it], count: 1 } }));
    const it = loop(round('hr', draws, { principles: ['ownership', 'frugality'] }));
    const seen = new Set<number>();
    for (let seed = 1; seed < 20; seed++) {
      const { equality, forms: made } = forms(it, { forms: 2, seed, of });
      const minutes = minutesIn(made[0]!);
      seen.add(minutes);
      expect(equality).toMatchObject({ equal: true, shared: { most: minutes === 24 ? 0 : 2 } });
    }
    expect([...seen].sort()).toEqual([20, 24, 28]);
  });

  test('keep every round as long as in the first form, and about the same', () => {
    const of = bank('stories', [
      story('a', { minutes: 10 }),
      story('b', { minutes: 14 }),
      story('c', { minutes: 10, principles: ['frugality'] }),
      story('d', { minutes: 14, principles: ['frugality'] }),
    ]);
    const drawing = (id: string, principle: string) =>
      round(id, [{ draw: { principles: [principle], count: 1 } }], { principles: [principle] });
    const it = loop(drawing('one', 'ownership'), drawing('two', 'frugality'));
    for (let seed = 1; seed < 10; seed++)
      expect(forms(it, { forms: 2, seed, of }).equality.shared.most).toBe(2);
  });

  test('of any loop keep what it says, are equal, and ask nothing beside what it is related to', () => {
    let seen = 0;
    const draw = fc.record({
      principles: fc.subarray(PRINCIPLES, { minLength: 1 }),
      count: fc.constantFrom(1, 2),
    });
    fc.assert(
      fc.property(
        anyBank(25),
        fc.array(fc.array(draw, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 2, max: 4 }),
        fc.integer(),
        (of, wanted, count, seed) => {
          const rounds = wanted.map((draws, at) =>
            round(
              `r${at}`,
              draws.map(it => ({ draw: it })),
              { principles: draws[0]!.principles },
            ),
          );
          const it = loop(...rounds);
          const made = orRefusal(() => forms(it, { forms: count, seed, of }));
          if (!made) return;
          seen += 1;
          expect(made.equality).toMatchObject({ forms: count, equal: true });
          for (const form of made.forms) {
            const asked = questionsOf(form);
            for (const [at, one] of asked.entries())
              expect(asked.slice(at + 1).some(other => isAkin(one, other))).toBe(false);
            for (const [at, own] of form.rounds.entries()) {
              const places = wanted[at]!.flatMap(one => Array.from({ length: one.count }, () => one));
              expect(own.questions.map((q, place) => fits(q, places[place]!))).toEqual(
                places.map(() => true),
              );
            }
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(seen).toBeGreaterThan(10);
  }, 30_000);

  test('never draw what was used before, and refuse a loop that names it', () => {
    for (let seed = 1; seed < 10; seed++)
      expect(forms(hr, { excluded: ['stories/a'], seed }).refs.flat()).not.toContain('a');
    expect(() => forms(hr, { excluded: ['stories/pinned'] })).toThrow(
      'The loop sample names stories/pinned, which --exclude keeps out.',
    );
  });

  test('refuse a draw that too few questions fit', () => {
    expect(() => forms(hr, { excluded: ['stories/a', 'stories/b', 'stories/c'] })).toThrow('too few fit');
  });
});
