/** What a row may be is said twice: by the reader (src/batch/row.ts) and by `mockloop schema answers`. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Questions } from '../../src/batch/questions.ts';
import { isBad, type Raw, rowOf } from '../../src/batch/row.ts';
import { answersShape } from '../../src/content/answers-shape.ts';
import { LIBRARY } from './world.ts';

const questions = new Questions(LIBRARY);

const isTaken = async (raw: Raw): Promise<boolean> => {
  const row = rowOf(raw);
  return !isBad(row) && !('cause' in (await questions.find(row.question)));
};

const values = [undefined, null, '', ' ', 0, 7, -1, 2.5, '7', ' -2.5e1 ', '0x5', true, 'north', ['a'], {}];
const anything = fc.constantFrom(...values);
const often = (...usual: unknown[]) =>
  fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...usual) }, anything);

const anyRow = fc.record(
  {
    id: anything,
    question: often(
      'small/cache',
      'cache',
      { prompt: 'Why?' },
      { prompt: 'Why?', nonsense: 1 },
      undefined,
      '',
    ),
    prompt: often('Why?', '', null, undefined),
    reference: often('So.', ['So.', 'Or so.'], undefined),
    answer: often('Readers may see stale data.'),
    candidate: anything,
    group: anything,
    seconds: anything,
    human: anything,
    human2: anything,
    remark: anything,
  },
  { requiredKeys: [] },
);

test('what the reader takes, the schema takes', async () => {
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(anyRow, async given => {
      // As it comes out of a file: without the keys that are undefined.
      const raw: Raw = JSON.parse(JSON.stringify(given));
      if (!(await isTaken(raw))) return;
      taken++;
      expect(answersShape.safeParse(raw).error).toBeUndefined();
    }),
    { numRuns: 3000 },
  );
  expect(taken).toBeGreaterThan(20);
});

const ANSWER = { answer: 'x' };

describe('what the reader refuses, the schema refuses', () => {
  test.each<Raw>([
    ANSWER,
    { question: 'small/cache' },
    { ...ANSWER, question: '' },
    { ...ANSWER, question: 'Small cache' },
    { ...ANSWER, question: 'small/cache', prompt: 'Why?' },
    { ...ANSWER, question: 'small/cache', reference: 'So.' },
    { ...ANSWER, reference: 'So.' },
    { ...ANSWER, prompt: ' ' },
    { ...ANSWER, question: { answer: 'So.' } },
    { ...ANSWER, question: { prompt: 'Why?', coding: { language: 'go' } } },
    { answer: null, prompt: 'Why?' },
    { ...ANSWER, prompt: 'Why?', id: ['a'] },
    { ...ANSWER, prompt: 'Why?', candidate: 7 },
    { ...ANSWER, prompt: 'Why?', seconds: -1 },
    { ...ANSWER, prompt: 'Why?', human: 'good' },
  ])('%j', async raw => {
    expect(await isTaken(raw)).toBe(false);
    expect(answersShape.safeParse(raw).success).toBe(false);
  });
});
