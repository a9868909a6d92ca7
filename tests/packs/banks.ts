/** Banks that nobody wrote, for properties of packs. */
import fc from 'fast-check';
import { seededRandom } from '../../src/interview/random.ts';
import type { Bank, Library, Question } from '../../src/model/content.ts';
import type { Wish } from '../../src/packs/choose/wish.ts';
import { question } from '../reports/building.ts';

export function bank(id: string, questions: Question[]): Bank {
  return { kind: 'bank', id, title: id, aliases: {}, questions };
}

export function libraryOf(...banks: Bank[]): Library {
  return { banks: new Map(banks.map(it => [it.id, it])), loops: new Map(), rubrics: new Map() };
}

export const COMPETENCIES = ['storage', 'concurrency', 'testing', 'operations'];
export const PRINCIPLES = ['ownership', 'dive-deep'];

/** A bank of questions with all that a choice looks at; some related to the one before. */
export const anyBank = (most: number): fc.Arbitrary<Bank> =>
  fc
    .array(
      fc.record({
        type: fc.constantFrom('technical' as const, 'behavioral' as const),
        minutes: fc.integer({ min: 4, max: 20 }),
        difficulty: fc.integer({ min: 1, max: 5 }),
        levels: fc.subarray(['L4', 'L5']),
        competencies: fc.subarray(COMPETENCIES),
        principles: fc.subarray(PRINCIPLES),
        isRelated: fc.boolean(),
      }),
      { minLength: 1, maxLength: most },
    )
    .map(them =>
      bank(
        'any',
        them.map(({ isRelated, ...rest }, at) =>
          question(`q${at}`, { ...rest, related: isRelated && at > 0 ? [`q${at - 1}`] : [] }),
        ),
      ),
    );

/** As many questions as a large bank has, much the same every time. */
export function largeBank(count: number, seed = 1): Bank {
  const random = seededRandom(seed);
  const one = <Item>(list: readonly Item[]) => list[Math.floor(random() * list.length)]!;
  const questions = Array.from({ length: count }, (_, at) =>
    question(`q${at}`, {
      prompt: `Question ${at}?`,
      minutes: 5 + Math.floor(random() * 11),
      difficulty: 1 + Math.floor(random() * 5),
      levels: one([[], ['L5'], ['L4', 'L5']]),
      competencies: [one(COMPETENCIES), `rare-${Math.floor(random() * 30)}`],
      principles: random() < 0.3 ? [one(PRINCIPLES)] : [],
      related: random() < 0.1 && at > 0 ? [`q${Math.floor(random() * at)}`] : [],
    }),
  );
  return bank('large', questions);
}

export const wishOf = (rest: Partial<Wish> = {}): Wish => ({
  minutes: 60,
  closing: 5,
  competencies: [],
  principles: [],
  excluded: new Set(),
  ...rest,
});

export const anyWish = (): fc.Arbitrary<Wish> =>
  fc
    .record({
      minutes: fc.integer({ min: 10, max: 90 }),
      closing: fc.constantFrom(0, 5),
      competencies: fc.subarray(COMPETENCIES),
      principles: fc.subarray(PRINCIPLES),
      level: fc.constantFrom(undefined, 'L5'),
    })
    .map(({ level, ...rest }) => wishOf({ ...rest, ...(level && { level }) }));

/** What a choice throws, as a value; undefined where it throws nothing. */
export function attempt<Result>(act: () => Result): Result | Error {
  try {
    return act();
  } catch (error) {
    return error as Error;
  }
}
