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

describe('a denial that another word makes good', () => {
  test.each([
    ['A valve opens only when the boiler is empty.', 'A valve does not open until the boiler is empty.'],
    ['The pump is started at most five times.', 'The pump is started no more than five times.'],
    ['The meter counts litres and not strokes.', 'The meter counts litres instead of strokes.'],
    ['The meter counts litres rather than strokes.', 'The meter counts litres, not strokes.'],
    ['Plants make sugar with light.', 'Plants make no sugar without light.'],
    ['Every pump feeds the boiler.', 'No pump feeds anything but the boiler.'],
    [
      'It locks the valve, so two pumps cannot both open.',
      'It locks the valve, so only one of two pumps can open.',
    ],
    ['Metals conduct electricity, and wood does not.', 'Metals conduct electricity, wood not.'],
    ['Replicas of a valve agree in the end.', 'Replicas of a valve agree in the end, not at once.'],
  ])('%s %s', (model, answer) => {
    const { flags } = readSubmission(
      submission(answer, { prompt: 'What do you know of it?', answer: [model] }),
    );
    expect(flags.filter(it => it.kind === 'contradiction')).toEqual([]);
  });
});
