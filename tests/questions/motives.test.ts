/**
 * Answers to questions on motives, expectations and plans: honest ones in many styles, and empty ones that are well ordered
 * and say nothing of what was asked; motives.jsonl. The question `hr/*` is each of the bank in turn. Those called `fresh`
 * were written afterwards, and little was set with them in sight.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createJudge } from '../../src/batch/single.ts';
import { openLibrary } from '../../src/content/files.ts';
import type { RowResult } from '../../src/model/cohort.ts';

type Given = Record<'id' | 'question' | 'answer', string>;

const library = await openLibrary();
const names = [...library.banks.values()]
  .filter(it => it.id === 'hr')
  .flatMap(bank => bank.questions.map(it => `${bank.id}/${it.id}`));
const given = readFileSync(new URL('motives.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map(line => JSON.parse(line) as Given)
  .flatMap(it => (it.question === 'hr/*' ? names.map(question => ({ ...it, question })) : [it]));
const judge = await createJudge({ library });
const results: RowResult[] = [];
for (const it of given) results.push(await judge(it));

/** All of a kind, such as `empty`, their ids being the kind and a number. */
const of = (kind: string) => results.filter(({ id }) => id!.replace(/-\d+$/, '') === kind);
const shareLow = (some: readonly RowResult[]) => some.filter(it => it.score! <= 20).length / some.length;
const farIn = (some: readonly RowResult[]) =>
  some.filter(it => it.flags.some(({ kind }) => kind === 'far-from-topic' || kind === 'off-topic'));

describe('answers that say nothing of what was asked', () => {
  test('score 20 at most, however well they are ordered', () => {
    expect(of('empty').length).toBeGreaterThan(100);
    expect(shareLow(of('empty'))).toBeGreaterThanOrEqual(0.93);
  });

  test('of those written afterwards most do', () => {
    expect(shareLow(of('fresh-empty'))).toBeGreaterThanOrEqual(0.6);
  });
});

describe('honest answers', () => {
  test('are not taken for such, be they brief, rambling, dry, in poor English, or of any trade', () => {
    expect(of('honest').length).toBeGreaterThan(65);
    expect(farIn(of('honest')).map(it => it.id)).toEqual([]);
  });

  test('of those written afterwards one in ten at most', () => {
    expect(farIn(of('fresh-honest')).length).toBeLessThanOrEqual(0.1 * of('fresh-honest').length);
  });
});
