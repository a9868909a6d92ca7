/** The library as other programs use it: the example of docs/library.md is run against the build. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PACKAGE_FOLDER } from '../src/content/shipped.ts';
import { ContentError, createJudge, InputError, loadLibrary, openLibrary } from '../src/index.ts';
import { input, resultsOf, row } from './batch/world.ts';
import { CONTENT, temporaryFolder } from './cli/world.ts';

test('the example of docs/library.md runs as it stands', () => {
  const folder = temporaryFolder();
  const [, code = ''] = /```js\n([\s\S]*?)```/.exec(
    readFileSync(join(PACKAGE_FOLDER, 'docs/library.md'), 'utf8'),
  )!;
  writeFileSync(join(folder, 'example.mjs'), code);
  writeFileSync(join(folder, 'my-bank.yaml'), 'kind: bank\nid: mine\nquestions: [{ id: a, prompt: Why? }]\n');
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(PACKAGE_FOLDER, join(folder, 'node_modules', 'mockloop'));
  const out = execFileSync(process.execPath, ['example.mjs'], { cwd: folder, encoding: 'utf8' });
  expect(out).toMatch(
    /^\d+(\.\d)? [1-4]\nstale covered Readers can get stale data.*\nmemory missing undefined\n$/,
  );
});

test('the types know by the status what else there is', () => {
  const folder = temporaryFolder();
  const code = `import { type JudgedAnswer } from 'mockloop';
export function told(result: JudgedAnswer): string {
  if (result.status !== 'scored') return result.cause;
  const score: number = result.score;
  return \`\${score.toFixed(1)} \${result.judge.name}\`;
}
`;
  writeFileSync(join(folder, 'told.mts'), code);
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(PACKAGE_FOLDER, join(folder, 'node_modules', 'mockloop'));
  const tsc = join(PACKAGE_FOLDER, 'node_modules/typescript/bin/tsc');
  const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2023'];
  const { stdout } = spawnSync(process.execPath, [tsc, ...options, 'told.mts'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
});

test('an answer gets what a row of a batch gets', async () => {
  const judge = await createJudge({ library: await openLibrary([CONTENT]) });
  const answers = [
    { id: 'a', question: 'small/cache', answer: 'Readers may see stale data.', candidate: 'c7' },
    {
      id: 'b',
      question: { prompt: 'What does a cache cost?', answer: 'Stale data.' },
      answer: 'Stale data.',
    },
    { id: 'c', question: 'small/cache', answer: '' },
  ];
  const lines = await resultsOf([input(answers.map(it => row(it)).join(''))]);
  for (const [at, answer] of answers.entries()) expect(await judge(answer)).toEqual(lines[at]);
});

test('what cannot be judged is an error with its cause, and no exception', async () => {
  const judge = await createJudge({ library: await openLibrary([CONTENT]) });
  expect(await judge({ question: 'small/cash', answer: 'x' })).toMatchObject({
    status: 'error',
    score: null,
    cause: 'There is no question "small/cash". Did you mean "small/cache"?',
  });
  expect(await judge({ question: 'small/cache' } as never)).toMatchObject({ status: 'error', score: null });
});

test('an unknown judge is refused with those there are', async () => {
  const library = await openLibrary();
  await expect(createJudge({ library, judge: 'loca' })).rejects.toMatchObject({
    name: 'InputError',
    remedy: 'Judges there are: local, llm, both.',
  });
});

test.each([
  ['one path', 'my-bank.yaml', 'Content is a list of files and folders, not the text "my-bank.yaml".'],
  ['nothing', null, 'Content is a list of files and folders, not nothing.'],
  ['a number among paths', ['a.yaml', 5], 'Path 2 of the content is no text, but the number 5.'],
])('content that is %s is refused', async (_, paths, message) => {
  const remedy = "Give a list of paths: openLibrary(['my-bank.yaml']).";
  await expect(openLibrary(paths as never)).rejects.toMatchObject({ name: 'InputError', message, remedy });
  await expect(loadLibrary({ folders: paths as never })).rejects.toBeInstanceOf(InputError);
});

test('the shipped content is there for whoever names no other', async () => {
  expect((await loadLibrary()).banks.size).toBe((await openLibrary()).banks.size);
});

test.each([
  ['nothing at all', () => undefined, 'nothing'],
  ['no library', () => ({}), 'nothing'],
  ['a path', () => ({ library: 'my-bank.yaml' }), 'the text "my-bank.yaml"'],
  ['a library that nobody waited for', () => ({ library: openLibrary() }), 'a promise of one'],
])('a judge that was given %s is refused', async (_, options, given) => {
  await expect(createJudge(options() as never)).rejects.toMatchObject({
    name: 'InputError',
    message: `A judge needs a library, and was given ${given}.`,
    remedy: 'Wait for one, and hand it over: createJudge({ library: await openLibrary() }).',
  });
});

test('a path at which there is nothing says what to do, and content with problems where they are', async () => {
  await expect(openLibrary(['no-bank.yaml'])).rejects.toMatchObject({
    message: 'There is no file or folder "no-bank.yaml".',
    remedy: expect.stringContaining('Check the name.'),
  });
  const path = join(temporaryFolder(), 'bad.yaml');
  writeFileSync(path, 'kind: bank\nid: mine\nquestions: [{ id: a, promt: Why? }]\n');
  const error = await openLibrary([path]).catch((it: unknown) => it);
  expect(error).toBeInstanceOf(ContentError);
  expect((error as ContentError).problems[0]).toMatchObject({ file: path, line: 3 });
});
