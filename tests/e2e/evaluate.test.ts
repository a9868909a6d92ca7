/** docs/evaluate.md: what is printed there is run, one command after the other, and ends as it says. */
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { CONTENT } from '../cli/world.ts';
import { codeIn, inShell, withCommand } from './printed.ts';

const PAGE = 'docs/evaluate.md';

test('every command ends as the page says', async () => {
  const at = withCommand();
  delete at.env.MOCKLOOP_CONTENT;
  const script = codeIn(PAGE, 'sh').join('');
  // Here documents are prepared with what is judged after them.
  const commands = script.match(/.*<<'(\w+)'\n[\s\S]*?\n\1\n|.*\n/g)!;
  expect(commands.length).toBeGreaterThan(10);
  for (const command of commands) {
    const [, code = '0'] = /# exit (\d)/.exec(command) ?? [];
    expect(await inShell(at, command), command).toMatchObject({ code: Number(code) });
  }
  const verdict = await inShell(
    at,
    'mockloop evaluate answers.jsonl --quiet --fail-under 60 --fail-any-under 10',
  );
  expect(codeIn(PAGE, 'text')).toEqual([verdict.err]);
  for (const name of ['results.csv', 'page.html', 'summary.md', 'junit.xml'])
    expect(existsSync(join(at.folder, name)), name).toBe(true);
}, 60_000);

test('the workflow judges, comments and keeps what it names', async () => {
  const [workflow = ''] = codeIn(PAGE, 'yaml');
  const { steps } = parse(workflow).jobs.evaluate;
  const scriptOf = (name: string): string => steps.find((it: { name?: string }) => it.name === name).run;
  const at = withCommand({
    npx: '#!/bin/sh\nexec "$@"\n',
    gh: '#!/bin/sh\necho "$@" > gh.log\ncat > comment.md\n',
  });
  mkdirSync(join(at.folder, 'answers'));
  cpSync(CONTENT, join(at.folder, 'content'), { recursive: true });
  const answer = '---\nprompt: What does a cache cost?\nreference: Stale data.\n---\nNothing.\n';
  await inShell(at, 'cat > answers/a.md', answer);
  expect(await inShell(at, scriptOf('Evaluate'))).toMatchObject({ code: 1 });
  expect(await inShell({ ...at, env: { ...at.env, NUMBER: '7' } }, scriptOf('Comment'))).toMatchObject({
    code: 0,
  });
  const text = (name: string) => readFileSync(join(at.folder, name), 'utf8');
  expect(text('gh.log')).toBe('pr comment 7 --body-file -\n');
  expect(text('comment.md')).toBe(text('summary.md'));
  for (const name of steps.at(-1).with.path.trim().split('\n'))
    expect(existsSync(join(at.folder, name)), name).toBe(true);
});
