/** The code we ship runs: each model answer passes the tests of its task, and each starter builds and fails them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll, describe, expect, test } from 'vitest';
import { locate } from '../../src/coding/files.ts';
import { LANGUAGES } from '../../src/coding/languages.ts';
import { namesOf, runTests } from '../../src/coding/testing.ts';
import { createJudge, openLibrary } from '../../src/index.ts';
import type { Bank, Coding, CodingLanguage } from '../../src/model/content.ts';
import { passagesOf } from '../../src/model/prose.ts';
import { isMissing } from '../e2e/programs.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { banks } = JSON.parse(readFileSync(join(root, 'dist/library.json'), 'utf8')) as { banks: Bank[] };
const tasks = banks.flatMap(bank =>
  bank.questions.flatMap(({ id, coding, answer }) =>
    coding?.tests ? [{ name: `${bank.id}/${id}`, coding, answer }] : [],
  ),
);
const tasksIn = (language: CodingLanguage) => tasks.filter(it => it.coding.language === language);

const scratch = mkdtempSync(join(tmpdir(), 'code-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const LONG = { timeout: 120_000 };

test('a starter handed in as it is is no answer to another program either', async () => {
  const judge = await createJudge({ library: await openLibrary() });
  for (const { name, coding } of tasks) {
    const starter = coding.files!.starter!;
    const found = await judge({ question: name, answer: starter });
    expect({ name, status: found.status }).toEqual({ name, status: 'cannot-assess' });
    expect((await judge({ question: name, answer: `${starter}\n// TODO` })).score ?? 0).toBeLessThan(20);
  }
});

interface Files {
  code: { name: string; text: string };
  tests: { name: string; text: string };
}

function filesOf(code: string, coding: Coding): Files {
  const names = namesOf(coding, LANGUAGES[coding.language]);
  return { code: { name: names.code, text: code }, tests: { name: names.tests, text: coding.files!.tests! } };
}

function run(language: CodingLanguage, files: Files) {
  const its = LANGUAGES[language];
  const program = locate(its.program, process.env.PATH ?? '')!;
  return runTests({ ...files, language: its, program, env: process.env, now: Date.now }).done;
}

/** As a candidate's code is tested. Where this Node runs no TypeScript, the types are taken off for it. */
async function tested(code: string, coding: Coding) {
  const files = filesOf(code, coding);
  const came = await run(coding.language, files);
  if (came !== LANGUAGES.typescript.lacks || coding.language !== 'typescript') return came;
  return run('javascript', { code: withoutTypes(files.code), tests: withoutTypes(files.tests) });
}

function withoutTypes({ name, text }: Files['code']): Files['code'] {
  const compilerOptions = { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext };
  const { outputText } = ts.transpileModule(text, { compilerOptions });
  return {
    name: name.replace(/ts$/, 'mjs'),
    text: outputText.replace(/(from '\.\/[\w-]+)\.ts'/g, "$1.mjs'"),
  };
}

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(scratch, 'task-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** What `go vet` says against a code; empty when nothing. */
function vet(code: string): string {
  const cwd = folderWith({ 'code.go': code, ...LANGUAGES.go.beside });
  const env = { ...process.env, CGO_ENABLED: '0' };
  const { status, stderr } = spawnSync('go', ['vet', './...'], {
    cwd,
    timeout: 100_000,
    env,
    encoding: 'utf8',
  });
  return status === 0 ? '' : `${status}: ${stderr}`;
}

/** What the compiler says against codes and their tests: types hold, and Node, which only erases them, can do so. */
function typeErrors(all: readonly Files[]): string[] {
  const paths = all.flatMap(({ code, tests }) => {
    const files = {
      [code.name]: code.text,
      [tests.name]: tests.text,
      'package.json': '{ "type": "module" }',
    };
    const folder = folderWith(files);
    return [join(folder, code.name), join(folder, tests.name)];
  });
  const program = ts.createProgram(paths, {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    erasableSyntaxOnly: true,
    allowImportingTsExtensions: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    typeRoots: [join(root, 'node_modules/@types')],
    types: ['node'],
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(it => `${it.file?.fileName}: ${ts.flattenDiagnosticMessageText(it.messageText, ' ')}`);
}

function codeIn(answer: string): string {
  return passagesOf(answer).find(it => it.kind === 'code')!.text;
}

test('there are tasks in several languages, each with starter and tests', () => {
  expect(tasksIn('go').length).toBeGreaterThanOrEqual(8);
  expect(tasksIn('typescript').length).toBeGreaterThanOrEqual(3);
  expect(tasksIn('python').length).toBeGreaterThanOrEqual(4);
  for (const { coding } of tasks) expect(Object.keys(coding.files!)).toEqual(['starter', 'tests']);
});

const languages = (Object.keys(LANGUAGES) as CodingLanguage[]).filter(it => tasksIn(it).length > 0);

test('types of TypeScript hold and can be erased', LONG, () => {
  const all = tasksIn('typescript').flatMap(({ coding, answer }) =>
    [coding.files!.starter!, ...answer.map(codeIn)].map(it => filesOf(it, coding)),
  );
  expect(typeErrors(all)).toEqual([]);
});

describe.each(languages)('%s', language => {
  const vetted = (code: string) => (language === 'go' ? vet(code) : '');
  const isOff = isMissing(LANGUAGES[language].program);

  describe.skipIf(isOff).each(tasksIn(language))('$name', ({ coding, answer }) => {
    test.each(answer)('the model answer passes', LONG, async text => {
      const code = codeIn(text);
      expect(vetted(code)).toBe('');
      expect(await tested(code, coding)).toMatchObject({ end: 'passed', exit: 0, counts: { failed: 0 } });
    });

    test('the starter builds, and does not pass', LONG, async () => {
      const starter = coding.files!.starter!;
      expect(vetted(starter)).toBe('');
      const came = await tested(starter, coding);
      expect(came).toMatchObject({ end: 'failed', exit: 1, counts: expect.anything() });
    });
  });
});
