/**
 * Two fluent wrong answers and a right one to each question that is not about the past, written by somebody who had only
 * seen the prompts: right-and-wrong.jsonl. Wordings of pitfalls that accused a right answer were reworded afterwards.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createJudge } from '../../src/batch/single.ts';
import { openLibrary } from '../../src/content/files.ts';
import type { RowResult } from '../../src/model/cohort.ts';

type Kind = 'right' | 'wrong';
type Given = Record<'id' | 'question' | 'answer', string>;

const given = readFileSync(new URL('right-and-wrong.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map(line => JSON.parse(line) as Given);
const library = await openLibrary();
const judge = await createJudge({ library });
const results: RowResult[] = [];
for (const it of given) results.push(await judge(it));

const of = (kind: Kind, question?: string) =>
  results.filter(
    ({ id }, at) => id!.includes(kind) && (question ?? given[at]!.question) === given[at]!.question,
  );
const mean = (some: readonly RowResult[]) => some.reduce((sum, it) => sum + it.score!, 0) / some.length;
const accused = (some: readonly RowResult[]) =>
  some.filter(it => it.pitfalls.length > 0).length / some.length;

test('every question that has points, and is not about the past, has its three', () => {
  const names = [...library.banks.values()].flatMap(bank =>
    bank.questions
      .filter(it => it.type !== 'behavioral' && it.points.length > 0)
      .map(it => `${bank.id}/${it.id}`),
  );
  expect([...new Set(given.map(it => it.question))].sort()).toEqual(names.sort());
  for (const name of names)
    expect([of('right', name).length, of('wrong', name).length], name).toEqual([1, 2]);
});

test('the right answer scores above the wrong one', () => {
  const pairs = of('wrong').map(({ question, score }) => of('right', question!)[0]!.score! > score!);
  expect(pairs.filter(Boolean).length / pairs.length).toBeGreaterThanOrEqual(0.95);
});

test('wrong answers score low, and far below right ones', () => {
  expect(mean(of('wrong'))).toBeLessThanOrEqual(23);
  expect(mean(of('right')) - mean(of('wrong'))).toBeGreaterThanOrEqual(38);
});

test('of wrong answers most are told what is wrong, of right ones hardly any', () => {
  expect(accused(of('wrong'))).toBeGreaterThanOrEqual(0.58);
  expect(accused(of('right'))).toBeLessThanOrEqual(0.03);
});
