/** What the shells are told; tests/e2e/completion.test.ts presses the key. */
import { Command as Commander } from 'commander';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { ANSWERS, FIRST, world } from './world.ts';

/** The words of a line up to the cursor, which stands at its end. */
async function offered(line: string, it = world()): Promise<string[]> {
  const { code, out, err } = await it.run('completion', 'words', '--', ...line.split(' '));
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out.split('\n').flatMap(row => (row === '' ? [] : [row.split('\t')[0]!]));
}

describe('every command', () => {
  test('is offered, with help', async () =>
    expect(await offered('')).toEqual([...COMMANDS.map(it => it.name), 'help']));

  test.each(COMMANDS)('$name offers all of its options and those of all commands', async ({ name, load }) => {
    const own = new Commander(name);
    (await load()).describe?.(own);
    const flags = await offered(`${name} --`);
    expect(flags).toEqual(expect.arrayContaining(own.options.map(it => it.long!)));
    expect(flags).toEqual(expect.arrayContaining(['--content', '--data', '--json', '--quiet', '--help']));
  });
});

test.each<[string, string[]]>([
  ['pra', ['practice']],
  ['help pra', ['practice']],
  ['nothing ', []],
  ['--da', ['--data']],
  ['practice sm', ['small']],
  ['practice small --round ', ['work', 'story']],
  ['practice --mode ', ['coach', 'real']],
  ['practice --mode r', ['real']],
  ['practice --mode=r', ['--mode=real']],
  ['practice --mode = r', ['real']],
  ['practice --mode =', ['coach', 'real']],
  ['practice --question small/c', ['small/cache']],
  ['--quiet practice --mode r', ['real']],
  ['practice small other', []],
  ['pack ', ['build', 'check', 'debrief']],
  ['pack check fold', []],
  ['pack build --banks small,go-', ['small,go-microservices']],
  ['pack build --types des', ['design']],
  ['list q', ['questions']],
  ['schema pack', ['pack', 'pack-debrief']],
  ['report --format ', ['md', 'html', 'json']],
  ['report --out ', []],
  ['evaluate --judge l', ['local', 'llm']],
  ['evaluate -- --', []],
  ['outcome add --result off', ['offer']],
  ['completion ', ['bash', 'zsh', 'fish']],
  ['pack build --level L', ['L4', 'L5', 'L6']],
])('%j offers %j', async (line, words) => expect(await offered(line)).toEqual(words));

test('names of own content and own data', async () => {
  const it = world();
  const bank = it.put('mine/bank.yaml', 'kind: bank\nid: mine\nquestions: [{ id: q1, prompt: Why? }]\n');
  expect(await offered(`pack build --content ${bank} --banks min`, it)).toEqual(['mine']);
  await it.run('practice', 'small', '--answers', ANSWERS);
  expect(await offered('report ', it)).toEqual([FIRST]);
  expect(await offered(`sessions --data ${it.folder}/elsewhere --forget `, it)).toEqual([]);
});

test('nothing is said of content that cannot be read', async () => {
  const it = world();
  const bank = it.put('mine/bank.yaml', 'kind: bnk\n');
  expect(await offered(`pack build --content ${bank} --banks min`, it)).toEqual([]);
});

test('what content says cannot steer the terminal', async () => {
  const it = world();
  const bank = it.put(
    'mine/bank.yaml',
    'kind: bank\nid: mine\ntitle: "a\u202eb\\tc"\nquestions: [{ id: q1, prompt: Why? }]\n',
  );
  const { out } = await it.run(
    'completion',
    'words',
    '--',
    'pack',
    'build',
    '--content',
    bank,
    '--banks',
    'mine',
  );
  expect(out).toBe('mine\ta\\u202eb\\tc\n');
});

test('2: a shell that is not known', async () => {
  const { code, out, err } = await world().run('completion', 'tcsh');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('bash, zsh, fish');
});
