/** A true text said over again word for word, but for a denial, is its opposite, wherever in it the denial stands. */
import { describe, expect, test } from 'vitest';
import { readSubmission } from '../../../src/scoring/signals/readings.ts';
import { submission } from '../asking.ts';

const asked = {
  prompt: 'What happens to a seed?',
  answer: [
    'The coat protects the seed until the plant can make food for itself. The larger particles settle first, and the smaller ones settle more slowly. No root grows in frozen soil.',
  ],
};

const read = (answer: string) => readSubmission(submission(answer, asked));
const covered = (answer: string) => read(answer).coverage.value ?? 0;

describe('the opposite', () => {
  test.each([
    'The coat protects the seed until the plant cannot make food for itself.',
    'The coat does not protect the seed until the plant can make food for itself.',
    'The larger particles do not settle first, and the smaller ones settle more slowly.',
    'A root grows in frozen soil.',
  ])('%s', answer => {
    const [flag] = read(answer).flags;
    expect(flag?.kind).toBe('contradiction');
    expect(covered(answer)).toBeLessThan(0.1);
  });

  test('is told with what it denies, where no point is lost that could be named', () =>
    expect(
      read('The coat protects the seed until the plant cannot make food for itself.').flags[0]?.reason,
    ).toBe(
      '"The coat protects the seed until the plant cannot make fo..." says the opposite of: The coat protects the seed until the plant can make food for itself.',
    ));
});

describe('not the opposite', () => {
  test.each([
    'The coat protects the seed until the plant can make food for itself.',
    'The coat, which is not thick, protects the young seed until the small plant can make its food.',
    'No root grows in frozen soil.',
    'Roots do not grow in frozen soil.',
  ])('%s', answer => expect(read(answer).flags).toEqual([]));
});
