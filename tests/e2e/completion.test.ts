/** The tab key in the shells themselves. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BIN, place } from './place.ts';
import { isMissing, pathOf } from './programs.ts';

/** A shell that knows the command by its name, and a folder with a file. */
function shell(program: string, script: string, ...args: string[]) {
  const { folder, env } = place();
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  symlinkSync(BIN, join(bin, 'mockloop'));
  writeFileSync(join(folder, 'zebra.txt'), '');
  const options = { cwd: folder, encoding: 'utf8', env: { ...env, PATH: `${bin}:${env.PATH}` } } as const;
  const { stdout, stderr, status } = spawnSync(program, ['-c', script, program, ...args], options);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.split('\n').filter(it => it !== '');
}

describe.skipIf(isMissing('bash'))('bash', () => {
  /** The words of the line; the cursor stands at the end of the last. */
  const completed = (...words: string[]) =>
    shell(
      'bash',
      `source <(mockloop completion bash)
complete -p mockloop
COMP_WORDS=(mockloop "$@") COMP_CWORD=$#
_mockloop
printf '%s\\n' "\${COMPREPLY[@]}"`,
      ...words,
    ).slice(1);

  test.each<[string[], string[]]>([
    [['prac'], ['practice']],
    [
      ['practice', 'small', '--round', ''],
      ['work', 'story'],
    ],
    [['practice', '--mode', '=', 're'], ['real']],
    [['report', '--out', ''], []],
    [['$(touch hacked)', '`touch hacked`;'], []],
  ])('%j', (words, expected) => expect(completed(...words)).toEqual(expected));

  test('offers files where no name fits', () => {
    const [told] = shell('bash', 'source <(mockloop completion bash); complete -p mockloop');
    expect(told).toBe('complete -o default -F _mockloop mockloop');
  });
});

/** Not asked for in a run that may skip nothing: no system comes with all shells. */
const isThere = (program: string) => pathOf(program) !== '';

describe.skipIf(!isThere('zsh'))('zsh', () => {
  const completed = (...words: string[]) =>
    shell(
      'zsh',
      `compdef() { }
_files() { print -r -- files }
compadd() { print -rl -- "\${(@)found}" "\${(@)lines}" }
source <(mockloop completion zsh)
words=(mockloop "$@") CURRENT=$(($# + 1))
_mockloop`,
      ...words,
    );

  test('words, each with what it means', () => expect(completed('pack', 'c')).toEqual(['check', 'check']));

  test('files where no word fits', () => expect(completed('report', '--out', '')).toEqual(['files']));
});

describe.skipIf(!isThere('fish'))('fish', () => {
  const completed = (line: string) =>
    shell('fish', 'mockloop completion fish | source; complete -C "$argv[-1]"', line);

  test('words, each with what it means', () =>
    expect(completed('mockloop sch')).toEqual(['schema\tprint a JSON Schema, for editors and scripts']));

  test('files where no word fits', () => expect(completed('mockloop report --out z')).toEqual(['zebra.txt']));
});
