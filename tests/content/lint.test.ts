/** A file in lint/ is a case: its title is a lint of the table, and only what that one says is expected. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../src/content/format.ts';
import { buildLibrary } from '../../src/content/library.ts';
import { lint } from '../../src/content/lint/lint.ts';
import { LINTS } from '../../src/content/lint/table.ts';
import { localJudge } from '../../src/scoring/judges/local.ts';
import { readCase } from './broken.ts';

const folder = new URL('lint/', import.meta.url);
const cases = readdirSync(folder).map(name => [name, readFileSync(new URL(name, folder), 'utf8')] as const);
const titleOf = (text: string) => /^# (.*)\n/.exec(text)![1]!;

/** The table with one lint alone. */
function only(name: string): typeof LINTS {
  const pick = <Table extends object>(table: Table) =>
    Object.fromEntries(Object.entries(table).filter(([its]) => its === name)) as Table;
  return { bank: pick(LINTS.bank), loop: pick(LINTS.loop), rubric: pick(LINTS.rubric) };
}

describe('what a lint says', () => {
  test.each(cases)('%s', (_, text) => {
    const { files, expected } = readCase(text);
    const { library, problems, files: parsed } = buildLibrary([files]);
    expect(problems).toEqual([]);
    const said = lint(parsed, { library, judge: localJudge }, only(titleOf(text)));
    expect(said.map(formatProblem).join('\n\n')).toBe(expected);
  });

  test('is listed in the docs', () => {
    const docs = readFileSync(new URL('../../docs/content.md', import.meta.url), 'utf8');
    const section = docs.slice(
      docs.indexOf('## What could be better'),
      docs.indexOf('## Stricter than YAML'),
    );
    const told = [...section.matchAll(/^\| ([\w, ]+) \| (.*) \|$/gm)].slice(1);
    for (const [kind, table] of Object.entries(LINTS))
      for (const name of Object.keys(table))
        expect(told.some(([, kinds = '', text = '']) => kinds.includes(kind) && text.startsWith(name))).toBe(
          true,
        );
    expect(told.length).toBe(new Set(Object.values(LINTS).flatMap(it => Object.keys(it))).size);
  });

  test('there is a case for each', () => {
    const titles = new Set(cases.map(([, text]) => titleOf(text)));
    const names = Object.values(LINTS).flatMap(table => Object.keys(table));
    expect([...titles].sort()).toEqual([...new Set(names)].sort());
  });
});
