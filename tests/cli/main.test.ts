import { describe, expect, test } from 'vitest';
import { COMMANDS as LISTED } from '../../src/cli/commands.ts';
import { VERSION } from '../../src/cli/version.ts';
import { ANSWERS, world } from './world.ts';

const COMMANDS = ['practice', 'resume', 'report', 'sessions', 'list', 'init', 'import', 'validate', 'schema'];

describe('help', () => {
  test.each([[[]], [['--help']], [['-h']]])('%j prints what there is, on stdout', async argv => {
    const { code, out, err } = await world().run(...argv);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const name of COMMANDS) expect(out).toMatch(new RegExp(`^ +${name}\\b`, 'm'));
    expect(out).toContain('Examples:');
  });

  test.each(COMMANDS)('%s --help has its examples and the common options', async name => {
    const { code, out, err } = await world().run(name, '--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`mockloop ${name}`);
    expect(out).toContain('Examples:');
    for (const option of ['--content', '--data', '--json', '--no-color', '--quiet', '--debug'])
      expect(out).toContain(option);
  });

  test.each(LISTED.map(it => it.name))('the examples of %s fit into 80 columns', async name => {
    const { out } = await world().run(name, '--help');
    const examples = out.slice(out.indexOf('Examples:')).split('\n');
    expect(examples.filter(it => it.length > 80)).toEqual([]);
  });

  test('--version is the number alone', async () => {
    expect(await world().run('--version')).toEqual({ code: 0, out: `${VERSION}\n`, err: '' });
  });
});

describe('usage mistakes: exit 2, nothing on stdout', () => {
  test.each([
    ['unknown command', ['practise'], 'Did you mean "practice"?'],
    ['unknown command like none', ['xyzzy'], 'mockloop --help'],
    ['unknown command that is asked for its help', ['practise', '--help'], 'Did you mean "practice"?'],
    ['help of an unknown command', ['help', 'practise'], 'Did you mean "practice"?'],
    ['unknown command behind options', ['--data', 'practice', 'practise'], 'Did you mean "practice"?'],
    ['unknown option', ['practice', '--rond', 'x'], '--round'],
    ['unknown option of the program', ['--frob'], '--frob'],
    ['option without its value', ['report', '--format'], '--format'],
    ['too many arguments', ['report', 'a', 'b'], 'arguments'],
  ])('%s', async (_name, argv, hint) => {
    const { code, out, err } = await world().run(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(hint);
    expect(err).toMatch(/^mockloop: /);
    expect(err).not.toContain('Usage:');
  });
});

test('the menu shows help where nobody can choose', async () => {
  const { code, out } = await world({ terminal: true, env: { CI: '1' } }).run();
  expect(code).toBe(0);
  expect(out).toContain('Usage: mockloop');
});

test('options may stand before the command', async () => {
  const { run, data } = world();
  const elsewhere = `${data}-2`;
  const { out } = await run('--data', elsewhere, '--json', 'practice', 'small', '--answers', ANSWERS);
  expect(JSON.parse(out).kind).toBe('debrief');
  expect(JSON.parse((await run('sessions', '--json', '--data', elsewhere)).out)).toHaveLength(1);
});
