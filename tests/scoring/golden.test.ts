/** Each file in golden/ is a question with answers whose order and range are known; adding a file adds a test. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { localJudge } from '../../src/scoring/judges/local.ts';
import { type Golden, type GoldenAnswer, goldensIn, submissionFor } from './golden.ts';

const folder = new URL('golden/', import.meta.url);
const files = readdirSync(folder).filter(it => it.endsWith('.yaml'));

test('there are golden files', () => expect(files.length).toBeGreaterThanOrEqual(8));

describe.each(files)('%s', file => {
  const goldens = goldensIn(readFileSync(new URL(file, folder), 'utf8'));
  describe.each(goldens)('$title', golden => {
    test.each(golden.answers)('$name', answer => check(golden, answer));

    test.each(golden.order ?? [])('in order: %s', (...names) => {
      const scores = names.map(name => scoreOf(golden, named(golden, name)).score);
      const sorted = scores.toSorted((a, b) => (b ?? 0) - (a ?? 0));
      expect(scores).toEqual(sorted);
      expect(new Set(scores).size).toBe(scores.length);
    });

    const models = submissionFor(golden, '').asked.answer;
    if (models.length > 0)
      test('the model answer scores 85 or more, unflagged', () => {
        for (const answer of models) {
          const score = scoreOf(golden, { name: 'model', answer });
          expect(score.score).toBeGreaterThanOrEqual(85);
          expect([score.flags, score.pitfalls]).toEqual([[], []]);
        }
      });
  });
});

function named(golden: Golden, name: string): GoldenAnswer {
  const found = golden.answers.find(it => it.name === name);
  if (!found) throw new Error(`${golden.title}: there is no answer "${name}".`);
  return found;
}

function scoreOf(golden: Golden, { answer }: GoldenAnswer) {
  return localJudge.judge(submissionFor(golden, answer)) as Awaited<ReturnType<typeof localJudge.judge>>;
}

function check(golden: Golden, answer: GoldenAnswer): void {
  const score = scoreOf(golden, answer);
  const criterion = (id: string) => score.criteria.find(it => it.id === id || it.id.endsWith(`/${id}`));
  const points = (...status: string[]) =>
    score.points.filter(it => status.includes(it.status)).map(it => it.id);
  expect(score.status).toBe(answer.status ?? 'scored');
  if (answer['at least'] !== undefined) expect(score.score).toBeGreaterThanOrEqual(answer['at least']);
  if (answer['at most'] !== undefined) expect(score.score).toBeLessThanOrEqual(answer['at most']);
  if (answer.flags) expect(score.flags.map(it => it.kind)).toEqual(answer.flags);
  if (answer.pitfalls) expect(score.pitfalls.map(it => it.id)).toEqual(answer.pitfalls);
  expect(points('covered')).toEqual(expect.arrayContaining(answer.covered ?? []));
  expect(points('missing')).toEqual(expect.arrayContaining(answer.missing ?? []));
  for (const [id, level] of Object.entries(answer.levels ?? {}))
    expect(criterion(id)?.level, id).toBeGreaterThanOrEqual(level);
  for (const [id, level] of Object.entries(answer['levels at most'] ?? {}))
    expect(criterion(id)?.level, id).toBeLessThanOrEqual(level);
  for (const [id, words] of Object.entries(answer.reasons ?? {}))
    expect(criterion(id)?.reason, id).toContain(words);
}
