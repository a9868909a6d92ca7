/** The benches run, on texts made here: the arithmetic is what is tested, and the grades are invented. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function bench(name: string, ...argv: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`bench/${name}.mjs`, ...argv], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const REFERENCE =
  'A B-tree keeps the keys sorted, so that a lookup walks a few levels. Each insert splits full leaves and rewrites parent pages.';
const ANSWERS: readonly (readonly [answer: string, score: number])[] = [
  [
    'The keys are kept sorted in a B-tree, a lookup walks few levels. An insert may split a full leaf and rewrite its parent page.',
    1,
  ],
  ['A B-tree keeps the keys sorted, so that a lookup walks a few levels.', 0.5],
  ['I would have to guess, honestly; we always asked another team for these things and they were quick.', 0],
];

function graded(name: string, answers = ANSWERS): string {
  const row = {
    questionId: 'index',
    question: 'Why does an index help, and what does it cost?',
    reference: REFERENCE,
  };
  const lines = answers.map(([answer, score]) => JSON.stringify({ ...row, answer, score }));
  const file = join(folder, name);
  writeFileSync(file, lines.join('\n'));
  return file;
}

describe('bench:accuracy', () => {
  test('prints an aligned line a file, and says what was left out', () => {
    const files = [graded('all.jsonl'), graded('some.jsonl', [...ANSWERS, ['', 0]])];
    const { status, stdout, stderr } = bench('accuracy', ...files, '--threshold', '0.9');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const [, head, all, some, zeros, , , left] = stdout.split('\n');
    expect(all).toMatch(/^all +1 +3 +0 +\d\.\d{3}/);
    expect(some).toMatch(/^some +1 +4 +1 +\d\.\d{3}/);
    expect(zeros).toMatch(/^ {2}all, these as 0 +\d\.\d{3}/);
    for (const line of [all, some, zeros]) expect(line).toHaveLength(head!.length);
    expect(left).toMatch(/^1 answer could not be assessed and is left out/);
  });

  test('knows the better answers from the worse with --json', () => {
    const { status, stdout } = bench('accuracy', graded('all.jsonl'), '--json');
    expect(status).toBe(0);
    const { threshold, files } = JSON.parse(stdout);
    expect(threshold).toBeNull();
    expect(files).toHaveLength(1);
    expect(files[0]).toMatchObject({ rows: 3, questions: 1, notAssessed: 0, all: null });
    expect(files[0].assessed.judge.pairs).toBe(1);
    expect(files[0].assessed.judge.pearson).toBeGreaterThan(0.8);
    expect(files[0].assessed.judge).not.toHaveProperty('f1');
    expect(files[0].assessed.length.pairs).toBe(0.6667);
  });

  test.each<[string, string[], RegExp]>([
    ['no file', [], /^Name a folder or a file/],
    ['a file that is not there', ['nowhere'], /^There is no file or folder nowhere\.\n$/],
    ['a grade outside of 0 to 1', [graded('bad.jsonl', [['x', 2]])], /bad\.jsonl:1: "score" is 2\..*\n$/],
    ['a threshold that is none', ['x', '--threshold', 'high'], /^--threshold takes .*, not "high"\.\n$/],
    ['an unknown option', ['--fast'], /^Unknown option '--fast'/],
  ])('%s is the caller’s mistake: exit 2, no stack', (_, argv, message) => {
    const { status, stdout, stderr } = bench('accuracy', ...argv);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('bench:speed', () => {
  test('has every figure, in the range of what is possible', () => {
    const { status, stdout, stderr } = bench('speed', '--seconds', '0.1', '--json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const figures = JSON.parse(stdout);
    for (const { judge, recall, timesAsLong } of [figures.sameQuestion, figures.newQuestion]) {
      expect(judge.rounds).toHaveLength(5);
      expect(Math.min(...judge.rounds)).toBeGreaterThan(0);
      expect(recall.rate).toBeGreaterThan(judge.rate);
      expect(timesAsLong).toBeGreaterThan(1);
    }
    expect(figures.sameQuestion.judge.rate).toBeGreaterThan(figures.newQuestion.judge.rate);
    // No Node process is smaller than 20 MB; had the parent been measured, it would be well over the second figure.
    expect(figures.memoryMB.one).toBeGreaterThan(20);
    expect(figures.memoryMB.many).toBeGreaterThan(figures.memoryMB.one);
    expect(figures.loadMs).toBeGreaterThan(0);
  });

  test('a wrong figure is the caller’s mistake', () => {
    const { status, stderr } = bench('speed', '--seconds', 'many');
    expect(status).toBe(2);
    expect(stderr).toBe('--seconds takes a number above 0, up to 600, not "many".\n');
  });
});

describe('bench:batch', () => {
  test('has every contender that is there, on a few answers', () => {
    const { status, stdout, stderr } = bench('batch', '--quick', '--json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { contenders, starts, memory, same } = JSON.parse(stdout);
    const seconds = Object.fromEntries(
      contenders.map((it: { name: string; seconds: number }) => [it.name, it]),
    );
    expect(seconds['the ceiling C'].ratio).toBeGreaterThan(1);
    expect(seconds['mockloop, one worker']).toMatchObject({ rows: 50, ratio: 1 });
    expect(starts.nothing).toBeGreaterThan(0);
    expect(starts.help).toBeGreaterThan(1);
    expect(starts.answer).toBeGreaterThan(starts.help);
    expect(memory.map((it: { jobs: number }) => it.jobs)).toEqual([1, 2]);
    for (const { megabytes } of memory) expect(megabytes).toBeGreaterThan(20);
    expect(same).toEqual([1, 2, 4]);
  }, 120_000);

  test.each<[string[], string]>([
    [['--rows', 'many'], '--rows takes a whole number from 1, not "many".\n'],
    [['--answers', 'a.jsonl'], '--answers and --questions go together.\n'],
  ])('%j is the caller’s mistake', (argv, message) => {
    const { status, stderr } = bench('batch', ...argv);
    expect({ status, stderr }).toEqual({ status: 2, stderr: message });
  });
});

describe('bench:editor', () => {
  test('pastes are exact, and a key takes less than a paste', () => {
    const { status, stdout, stderr } = bench('editor', '--keys', '50', '--json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { keys, echoMs, pastes } = JSON.parse(stdout);
    expect(keys).toBe(50);
    expect(echoMs.median).toBeGreaterThan(0);
    expect(pastes.map((it: { exact: boolean }) => it.exact)).toEqual([true, true]);
    expect(pastes[1].bytes).toBeGreaterThan(99_000);
    expect(pastes[1].ms).toBeGreaterThan(echoMs.median);
  });
});

describe('bench:history', () => {
  test('folds the sessions asked for, and all of their answers', () => {
    const { status, stdout, stderr } = bench('history', '--sessions', '50', '--json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ sessions: 50, attempts: 400 });
  });

  test('refuses a number that is none', () => {
    expect(bench('history', '--sessions', 'many')).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('bench:llm', () => {
  test('tells how near the ideal rate it came', () => {
    const { status, stdout, stderr } = bench(
      'llm',
      ...['--calls', '24', '--concurrency', '8', '--latency', '40', '--rounds', '1', '--json'],
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { ideal, share } = JSON.parse(stdout);
    expect(ideal).toBe(120);
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan(1);
  });

  test('a figure that is none is the caller’s mistake', () =>
    expect(bench('llm', '--calls', 'many')).toMatchObject({
      status: 2,
      stderr: '--calls takes a whole number from 1, not "many".\n',
    }));
});

describe('bench:pack', () => {
  test('builds a pack and checks a bank', () => {
    const few = ['--questions', '40', '--checked', '40', '--rounds', '1', '--json'];
    const { status, stdout, stderr } = bench('pack', ...few);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { bare, pack, validate } = JSON.parse(stdout);
    for (const { seconds, processor } of [bare, pack, validate]) {
      expect(seconds).toBeGreaterThan(0);
      expect(processor).toBeGreaterThan(0);
    }
    expect(pack.processor).toBeGreaterThan(bare.processor);
    expect(validate.processor).toBeGreaterThan(bare.processor);
  });

  test('a figure that is none is the caller’s mistake', () =>
    expect(bench('pack', '--rounds', '0.5')).toMatchObject({
      status: 2,
      stderr: '--rounds takes a whole number from 1, not "0.5".\n',
    }));
});
