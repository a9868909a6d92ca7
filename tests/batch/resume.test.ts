import { existsSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { earlierIn } from '../../src/batch/earlier.ts';
import { Grader } from '../../src/batch/grade.ts';
import { lineFile } from '../../src/batch/outputs.ts';
import { runBatch } from '../../src/batch/run.ts';
import { unfinishedRun } from '../../src/batch/unfinished.ts';
import type { Judge } from '../../src/model/score.ts';
import { localJudge } from '../../src/scoring/judges/local.ts';
import { temporaryFolder } from '../cli/world.ts';
import { input, LIBRARY, poolOf, row } from './world.ts';

const PROCESSES = { pid: process.pid, isAlive: () => false };
const ANSWERS = [
  'Readers may see stale data until the entry expires.',
  'It takes memory, so old entries are evicted.',
  'I do not know this.',
  '',
  'A canary gets the release first. 😀',
];
const ROWS = Array.from({ length: 12 }, (_, at) =>
  row({ id: `r${at}`, answer: ANSWERS[at % ANSWERS.length] }),
);
const BAD = '{"id": "bad"}\n';

let out: string;
beforeEach(() => {
  out = join(temporaryFolder(), 'results.jsonl');
});

interface Run {
  text?: string;
  judge?: Judge;
  /** Stops after so many parts. */
  parts?: number;
  resume?: boolean;
}

/** Runs into `out`. @returns how many rows were judged. */
async function run({ text = ROWS.join(''), judge = localJudge, parts = Infinity, resume = true }: Run = {}) {
  const unfinished = unfinishedRun({ outs: [out], lines: out, resume, processes: PROCESSES });
  const brief = { library: LIBRARY, mapping: {}, withGrades: false };
  const grader = new Grader({ brief, judge, earlier: await earlierIn(unfinished.earlier), now: () => 0 });
  const stop = new AbortController();
  let left = parts;
  const end = await runBatch({
    inputs: [input(text, 'jsonl', 120)],
    mapping: {},
    pool: poolOf(part => grader.grade(part), 1),
    outputs: [lineFile(out)],
    unfinished,
    stop: stop.signal,
    promptOf: () => undefined,
    version: '0',
    progress: () => {
      if (--left === 0) stop.abort();
    },
  });
  return end.judged;
}

const kept = () => readFileSync(out, 'utf8');

async function whole(text = ROWS.join('')): Promise<string> {
  await run({ text });
  const bytes = kept();
  writeFileSync(out, '');
  return bytes;
}

describe('a run that was broken off', () => {
  test('after any part goes on to the same bytes, and judges no row twice', async () => {
    const wanted = await whole();
    for (let parts = 1; parts <= 5; parts++) {
      const first = await run({ parts });
      expect(kept(), 'nothing stands under its name before it is whole').toBe('');
      const second = await run();
      expect(kept()).toBe(wanted);
      expect(first + second).toBe(ROWS.length);
      writeFileSync(out, '');
    }
  });

  test('in the middle of a line that was kept goes on to the same bytes', async () => {
    const wanted = await whole();
    await run({ parts: 5 });
    const path = `${out}.partial`;
    const bytes = readFileSync(path);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length }), async length => {
        writeFileSync(path, bytes.subarray(0, length));
        await run();
        expect(kept()).toBe(wanted);
        expect(existsSync(path)).toBe(false);
        writeFileSync(out, '');
      }),
      { numRuns: 30 },
    );
  });

  test('is not begun anew by mistake', async () => {
    await run({ parts: 2 });
    expect(() => unfinishedRun({ outs: [out], lines: out, resume: false, processes: PROCESSES })).toThrow(
      'was not finished',
    );
    await run();
  });

  test('is judged once by a judge that came in between, and no error is kept', async () => {
    const other = (fingerprint: string) => `${fingerprint.slice(1)}x`;
    const judge: Judge = {
      ...localJudge,
      fingerprint: it => other(localJudge.fingerprint(it)),
      async judge(it) {
        const score = await localJudge.judge(it);
        return { ...score, judge: { ...score.judge, fingerprint: other(score.judge.fingerprint) } };
      },
    };
    await run({ parts: 2 });
    const once = (await run({ judge, parts: 4 })) + (await run({ judge, parts: 2 })) + (await run({ judge }));
    expect(once).toBe(ROWS.length);
    writeFileSync(out, '');
    await run({ text: BAD.repeat(9), parts: 2 });
    expect(existsSync(`${out}.partial`)).toBe(false);
  });

  test('can be broken off again and again', async () => {
    const wanted = await whole();
    let judged = 0;
    for (let times = 0; times < 4; times++) judged += await run({ parts: 2 + times });
    judged += await run();
    expect(kept()).toBe(wanted);
    expect(judged).toBe(ROWS.length);
  });
});

