/** The choice of a pack's questions: what it promises, on banks that nobody wrote. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../src/interview/random.ts';
import type { Library } from '../../../src/model/content.ts';
import { InputError } from '../../../src/model/errors.ts';
import { isAkin } from '../../../src/model/library.ts';
import { type Choice, choose } from '../../../src/packs/choose/choose.ts';
import { costOf, type Item, leastUnevenness, taskFor, unevenness } from '../../../src/packs/choose/cost.ts';
import { TOLERANCE } from '../../../src/packs/choose/equality.ts';
import { difficultyOf, minutesIn, questionsOf, sharedBy } from '../../../src/packs/choose/form.ts';
import { allQuestions, poolFor } from '../../../src/packs/choose/pool.ts';
import { exhaust, search } from '../../../src/packs/choose/search.ts';
import { roomIn, shows, topicsOf, usualClosing, type Wish } from '../../../src/packs/choose/wish.ts';
import { question } from '../../reports/building.ts';
import { anyBank, anyWish, attempt, bank, largeBank, libraryOf, wishOf } from '../banks.ts';

const ROUND = { id: 'r', title: 'R', minutes: 60, interviewer: 'i', principles: [], barRaiser: false };

function chosen(library: Library, wish: Wish, { forms = 1, seed = 1, partial = true } = {}): Choice {
  return choose(library, { wish, forms, partial, round: ROUND, random: seededRandom(seed) });
}

/** Of any bank and wish: the choice, or undefined where no question fits at all. */
function ofAny(
  library: Library,
  wish: Wish,
  rest: { forms?: number; seed?: number } = {},
): Choice | undefined {
  try {
    return chosen(library, wish, rest);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return undefined;
  }
}

/** The least cost of all choices that there are, by trying them: for small pools. */
function leastCost(
  items: readonly Item[],
  cost: (chosen: readonly Item[]) => number,
  minutes: number,
): number {
  let least = cost([]);
  for (let bits = 1; bits < 2 ** items.length; bits++) {
    const some = items.filter((_, at) => bits & (1 << at));
    if (some.reduce((sum, it) => sum + it.minutes, 0) > minutes) continue;
    if (some.some(it => some.some(other => it.akin.has(other)))) continue;
    least = Math.min(least, cost(some));
  }
  return least;
}

