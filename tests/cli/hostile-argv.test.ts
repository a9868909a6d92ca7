/** Words of the command line come from scripts and file names: none of them may steer the terminal. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command as Commander } from 'commander';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { UNSEEN } from '../../src/model/unseen.ts';
import { ANSWERS, type Ran, world } from './world.ts';

/** Some commands write where they stand. */
const home = process.cwd();
const away = mkdtempSync(join(tmpdir(), 'hostile-'));
beforeAll(() => process.chdir(away));
afterAll(() => {
  process.chdir(home);
  rmSync(away, { recursive: true });
});

/** A title of the window, a colour, the screen cleared, and text that runs the other way; a name on any disk but one. */
const HOSTILE = 'a\u001b]0;owned\u0007\u001b[31m\u001b[2J\u009b1m\u202eb';

/** In a terminal, where nobody can be asked; on a pipe a path stands to the letter. */
const seen = (input = '') => world({ terminal: true, env: { CI: '1', NO_COLOR: '1' }, input });

const isCalm = ({ out, err }: Ran) => (out + err).match(UNSEEN) ?? [];

describe.each(COMMANDS)('$name', async ({ name, load }) => {
  const own = new Commander(name);
  (await load()).describe?.(own);
  const options = [...own.options.filter(it => it.required).map(it => it.long!), '--content', '--data'];

  test('as an argument', async () => {
    const { run } = seen();
    for (const argv of [[HOSTILE], [HOSTILE, HOSTILE, HOSTILE], [`x/${HOSTILE}`]])
      expect(isCalm(await run(name, ...argv)), argv.join(' ')).toEqual([]);
  });

  test('as an option, and as the value of each', async () => {
    const { run } = seen();
    expect(isCalm(await run(name, `--${HOSTILE}`))).toEqual([]);
    expect(isCalm(await run(name, `--debug=${HOSTILE}`))).toEqual([]);
    for (const option of options)
      for (const debug of [[], ['--debug']])
        expect(isCalm(await run(name, option, HOSTILE, ...debug)), option).toEqual([]);
  });

  test('as the value of an option beside an argument', async () => {
    const { run } = seen();
    const [first = ''] = own.registeredArguments.map(it => it.argChoices?.[0] ?? FIRST[name] ?? 'x');
    for (const option of options) expect(isCalm(await run(name, first, option, HOSTILE)), option).toEqual([]);
  });
});

/** What gets further than a wrong first word. */
const FIRST: Readonly<Record<string, string>> = {
  practice: 'small',
  evaluate: '-',
  calibrate: '-',
  pack: 'build',
  list: 'loops',
  import: '-',
  outcome: 'add',
  stories: 'add',
  schema: 'bank',
  completion: 'bash',
};

test('as a command', async () => {
  const { run } = seen();
  for (const argv of [[HOSTILE], [`--${HOSTILE}`], ['help', HOSTILE], ['--data', HOSTILE, HOSTILE]])
    expect(isCalm(await run(...argv)), argv.join(' ')).toEqual([]);
});

describe('as a place that is there, in a terminal', () => {
  const at = (folder: string, name: string) => join(folder, HOSTILE, name);
  const setting = () => {
    const it = seen('{"question":"small/cache","answer":"It may be stale."}\n');
    mkdirSync(join(it.folder, HOSTILE));
    return it;
  };

  test.each<[string, (folder: string) => string[]]>([
    ['practice', folder => ['practice', 'small', '--answers', ANSWERS, '--out', at(folder, 'report')]],
    [
      'practice with data',
      folder => ['practice', 'small', '--answers', ANSWERS, '--data', at(folder, 'data')],
    ],
    ['evaluate', folder => ['evaluate', '-', '--out', at(folder, 'results.jsonl')]],
    ['evaluate on a folder', folder => ['evaluate', '-', '--out', join(folder, HOSTILE)]],
    ['evaluate of nothing', folder => ['evaluate', at(folder, 'none.jsonl')]],
    ['evaluate of a folder', folder => ['evaluate', join(folder, HOSTILE)]],
    ['pack build', folder => ['pack', 'build', '--loop', 'small', '--out', at(folder, 'pack')]],
    ['pack check', folder => ['pack', 'check', join(folder, HOSTILE)]],
    ['init', folder => ['init', at(folder, 'mine')]],
    ['init in the way', folder => ['init', join(folder, HOSTILE)]],
    ['validate', folder => ['validate', join(folder, HOSTILE)]],
    ['import', folder => ['import', '-', '--format', 'md', '--out', at(folder, 'bank.yaml')]],
    ['progress', folder => ['progress', '--out', at(folder, 'progress.html')]],
    ['report', folder => ['report', '--out', at(folder, 'report.md')]],
  ])('%s', async (_name, argv) => {
    const { run, folder } = setting();
    for (const more of [[], [], ['--debug']]) expect(isCalm(await run(...argv(folder), ...more))).toEqual([]);
  });
});

test('a pipe gets paths to the letter, for a program opens them', async () => {
  const { run, folder } = world();
  const out = join(folder, HOSTILE);
  expect(await run('practice', 'small', '--answers', ANSWERS, '--out', out)).toMatchObject({
    code: 0,
    out: `${join(out, 'report.md')}\n`,
  });
});

test('a starter for a folder of such a name can be read', async () => {
  const { run, folder } = world();
  const mine = join(folder, `${HOSTILE}\nx: y`);
  expect(await run('init', mine)).toMatchObject({ code: 0 });
  expect(await run('validate', mine)).toMatchObject({ code: 0 });
});

test('a data folder in which there is nothing to forget', async () => {
  const { run, folder } = seen();
  const ran = await run('forget', '--all', '--yes', '--data', join(folder, HOSTILE));
  expect(ran).toMatchObject({ code: 0, err: expect.stringContaining('nothing to forget') });
  expect(isCalm(ran)).toEqual([]);
});
