import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Rubric } from '../../../src/model/content.ts';
import type { Asked } from '../../../src/model/score.ts';
import { readSubmission } from '../../../src/scoring/signals/readings.ts';
import { submission } from '../asking.ts';

const { rubrics } = JSON.parse(
  readFileSync(new URL('../../../dist/library.json', import.meta.url), 'utf8'),
) as {
  rubrics: Rubric[];
};
const star = rubrics.filter(it => it.id === 'star');

const question = {
  prompt: 'Tell me about a time when you took on something that was not your job.',
  type: 'behavioral' as const,
  points: [
    { id: 'need', text: ['Noticed a need that nobody was looking after'], weight: 1, cues: [] },
    { id: 'result', text: ['Others were measurably better off'], weight: 1, cues: [] },
  ],
} satisfies Partial<Asked>;

const SETTING =
  'In March our support team in Lyon had 300 open tickets, and I had to keep the releases going.';
const DEEDS =
  'I sorted the tickets by cause in the evenings, wrote a small script that answered the ones about passwords, and ' +
  'showed two colleagues how to run it.';
const OUTCOME = 'After three weeks 40 tickets were left, and customers waited one day instead of nine.';

const pointsOf = (answer: string, given: readonly Rubric[] = star) =>
  readSubmission(submission(answer, question, { rubrics: [...given] })).points;
const statuses = (answer: string) => pointsOf(answer).map(it => it.status);

describe('points of a story', () => {
  test('a whole story covers them, in whatever words', () =>
    expect(statuses(`${SETTING} ${DEEDS} ${OUTCOME}`)).toEqual(['covered', 'covered']));

  test('without its outcome it covers the last one less', () => {
    const [, whole] = pointsOf(`${SETTING} ${DEEDS} ${OUTCOME}`);
    const [, open] = pointsOf(`${SETTING} ${DEEDS}`);
    expect(open!.score).toBeLessThan(whole!.score);
  });

  test('words of the points without a story cover nothing', () =>
    expect(
      statuses('It is important to notice a need that nobody looks after, so that others are better off.'),
    ).toEqual(['missing', 'missing']));

  test('each is shown by a slice of the answer', () => {
    const answer = `${SETTING} ${DEEDS} ${OUTCOME}`;
    for (const { evidence } of pointsOf(answer)) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const { start, end, quote } of evidence) expect(answer.slice(start, end)).toBe(quote);
    }
  });

  const coverageOf = (answer: string, prompt: string) =>
    readSubmission(submission(answer, { ...question, prompt }, { rubrics: [...star] })).coverage.value!;

  test('are worth less in words that could be said of anything', () => {
    const vague =
      'It is important to me to work well and to always really help people and teams in many ways.';
    const plain =
      'Herons nest by the river there, and kettles, lanterns, ladders and pears hang from a beam.';
    const [solid, hollow] = [plain, vague].map(it =>
      coverageOf(`${SETTING} ${DEEDS} ${OUTCOME} ${it} ${it}`, 'Tell me about last March.'),
    );
    expect(hollow).toBeLessThan(solid! - 0.05);
  });

  test('are worth less in a story on another theme than was asked for', () => {
    const [own, other] = [question.prompt, 'Tell me about a disagreement with your manager.'].map(it =>
      coverageOf(`${SETTING} It was not my job, and nobody felt responsible. ${DEEDS} ${OUTCOME}`, it),
    );
    expect(other).toBeLessThan(own!);
  });

  test('a rubric that knows no parts leaves them to the words', () =>
    expect(pointsOf(`${SETTING} ${DEEDS} ${OUTCOME}`, []).map(it => it.status)).toEqual([
      'missing',
      'missing',
    ]));
});