describe('of any bank and wish, the forms', () => {
  test('never exceed the time, ask nothing twice and nothing beside what it is related to', () => {
    fc.assert(
      fc.property(anyBank(25), anyWish(), fc.integer({ min: 1, max: 4 }), (made, wish, forms) => {
        for (const form of ofAny(libraryOf(made), wish, { forms })?.forms ?? []) {
          const asked = questionsOf(form);
          expect(minutesIn(form)).toBeLessThanOrEqual(roomIn(wish));
          expect(asked.length).toBeGreaterThan(0);
          for (const [at, one] of asked.entries())
            expect(asked.slice(at + 1).some(other => isAkin(one, other))).toBe(false);
          const { level } = wish;
          if (level !== undefined)
            expect(
              asked.every(
                it =>
                  [level, undefined].includes(it.question.levels[0]) || it.question.levels.includes(level),
              ),
            ).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  test('show every topic but those that are told to be missing, and these they do not show', () => {
    fc.assert(
      fc.property(anyBank(25), anyWish(), fc.integer({ min: 1, max: 3 }), (made, wish, forms) => {
        const choice = ofAny(libraryOf(made), wish, { forms });
        for (const form of choice?.forms ?? []) {
          const lacking = topicsOf(wish).filter(it => !questionsOf(form).some(q => shows(q.question, it)));
          expect(choice!.missing.map(({ kind, id }) => ({ kind, id }))).toEqual(lacking);
        }
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  test('are equal within the tolerance, however few the questions are', () => {
    fc.assert(
      fc.property(anyBank(25), anyWish(), fc.integer({ min: 2, max: 4 }), (made, wish, count) => {
        const choice = ofAny(libraryOf(made), wish, { forms: count });
        if (!choice) return;
        const { forms, equality } = choice;
        expect(equality).toMatchObject({ forms: count, sameTypes: true, sameCoverage: true, equal: true });
        const typesOf = (form: (typeof forms)[number]) =>
          questionsOf(form)
            .map(it => it.question.type)
            .sort();
        for (const form of forms) expect(typesOf(form)).toEqual(typesOf(forms[0]!));
        const difference = (of: (form: (typeof forms)[number]) => number) =>
          Math.max(...forms.map(of)) - Math.min(...forms.map(of));
        expect(difference(minutesIn)).toBeLessThanOrEqual(TOLERANCE.minutes);
        expect(difference(difficultyOf)).toBeLessThanOrEqual(TOLERANCE.difficulty + 1e-9);
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  test('are the same for the same seed, whatever it is', () => {
    fc.assert(
      fc.property(anyBank(15), anyWish(), fc.integer(), (made, wish, seed) => {
        const refs = () =>
          ofAny(libraryOf(made), wish, { forms: 2, seed })?.forms.map(it => questionsOf(it).map(q => q.ref));
        expect(refs()).toEqual(refs());
      }),
      { numRuns: 30 },
    );
  }, 30_000);
});

describe('the best choice', () => {
  test('is the best of all that there are, where all were tried', () => {
    fc.assert(
      fc.property(anyBank(11), anyWish(), fc.integer(), (made, wish, seed) => {
        const pool = allQuestions(libraryOf(made)).filter(it => it.question.minutes <= roomIn(wish));
        fc.pre(pool.length > 0);
        const task = taskFor(pool, wish);
        const cost = costOf(task);
        const found = search({ task, cost, random: seededRandom(seed) });
        const proved = exhaust(task, cost, found);
        expect(cost(proved!)).toBe(leastCost(task.items, cost, task.minutes));
      }),
      { numRuns: 100 },
    );
  }, 30_000);

  test('is found without trying all, too, nine times in ten', () => {
    const banks = fc.sample(anyBank(14), { numRuns: 40, seed: 7 });
    const hits = banks.filter(made => {
      const task = taskFor(poolFor(libraryOf(made), wishOf()), wishOf());
      const cost = costOf(task);
      const found = search({ task, cost, random: seededRandom(3) });
      return cost(found) === leastCost(task.items, cost, task.minutes);
    });
    expect(hits.length).toBeGreaterThanOrEqual(36);
  }, 30_000);

  test('covers before it fills, and fills before it spreads', () => {
    const made = bank('b', [
      question('covers', { minutes: 20, difficulty: 3, competencies: ['storage'] }),
      question('fills-1', { minutes: 15, difficulty: 3 }),
      question('fills-2', { minutes: 15, difficulty: 3 }),
      question('spreads', { minutes: 5, difficulty: 1 }),
    ]);
    const refs = (wish: Partial<Wish>) =>
      questionsOf(chosen(libraryOf(made), wishOf({ closing: 0, ...wish })).forms[0]!)
        .map(it => it.question.id)
        .sort();
    expect(refs({ minutes: 30, competencies: ['storage'] })).toContain('covers');
    expect(refs({ minutes: 30 })).toEqual(['fills-1', 'fills-2']);
    expect(refs({ minutes: 40 }).map(it => it.replace(/-./, ''))).toEqual(['covers', 'fills', 'spreads']);
  });
});

describe('difficulties in equal parts', () => {
  const ofEach = (minutes: number, ...difficulties: number[]) =>
    difficulties.map((difficulty, at) => question(`of-${minutes}-${at}`, { minutes, difficulty }));

  test('are shares: three questions that differ are spread better than one', () => {
    const made = bank('b', [question('alone', { minutes: 25, difficulty: 4 }), ...ofEach(8, 1, 2, 3, 3, 5)]);
    const { forms } = chosen(libraryOf(made), wishOf({ minutes: 30 }));
    expect(questionsOf(forms[0]!).map(it => it.question.difficulty)).toHaveLength(3);
  });

  test('cannot be bettered only where no number of questions that fills the time could do it', () => {
    const taskOf = (...them: ReturnType<typeof ofEach>) =>
      taskFor(allQuestions(libraryOf(bank('b', them))), wishOf({ minutes: 60, closing: 5 }));
    const four = ofEach(13, 2, 3, 4, 5);
    const long = taskOf(...four, ...ofEach(15, 1));
    // Three are too few to fill 55 minutes, five are too long.
    expect(leastUnevenness(long)).toBeCloseTo(unevenness(four, [1, 5]), 9);
    expect(leastUnevenness(taskOf(...four, ...ofEach(9, 1, 2, 3, 4, 5, 5)))).toBe(0);
  });
});

describe('forms of several types', () => {
  const story = (id: string) => question(id, { type: 'behavioral', minutes: 12, difficulty: 3 });
  // Alone the best, since the two show most; but there is one such form only.
  const rare = [
    question('easy', { minutes: 12, difficulty: 1, competencies: ['storage'] }),
    question('hard', { minutes: 12, difficulty: 5, competencies: ['testing'] }),
  ];

  test('are begun with one of which there are more, where the best one alone would be shared', () => {
    const library = libraryOf(bank('b', [...rare, ...['a', 'b', 'c', 'd'].map(story)]));
    const wish = wishOf({ minutes: 30 });
    const refs = (forms: number) =>
      chosen(library, wish, { forms }).forms.map(it => questionsOf(it).map(one => one.question.id));
    expect(refs(1)).toEqual([['easy', 'hard']]);
    expect(refs(2).flat().sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('ask the same where nothing else is of their types', () => {
    const library = libraryOf(bank('b', [...rare, story('a')]));
    const { equality } = chosen(library, wishOf({ minutes: 30 }), { forms: 2 });
    expect(equality).toMatchObject({ equal: true, sameTypes: true, shared: { most: 2 } });
  });
});

describe('forms of a large bank', () => {
  const library = libraryOf(largeBank(1000));
  const wish = wishOf({ level: 'L5', competencies: ['storage', 'testing'], principles: ['ownership'] });

  test('share no question where there are enough', () => {
    const { forms, equality, proof } = chosen(library, wish, { forms: 4, partial: false });
    expect(equality).toMatchObject({ equal: true, shared: { mean: 0, most: 0 } });
    expect(proof).toBe('reached');
    expect(sharedBy(forms[0]!, forms[3]!)).toBe(0);
  }, 20_000);

  test('keep out what was used before', () => {
    const used = questionsOf(chosen(library, wish).forms[0]!).map(it => it.ref);
    const again = questionsOf(chosen(library, { ...wish, excluded: new Set(used) }).forms[0]!);
    expect(again.filter(it => used.includes(it.ref))).toEqual([]);
  }, 20_000);
});

test('forms of a small bank share what they must, and no more', () => {
  const made = bank(
    'b',
    Array.from({ length: 6 }, (_, at) => question(`q${at}`, { minutes: 10, difficulty: 3 })),
  );
  const { equality } = chosen(libraryOf(made), wishOf({ minutes: 45 }), { forms: 2 });
  expect(equality.shared).toEqual({ mean: 2, most: 2 });
});

describe('what cannot be had is explained', () => {
  const made = bank('b', [
    question('a', { minutes: 20, levels: ['L4'], competencies: ['storage'] }),
    question('b', { minutes: 25, levels: ['L5'], competencies: ['testing'] }),
    question('c', { minutes: 30, levels: ['L5'], competencies: ['concurrency'] }),
  ]);
  const refusal = (rest: Partial<Wish>) => {
    try {
      chosen(libraryOf(made), wishOf(rest), { partial: false });
    } catch (error) {
      return error instanceof InputError ? `${error.message} ${error.remedy}` : error;
    }
    return 'nothing';
  };

  test.each<[string, Partial<Wish>, string]>([
    [
      'an unknown competency',
      { competencies: ['storag'] },
      'There is no competency "storag". Did you mean "storage"?',
    ],
    ['an unknown bank', { banks: ['x'] }, 'There is no bank "x". There are: b.'],
    ['an unknown level', { level: 'L9' }, 'There is no level "L9". There are: L4, L5.'],
    [
      'no question at all',
      { minutes: 25, level: 'L5', difficulty: [3, 3] },
      'No question fits --level L5 and --difficulty 3,3 and --minutes 25. The nearest that works: without --level L5 there is 1, with --minutes 30 there is 1.',
    ],
    [
      'a competency that the level has none of',
      { level: 'L5', competencies: ['storage', 'testing'] },
      'A pack like this cannot cover the competency storage (no question about it is left by --level L5). The nearest that works: the same without storage; or --partial, which builds it and says in it what is missing.',
    ],
    [
      'too little time',
      { minutes: 45, competencies: ['testing', 'concurrency'] },
      'A pack like this cannot cover the competency testing (there is no room for it beside the rest). The nearest that works: --minutes 60; or the same without testing; or --partial, which builds it and says in it what is missing.',
    ],
    [
      'a bank too small',
      { minutes: 180 },
      'The questions that fit fill only 75 of the 175 minutes that there are for questions. The nearest that works: --minutes 80; or --partial, which builds it as it is.',
    ],
  ])('%s', (_what, wish, told) => expect(refusal(wish)).toBe(told));

  test('the nearest length that is named works as it is typed', () => {
    const seen = { plain: 0, closing: 0 };
    const refusalOf = (library: Library, wish: Wish) => {
      const told = attempt(() => chosen(library, wish, { partial: false }));
      return told instanceof InputError ? told.remedy! : undefined;
    };
    fc.assert(
      fc.property(anyBank(6), anyWish(), (of, wish) => {
        const told = refusalOf(libraryOf(of), wish) ?? '';
        const named =
          /(?:^The nearest that works:|with) --minutes (\d+)\b(?: --closing (\d+)\b)?(?! without| --closing)/.exec(
            told,
          );
        // What fits by its length alone is one question, which need not be about what was asked for.
        if (!named || (told.includes('with --minutes') && topicsOf(wish).length > 0)) return;
        const [minutes, closing] = [Number(named[1]), named[2]];
        seen[closing === undefined ? 'plain' : 'closing'] += 1;
        const longer = { ...wish, minutes, closing: Number(closing ?? usualClosing(minutes)) };
        expect(refusalOf(libraryOf(of), longer)).toBe(undefined);
      }),
      { numRuns: 300, seed: 5 },
    );
    expect(Math.min(seen.plain, seen.closing)).toBeGreaterThan(10);
  }, 30_000);
});
