/** What is loaded before there is something to see: milliseconds differ from machine to machine, this does not. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { ANSWERS, CONTENT } from '../cli/world.ts';
import { piped } from './pipe.ts';
import { type Place, place } from './place.ts';
import { mockloop } from './terminal.ts';

const HOOK = fileURLToPath(new URL('loads.mjs', import.meta.url));

/** A place where the content is the shipped one and every load is written down. */
function watched(): Place & { loads: string } {
  const at = place({ NODE_OPTIONS: `--import ${HOOK}` });
  const loads = join(at.folder, 'loads');
  at.env.MOCKLOOP_LOADS = loads;
  delete at.env.MOCKLOOP_CONTENT;
  return { ...at, loads };
}

/** By the name of a bundle, the modules that the build put into it. */
const BUNDLES: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(new URL('../../dist/bundles.json', import.meta.url), 'utf8'),
);

/** The modules that were loaded before this was written: our own by their paths, packages by their names. */
function loadedBefore(file: string, written: string): string[] {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const happened = lines.map(it => JSON.parse(it) as { load?: string; write?: string });
  const seen = happened.findIndex(it => it.write?.includes(written));
  expect(seen).toBeGreaterThan(0);
  const names = happened
    .slice(0, seen)
    .flatMap(({ load }) => (load?.startsWith('file:') ? namesOf(load) : []));
  return [...new Set(names)];
}

function namesOf(url: string): readonly string[] {
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
  const [, bundle] = /\/dist\/run\/(.*)/.exec(url) ?? [];
  return bundle === undefined ? [name ?? url] : BUNDLES[bundle]!;
}

/** What only an answer, a menu, a break or content from elsewhere needs. */
const HEAVY =
  /^(scoring\/(signals|text\/(?!candour)|coverage|lexicon|judges\/local)|interview\/(next|dig)|reports\/markdown|inquirer|@inquirer|ora$|yaml$|zod$)/;

/** What describes the options of commands: it grows with them. */
const OPTIONS = /^cli\/(numbers|[\w-]+-options)\.js$/;

test.each([
  ['a round', ['practice', 'amazon-go-backend', '--round', 'hr', '--mode', 'real']],
  ['a question', ['practice', '--question', 'leadership/mistake-of-yours', '--mode', 'coach']],
])(
  'when flags say all, %s begins before anything is loaded that only an answer needs',
  async (_name, argv) => {
    const at = watched();
    const screen = mockloop(at, ...argv);
    await screen.see('❯ Begin');
    const loaded = loadedBefore(at.loads, '❯ Begin');
    expect(loaded).toContain('terminal/interviewer.js');
    expect(loaded.filter(it => HEAVY.test(it))).toEqual([]);
    // About 115 today beside the commands and their options; Inquirer would be 60 more, all that reads answers 100.
    const commands = COMMANDS.map(it => `cli/${it.name}.js`);
    const others = loaded.filter(it => !commands.includes(it) && !OPTIONS.test(it));
    expect(others.length).toBeLessThan(116);
  },
);

test('the help loads no command, and nothing that one of them needs', async () => {
  const at = watched();
  expect(await piped(at, '--help').end()).toBe(0);
  const loaded = loadedBefore(at.loads, 'Usage: mockloop');
  expect(loaded).toContain('cli/commands.js');
  expect(loaded).not.toContain('cli/practice.js');
  expect(
    loaded.filter(
      it => !/^(cli|model|content\/shipped|commander)/.test(it) && !it.endsWith('/bin/mockloop.js'),
    ),
  ).toEqual([]);
});

test.each([
  ['md', '# Interview report', false],
  ['html', '<!doctype html>', true],
])('a report as %s loads what draws plots only to draw them', async (format, begins, draws) => {
  const at = watched();
  at.env.MOCKLOOP_CONTENT = CONTENT;
  expect(await piped(at, 'practice', 'small', '--answers', ANSWERS).end()).toBe(0);
  writeFileSync(at.loads, '');
  expect(await piped(at, 'report', '--format', format).end()).toBe(0);
  const loaded = loadedBefore(at.loads, begins);
  expect(loaded.some(it => /^d3-|^reports\/html\//.test(it))).toBe(draws);
});

test.each([
  ['md', '## Why?\n', 'mdast-util-from-markdown'],
  ['csv', 'question\nWhy?\n', 'csv-parse'],
  ['json', '["Why?"]', undefined],
])('a list as %s loads no parser but its own', async (format, list, parser) => {
  const at = watched();
  const file = join(at.folder, `list.${format}`);
  writeFileSync(file, list);
  expect(await piped(at, 'import', file).end()).toBe(0);
  const loaded = loadedBefore(at.loads, 'kind: bank');
  const parsers = ['mdast-util-from-markdown', 'csv-parse'];
  expect(parsers.filter(it => loaded.includes(it))).toEqual(parser === undefined ? [] : [parser]);
});
