import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { barFor } from '../../../src/scoring/panel/bars.ts';

const DOCS = readFileSync(new URL('../../../docs/debrief.md', import.meta.url), 'utf8');
const rowsOf = (cells: number) =>
  DOCS.split('\n').filter(
    it => it.startsWith('| ') && it.split('|').length === cells + 2 && !it.startsWith('| level'),
  );
const LEVELS = ['L4', 'L5', 'L6', 'any other'];

test('the tables of docs/debrief.md are those of the code', () => {
  expect(rowsOf(2)).toEqual(LEVELS.map(it => `| ${it} | ${barFor(it).cuts.join(', ')} |`));
  expect(rowsOf(5)).toEqual(
    LEVELS.flatMap(level =>
      barFor(level).wants.map(
        ({ title, wants, bar, share, required }) =>
          `| ${level} | ${title}: ${wants} | ${bar} | ${Math.round(100 * share)} % | ${required ? 'must ' : ''}|`,
      ),
    ),
  );
});
