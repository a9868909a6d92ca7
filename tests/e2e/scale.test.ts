/** The ways of docs/scale.md to spread the work: what is printed there is run, and comes to the bytes of one run. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { answers } from './many.ts';
import type { Place } from './place.ts';
import { codeIn, inShell, withCommand } from './printed.ts';
import { isMissing } from './programs.ts';

const code = (language: string, heading: string) => codeIn('docs/scale.md', language, heading);

/** A folder with answers in it, where `mockloop` is a program. */
function prepared(): Place {
  const at = withCommand();
  writeFileSync(join(at.folder, 'answers.jsonl'), answers(40));
  return at;
}

async function run(at: Place, script: string, input = '', env: Record<string, string> = {}): Promise<string> {
  const its = await inShell({ ...at, env: { ...at.env, ...env } }, script, input);
  expect(its.code, its.err).toBe(0);
  return its.out;
}

/** What one run makes of the answers. */
let one: Promise<string> | undefined;
const wanted = () => (one ??= run(prepared(), 'mockloop evaluate answers.jsonl --quiet'));

/** What lies there as the result, once. */
function result(at: Place): string {
  const path = join(at.folder, 'results.jsonl');
  const text = readFileSync(path, 'utf8');
  rmSync(path);
  return text;
}

const [SHARDS = '', TOGETHER = ''] = code('sh', '## Shares');

describe('the same bytes as one run', () => {
  test('--jobs', async () => {
    const at = prepared();
    await run(at, code('sh', '## One machine')[0]!);
    expect(result(at)).toBe(await wanted());
  });

  test('--shard, put together again', async () => {
    const at = prepared();
    await run(at, SHARDS);
    await run(at, TOGETHER);
    expect(result(at)).toBe(await wanted());
    expect(readFileSync(join(at.folder, 'summary.md'), 'utf8')).toContain('40');
  });

  test.skipIf(isMissing('parallel'))('GNU parallel, and the run that tells how it went', async () => {
    const at = prepared();
    const [spread = '', last = ''] = code('sh', '## GNU parallel');
    // The answers are fewer here than the page thinks of.
    const smaller = spread.replace('--block 1M', '--block 2k');
    expect(smaller).not.toBe(spread);
    await run(at, smaller);
    expect(readFileSync(join(at.folder, 'results.jsonl'), 'utf8')).toBe(await wanted());
    await run(at, last);
    expect(result(at)).toBe(await wanted());
  });

  test('Slurm', async () => {
    const at = prepared();
    const [script = ''] = code('bash', '## Slurm');
    const variables = { SLURM_ARRAY_TASK_COUNT: '4', SLURM_CPUS_PER_TASK: '1' };
    const tasks = ['1', '2', '3', '4'].map(SLURM_ARRAY_TASK_ID =>
      run(at, script, '', { ...variables, SLURM_ARRAY_TASK_ID }),
    );
    await Promise.all(tasks);
    await run(at, TOGETHER);
    expect(result(at)).toBe(await wanted());
  });

  test('Spark', async () => {
    const [, command = ''] = /\.pipe\('(.*)'\)/.exec(code('python', '## Spark')[0]!)!;
    const at = prepared();
    const rows = answers(40).split(/(?<=\n)/);
    const parts = [rows.slice(0, 17), rows.slice(17)].map(it => run(at, command, it.join('')));
    expect((await Promise.all(parts)).join('')).toBe(await wanted());
  });

  test('Kubernetes', async () => {
    const { completions, template } = parse(code('yaml', '## Kubernetes')[0]!).spec;
    const [, , script] = template.spec.containers[0].command;
    const at = prepared();
    // A bad row is no reason to begin a pod again.
    writeFileSync(join(at.folder, 'answers.jsonl'), `${answers(40)}nonsense\n`);
    const pods = Array.from({ length: completions }, (_, index) =>
      run(at, script, '', { JOB_COMPLETION_INDEX: String(index) }),
    );
    await Promise.all(pods);
    await run(at, `${TOGETHER.trim()} || [ $? -eq 3 ]`);
    const [bad, ...others] = result(at)
      .split(/(?<=\n)/)
      .reverse();
    expect(others.reverse().join('')).toBe(await wanted());
    expect(JSON.parse(bad!)).toMatchObject({ status: 'error', file: 'answers.jsonl', line: 41 });
  });
});
