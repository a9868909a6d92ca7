/** The starter of `mockloop init` is what it says: it passes the strictest check, and can be practised at once. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SCHEMA_KINDS, schemaText } from '../../src/content/schema.ts';
import { world } from './world.ts';

const FILES = ['bank.yaml', 'loop.yaml', 'rubric.yaml', 'schemas'];

async function started() {
  const it = world({ env: { MOCKLOOP_CONTENT: '' } });
  const dir = join(it.folder, 'mine');
  return { ...it, dir, ran: await it.run('init', dir) };
}

describe('mockloop init', () => {
  test('says what it wrote, and what comes next', async () => {
    const { dir, ran } = await started();
    expect(ran.code).toBe(0);
    expect(ran.out.trimEnd().split('\n')).toEqual([
      ...['bank.yaml', 'rubric.yaml', 'loop.yaml'].map(it => join(dir, it)),
      ...['bank', 'rubric', 'loop'].map(it => join(dir, 'schemas', `${it}.schema.json`)),
    ]);
    expect(ran.err).toContain(`\n  mockloop practice my-loop --content ${dir}\n`);
    expect(readdirSync(dir).sort()).toEqual(FILES);
  });

  test('says it so that it can be typed, whatever the folder is called', async () => {
    const { run, folder } = world();
    const dir = join(folder, "Ann's bank");
    expect((await run('init', dir)).err).toContain(
      `\n  mockloop practice my-loop --content '${folder}/Ann'\\''s bank'\n`,
    );
  });

  test('validate --strict finds nothing to better', async () => {
    const { dir, run } = await started();
    expect(await run('validate', '--strict', dir)).toEqual({
      code: 0,
      out: '',
      err: '3 files, 0 problems\n',
    });
  });

  test('and would, if its model answer were worse', async () => {
    const { dir, run, put, read } = await started();
    const worse = read(dir, 'bank.yaml').replace(
      /Every insert|every insert, update and delete has/g,
      'nothing has',
    );
    put('mine/bank.yaml', worse.replaceAll('The price is paid by writes, because', 'Besides,'));
    const { code, out } = await run('validate', '--strict', dir);
    expect(code).toBe(1);
    expect(out).toContain('warning: ');
  });

  test('its loop is practised, with its own rubric', async () => {
    const { dir, run, put, folder, read } = await started();
    const answers = put(
      'answers.yaml',
      'my-bank/index-cost: A lookup walks a few levels of a sorted tree.\ndefault: ""\n',
    );
    const report = join(folder, 'report');
    const { code } = await run(
      'practice',
      'my-loop',
      '--content',
      dir,
      '--answers',
      answers,
      '--out',
      report,
    );
    expect(code).toBe(0);
    const { rounds, rubrics } = JSON.parse(read(report, 'report.json'));
    expect(Object.keys(rubrics)).toContain('my-rubric');
    expect(rounds[0].questions.map((it: { question: { id: string } }) => it.question.id)).toEqual(
      expect.arrayContaining(['index-cost', 'too-little-information']),
    );
  });

  test('each file names the schema that lies beside it', async () => {
    const { dir } = await started();
    for (const kind of ['bank', 'loop', 'rubric'] as const) {
      expect(SCHEMA_KINDS).toContain(kind);
      const [first] = readFileSync(join(dir, `${kind}.yaml`), 'utf8').split('\n');
      const path = first!.replace('# yaml-language-server: $schema=', '');
      expect(readFileSync(join(dir, path), 'utf8')).toBe(schemaText(kind));
    }
  });

  test('the comments name the folder they are in', async () => {
    const { dir, read } = await started();
    expect(read(dir, 'loop.yaml')).toContain(`--content ${dir}\n`);
    expect(read(dir, 'bank.yaml')).not.toContain('my-content');
  });

  test.each(['rubric.yaml', 'schemas/loop.schema.json'])('writes nothing where there is a %s', async name => {
    const { run, put, folder } = world();
    put(`mine/${name}`, 'mine\n');
    const { code, out, err } = await run('init', join(folder, 'mine'));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(name);
    expect(existsSync(join(folder, 'mine', 'bank.yaml'))).toBe(false);
  });

  test('a file in the place of the folder is told, and nothing is left', async () => {
    const { run, put, folder } = world();
    put('mine', 'a file\n');
    expect((await run('init', join(folder, 'mine'))).code).toBe(2);
  });

  test('--json is the list of files', async () => {
    const { run, folder } = world();
    const { out, err } = await run('init', join(folder, 'mine'), '--json', '--quiet');
    expect(err).toBe('');
    expect(JSON.parse(out)).toHaveLength(6);
  });
});