describe('a run that is whole', () => {
  test('whose output was cut anywhere is mended to the same bytes', async () => {
    await run();
    const wanted = kept();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: Buffer.byteLength(wanted) }), async length => {
        truncateSync(out, length);
        await run();
        expect(kept()).toBe(wanted);
      }),
      { numRuns: 30 },
    );
  });

  test('judges nothing again, but rows that are new, changed, or were an error', async () => {
    const [first, ...others] = ROWS;
    await run({ text: first + BAD + others.join('') });
    expect(await run({ text: first + BAD + others.join('') })).toBe(0);
    const changed = row({ id: 'r3', answer: 'Another answer.' });
    const moved = [...others.filter(it => !it.includes('"r3"')), changed, first, row({ id: 'new' })];
    expect(await run({ text: moved.join('') })).toBe(2);
    const resumed = kept();
    writeFileSync(out, '');
    await run({ text: moved.join('') });
    expect(resumed).toBe(kept());
  });

  test('judges all again when the judge is another', async () => {
    await run();
    const judge: Judge = { ...localJudge, fingerprint: it => `${localJudge.fingerprint(it).slice(1)}x` };
    expect(await run({ judge })).toBe(ROWS.length);
  });

  test('judges a line again that was tampered with until it is no result', async () => {
    await run();
    const wanted = kept();
    writeFileSync(out, wanted.replace('"id":"r0"', '"id":"r0'));
    expect(await run()).toBe(1);
    expect(kept()).toBe(wanted);
  });

  test.each([
    ['lacks its criteria', (it: Record<string, unknown>) => ({ ...it, criteria: undefined })],
    ['has a text for a score', (it: Record<string, unknown>) => ({ ...it, score: '80' })],
    ['has a flag of no kind', (it: Record<string, unknown>) => ({ ...it, flags: [null] })],
  ])('judges a line again that %s', async (_what, spoilt) => {
    await run();
    const wanted = kept();
    const [first = '', ...others] = wanted.split(/(?<=\n)/);
    const { input: last, ...rest } = JSON.parse(first);
    writeFileSync(out, `${JSON.stringify({ ...spoilt(rest), input: last })}\n${others.join('')}`);
    expect(await run()).toBe(1);
    expect(kept()).toBe(wanted);
  });

  test('without being asked to go on judges everything', async () => {
    await run();
    expect(await run({ resume: false })).toBe(ROWS.length);
  });
});

test('two runs into one file at once are refused', async () => {
  const running = { pid: process.pid, isAlive: () => true };
  const first = unfinishedRun({ outs: [out], lines: out, resume: true, processes: running });
  expect(() => unfinishedRun({ outs: [out], lines: out, resume: true, processes: running })).toThrow(
    'is going on',
  );
  first.close();
});

test('two runs that share any output are refused, by whatever name, and the one going on is not disturbed', () => {
  const running = { pid: process.pid, isAlive: () => true };
  const [page, link] = [`${out}.html`, `${out}.link.html`];
  writeFileSync(page, '');
  symlinkSync(page, link);
  const into = (...outs: [string, ...string[]]) =>
    unfinishedRun({ outs, lines: undefined, resume: false, processes: running });
  const first = into(out, page);
  for (const shared of [page, link]) {
    const other = `${out}.other.csv`;
    expect(() => into(other, shared)).toThrow(`A run into ${shared} is going on`);
    expect(existsSync(`${other}.partial`), 'nothing is kept of it').toBe(false);
    expect(existsSync(`${other}.partial.lock`), 'it holds nothing').toBe(false);
  }
  first.close();
  into(link).close();
});
