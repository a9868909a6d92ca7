import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnswerScore } from '../../src/model/score.ts';
import { localJudge } from '../../src/scoring/judges/local.ts';
import { parse } from '../../src/scoring/text/answer.ts';
import { submission } from './asking.ts';
import { rubric } from './golden.ts';

/** Pieces of real answers between anything that a keyboard or a clipboard can produce. */
const anyAnswer = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        'I cut it from 900 ms to 120 ms. ',
        '\r\n- item one\r\n',
        '```go\nx := 1\n```\n',
        '\n\n',
        "wg.Wait() isn't ",
        '👩‍💻 東京 ',
        'Each P has a local run queue. ',
        '1. ',
        '|---|',
        '\ud800',
      ),
    ),
    { maxLength: 12 },
  )
  .map(it => it.join(''));

const rubrics = [
  'technical',
  'coding',
  'design',
  'star',
  'mece',
  'rice',
  'circles',
  'communication',
  'closing',
].map(rubric);
const asked = {
  points: [{ id: 'queue', text: ['Each P has a local run queue.'], weight: 1, cues: ['run queue'] }],
  pitfalls: [{ id: 'own', text: 'Each P has its own thread' }],
  answer: ['Each P has a local run queue, and idle threads steal.'],
  keywords: [{ term: 'run queue', aliases: [] }],
};

const judge = (answer: string) => localJudge.judge(submission(answer, asked, { rubrics })) as AnswerScore;

test('any answer is judged, within 0 to 100, with quotes that are exactly slices of it', () => {
  fc.assert(
    fc.property(anyAnswer, answer => {
      const score = judge(answer);
      const figures = [score.score, ...score.criteria.map(it => it.score)].filter(it => it !== null);
      for (const it of figures) expect(it >= 0 && it <= 100).toBe(true);
      for (const { start, end, quote } of [score.criteria, score.points, score.pitfalls]
        .flat()
        .flatMap(it => it.evidence)) {
        expect(answer.slice(start, end)).toBe(quote);
        expect(quote).not.toBe('');
      }
    }),
    { numRuns: 400 },
  );
});

test('the same answer gets the same score, whatever was judged in between', () => {
  fc.assert(
    fc.property(anyAnswer, anyAnswer, (answer, other) => {
      const first = JSON.stringify(judge(answer));
      judge(other);
      expect(JSON.stringify(judge(answer))).toBe(first);
    }),
    { numRuns: 100 },
  );
});

test('units follow each other without overlap, and words lie within them', () => {
  fc.assert(
    fc.property(anyAnswer, text => {
      let before = 0;
      for (const { start, end, words } of parse(text).sentences) {
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        for (const word of words) expect(word.start >= start && word.end <= end).toBe(true);
        before = end;
      }
    }),
    { numRuns: 400 },
  );
});

/** Each took seconds once, with time growing by the square; now none takes a quarter of one on a slow machine. */
test.each([
  'a\n',
  'i g n o r e ',
  'from 1 to 2 ',
  '. ',
  'lock, ',
  '(',
  'a\u00a0',
  '* lock\n',
  'it was their fault ',
  'a()x ',
  '1 + ',
  '1 + 1 = ',
  ';//\u2028',
])('a hundred kilobytes of %j are judged in no time', piece =>
  expectSoon(piece.repeat(100_000 / piece.length)),
);

test.each([' ', ')', ' \u00a0', ' \t', '.', '."'])(
  'neither do as many of %j between two words take any',
  piece => expectSoon(`A lock${piece.repeat(100_000 / piece.length)}is held.`),
);

test('so many figures between dots, and then no letter, take no time', () =>
  expectSoon(`A lock ${'1.'.repeat(50_000)}1-x is held.`));

function expectSoon(answer: string) {
  const start = performance.now();
  judge(answer);
  expect(performance.now() - start).toBeLessThan(2500);
}
