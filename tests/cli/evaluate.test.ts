/** What evaluate and calibrate refuse: to write over something, and options that would mean nothing. */
import { linkSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { row } from '../batch/world.ts';
import { world } from './world.ts';

const ANSWER = '---\nquestion: small/cache\n---\nStale data.\n';

/** A world with answers in a file and in a folder, in which a path is told by its name alone. */
function answers() {
  const at = world();
  at.put('in.jsonl', row());
  at.put('ans/sub/kim.md', ANSWER);
  const path = (name: string) => join(at.folder, name);
  const evaluate = async (input: string, ...out: string[]) =>
    at.run('evaluate', '--quiet', path(input), ...out.flatMap(it => ['--out', path(it)]));
  return { ...at, path, evaluate };
}

describe('an output that is read too is refused, and nothing is written', () => {
  test.each([
    ['by the same name', 'in.jsonl', 'in.jsonl', () => {}],
    ['by a link', 'in.jsonl', 'out.jsonl', (at: string) => symlinkSync('in.jsonl', join(at, 'out.jsonl'))],
    [
      'by a hard link',
      'in.jsonl',
      'out.jsonl',
      (at: string) => linkSync(join(at, 'in.jsonl'), join(at, 'out.jsonl')),
    ],
    [
      'by a link to its folder',
      'ans',
      'also/sub/kim.md',
      (at: string) => symlinkSync('ans', join(at, 'also')),
    ],
    ['as an answer of a folder', 'ans', 'ans/sub/kim.md', () => {}],
    ['as an answer of the next run', 'ans', 'ans/summary.md', () => {}],
    [
      'as one of a folder that a link leads to',
      'ans',
      'more/summary.md',
      (at: string) => {
        mkdirSync(join(at, 'more'));
        symlinkSync('../more', join(at, 'ans', 'more'));
      },
    ],
  ])('%s', async (_how, input, out, prepare) => {
    const { folder, path, evaluate, read, run } = answers();
    prepare(folder);
    const told = /^mockloop: The output [^\n]+ is read as answers too, now or by the next run\.\n[^\n]+\n$/;
    expect(await evaluate(input, out)).toEqual({ code: 2, out: '', err: expect.stringMatching(told) });
    if (out.endsWith('.md'))
      expect(await run('calibrate', path(input), '--out', path(out))).toMatchObject({
        code: 2,
        err: expect.stringMatching(told),
      });
    expect(read(path('in.jsonl'))).toBe(row());
    expect(read(path('ans/sub/kim.md'))).toBe(ANSWER);
  });
});

describe.each(['evaluate', 'calibrate'])('%s with the local judge', command => {
  const file = (at: ReturnType<typeof world>) => at.put('in.jsonl', row({ human: 1 }));

  test.each([
    ['--repeats', '2'],
    ['--model', 'llama3.1'],
    ['--timeout', '9'],
    ['--retries', '0'],
    ['--concurrency', '2'],
    ['--max-calls', '5'],
    ['--max-cost', '1'],
    ['--price', '1,2'],
    ['--redact', 'names.txt'],
  ])('refuses %s, which it would not mind', async (option, value) => {
    const at = world();
    expect(await at.run(command, file(at), option, value)).toEqual({
      code: 2,
      out: '',
      err: `mockloop: The judge local asks no model, so there is no use for ${option}.\nAdd --judge llm, or leave it out.\n`,
    });
  });

  test('names all such options, and minds no variable of the environment', async () => {
    const at = world({ env: { MOCKLOOP_MODEL: 'llama3.1', OPENAI_API_KEY: 'none' } });
    const { code, err } = await at.run(command, file(at), '--max-cost', '1', '--price', '1,2');
    expect(code).toBe(2);
    expect(err).toContain('no use for --max-cost, --price.\nAdd --judge llm, or leave them out.');
    expect((await at.run(command, file(at))).code).toBe(0);
  });
});

test('an empty input says that there was nothing to judge, and no gate passes over it', async () => {
  const { put, run } = world();
  const file = put('in.jsonl', '');
  expect(await run('evaluate', file)).toEqual({
    code: 0,
    out: '',
    err: 'There was nothing to judge.\n\nDone (exit 0): no rows, so there was nothing to judge.\n',
  });
  for (const gate of [
    ['--fail-under', '0'],
    ['--fail-any-under', '0'],
    ['--fail-criterion', 'result=1'],
  ])
    expect((await run('evaluate', file, '--quiet', ...gate)).code).toBe(1);
});

test('two outputs that are one file are refused', async () => {
  const { folder, put, evaluate } = answers();
  put('a.csv', '');
  symlinkSync('a.csv', join(folder, 'b.csv'));
  for (const [one, other] of [
    ['a.csv', 'b.csv'],
    ['new.md', './new.md'],
  ] as const) {
    const { code, err } = await evaluate('in.jsonl', one, other);
    expect(code).toBe(2);
    expect(err).toMatch(/^mockloop: The output [^\n]+ is named twice\.\nGive it another name\.\n$/);
  }
});

test('an output beside the answers, or of another kind, is written', async () => {
  const { evaluate, read, path } = answers();
  expect(await evaluate('ans', 'ans/out.jsonl', 'summary.md')).toMatchObject({ code: 0 });
  expect(read(path('ans/out.jsonl'))).toContain('"id":"sub/kim"');
});

test.each([
  ['--map', 'answer=Reply,answer=Text'],
  ['--map', 'answer=Reply', '--map', 'answer=Text'],
])('a key that is mapped twice is refused: %s %s', async (...mapping) => {
  const { path, run } = answers();
  const { code, err } = await run('evaluate', path('in.jsonl'), ...mapping);
  expect([code, err]).toEqual([2, expect.stringContaining('It names answer twice.')]);
});
