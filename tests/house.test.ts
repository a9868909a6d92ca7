/** The house holds: who imports whom, where the world is touched, and that the check itself would notice. */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, describe, expect, test } from 'vitest';
import { rules } from './house-rules.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

async function violations(baseDir: string): Promise<{ modules: number; broken: string[] }> {
  const { output } = await cruise(['src', 'bench'], {
    ...rules.options,
    baseDir,
    validate: true,
    ruleSet: { forbidden: rules.forbidden },
  } as Parameters<typeof cruise>[1]);
  const { summary, modules } = output as ICruiseResult;
  return {
    modules: modules.filter(it => /^(?:src|bench)\//.test(it.source)).length,
    broken: summary.violations.map(it => `${it.rule.name}: ${it.from} → ${it.to}`),
  };
}

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(it =>
  it.endsWith('.ts'),
);

const benches = readdirSync(join(root, 'bench'));

test('every module keeps the import rules', async () => {
  const { modules, broken } = await violations(root);
  expect(broken).toEqual([]);
  expect(modules).toBe(sources.length + benches.length);
  expect(modules).toBeGreaterThan(100);
}, 60_000);

/** One file that breaks each rule, by the rule's name. */
const PLANTS: Readonly<Record<string, readonly [file: string, text: string]>> = {
  'model-imports': ['src/model/bad.ts', "import '../store/other.ts';"],
  'store-imports': ['src/store/bad.ts', "import '../content/other.ts';"],
  'content-imports': ['src/content/bad.ts', "import '../interview/other.ts';"],
  'scoring-imports': ['src/scoring/bad.ts', "import '../interview/other.ts';"],
  'coding-imports': ['src/coding/bad.ts', "import '../interview/other.ts';"],
  'llm-imports': ['src/llm/bad.ts', "import '../scoring/other.ts';"],
  'interview-imports': ['src/interview/bad.ts', "import '../content/other.ts';"],
  'progress-imports': ['src/progress/bad.ts', "import '../interview/other.ts';"],
  'reports-imports': ['src/reports/bad.ts', "import type { X } from '../scoring/other.ts';"],
  'batch-imports': ['src/batch/bad.ts', "import '../interview/other.ts';"],
  'packs-imports': ['src/packs/bad.ts', "import '../interview/other.ts';"],
  'terminal-imports': ['src/terminal/bad.ts', "import '../reports/other.ts';"],
  'chalk-home': ['src/reports/bad.ts', "import 'chalk';"],
  'inquirer-home': ['src/cli/bad.ts', "import 'inquirer';"],
  'ora-home': ['src/cli/bad.ts', "await import('ora');"],
  'fast-string-width-home': ['src/reports/bad.ts', "import 'fast-string-width';"],
  'js-yaml-home': ['src/batch/bad.ts', "import { load } from 'js-yaml'; export { load };"],
  'yaml-home': ['src/cli/bad.ts', "import { parse } from 'yaml'; export { parse };"],
  'zod-home': ['src/cli/bad.ts', "import 'zod';"],
  'fastest-levenshtein-home': ['src/cli/bad.ts', "import 'fastest-levenshtein';"],
  'mdast-util-from-markdown-home': ['src/cli/bad.ts', "import 'mdast-util-from-markdown';"],
  'csv-parse-home': ['src/cli/bad.ts', "import { parse } from 'csv-parse/sync'; export { parse };"],
  'docx-home': ['src/packs/bad.ts', "import 'docx';"],
  'commander-home': ['src/terminal/bad.ts', "import 'commander';"],
  'd3-scale-home': ['src/reports/bad.ts', "import 'd3-scale';"],
  'd3-shape-home': ['src/cli/bad.ts', "import { line } from 'd3-shape'; export { line };"],
  'openai-home': ['src/scoring/bad.ts', "await import('openai');"],
  'env-paths-home': ['src/store/bad.ts', "import 'env-paths';"],
  'ts-fsrs-home': ['src/cli/bad.ts', "import 'ts-fsrs';"],
  disk: ['src/interview/bad.ts', "import { readFileSync } from 'node:fs'; export { readFileSync };"],
  processes: ['src/cli/bad.ts', "import { spawn } from 'node:child_process'; export { spawn };"],
  network: ['src/cli/bad.ts', "import 'node:https';"],
  'no-cycles': ['src/cli/bad.ts', "import './bad.ts';"],
  'interview-never-judges': ['src/interview/bad.ts', "import '../scoring/judges/other.ts';"],
  'terminal-port-only': ['src/terminal/bad.ts', "import '../interview/other.ts';"],
  'known-packages': ['src/cli/bad.ts', "import 'typescript';"],
  resolvable: ['src/cli/bad.ts', "import './nowhere.ts';"],
  'bench-apart': ['src/cli/bad.ts', "import '../../bench/other.mjs';"],
  'bench-imports': ['bench/bad.mjs', "import '../src/scoring/other.ts';"],
  'bench-offline': ['bench/bad.mjs', "import 'node:https';"],
};

const planted = mkdtempSync(join(tmpdir(), 'house-'));
afterAll(() => rmSync(planted, { recursive: true, force: true }));

describe('a planted violation is found', () => {
  test('for every rule there is', () =>
    expect(Object.keys(PLANTS).sort()).toEqual(rules.forbidden.map(it => it.name).sort()));

  test.each(Object.entries(PLANTS))('%s', async (name, [file, text]) => {
    const base = join(planted, name);
    cpSync(join(root, 'tsconfig.json'), join(base, 'tsconfig.json'));
    symlinkSync(join(root, 'node_modules'), join(base, 'node_modules'));
    const others = ['store', 'content', 'interview', 'scoring', 'scoring/judges', 'reports'];
    for (const other of others) put(base, `src/${other}/other.ts`, 'export type X = 1;\n');
    put(base, 'bench/other.mjs', '');
    put(base, file, `${text}\n`);
    const { broken } = await violations(base);
    expect(broken.map(it => it.split(':')[0])).toContain(name);
  });
});

function put(base: string, file: string, text: string): void {
  mkdirSync(join(base, dirname(file)), { recursive: true });
  writeFileSync(join(base, file), text);
}

/** What no import shows: globals that touch the outside world, and the only files that may use them. */
const GLOBALS: readonly (readonly [what: string, use: RegExp, homes: RegExp])[] = [
  [
    'process',
    /\bprocess\.(?!on\b)\w/,
    /^(?:cli\/(?:io|main|failure)|(?:coding|terminal\/editor)\/processes)\.ts$/,
  ],
  ['the time', /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b/, /^(?:cli\/io|batch\/worker)\.ts$/],
  ['chance', /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b/, /^cli\/io\.ts$/],
  ['the console', /\bconsole\./, /^$/],
  ['the network', /\bfetch\(|\bWebSocket\b/, /^llm\//],
];

describe.each(GLOBALS)('%s', (_, use, homes) => {
  const using = (text: string) => use.test(text.replace(/^\s*(?:\*|\/\/|\/\*\*).*$/gm, ''));
  test('is used nowhere else', () => {
    const found = sources.filter(it => !homes.test(it) && using(readFileSync(join(root, 'src', it), 'utf8')));
    expect(found).toEqual([]);
  });
});

test('frameworks are data: no code knows one by name', () => {
  const naming = sources.filter(it =>
    /\b(?:star|mece|rice|circles)\b/i.test(readFileSync(join(root, 'src', it), 'utf8')),
  );
  expect(naming).toEqual([]);
});

test('every package in the lock file runs on Node 20.19', async () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { engines?: { node?: string }; optional?: boolean }>;
  };
  const { default: semver } = await import('semver');
  const refusing = Object.entries(packages).filter(
    ([, it]) => it.engines?.node && !semver.satisfies('20.19.0', it.engines.node),
  );
  expect(refusing.map(([name]) => name)).toEqual([]);
});

test('the lock file names no host', () =>
  expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved"'));
