import { expect, test } from 'vitest';
import { painted } from '../../src/terminal/rows.ts';
import { styleFor } from '../../src/terminal/style.ts';

const PLAIN = styleFor(false);
const SHOUT = { ...PLAIN, strong: (it: string) => `<b>${it}</b>`, good: (it: string) => `<g>${it}</g>` };
const TONED = { ...SHOUT, warn: (it: string) => `<w>${it}</w>`, bad: (it: string) => `<r>${it}</r>` };

test('without colour the rows are as they were, each with its line end', () => {
  expect(painted(['Title', '', '  + there', '    more of it'], PLAIN)).toBe(
    'Title\n\n  + there\n    more of it\n',
  );
  expect(painted([], PLAIN)).toBe('');
});

test('a row at the margin is a title; an empty one is nothing', () => {
  expect(painted(['Title', ''], TONED)).toBe('<b>Title</b>\n\n');
});

test.each([
  ['+', 'g'],
  ['~', 'w'],
  ['-', 'r'],
  ['!', 'w'],
])('the mark %s is toned, its words are not', (mark, tone) => {
  expect(painted([`  ${mark} words ${mark} more`], TONED)).toBe(
    `  <${tone}>${mark}</${tone}> words ${mark} more\n`,
  );
});

test('what only looks like a mark is not one', () => {
  for (const row of ['  +1 more', '  word - word', '    -']) expect(painted([row], TONED)).toBe(`${row}\n`);
});

test('no row can steer the terminal', () => {
  expect(painted(['  - \x1b[2Jgone\x07'], PLAIN)).toBe('  - \\u001b[2Jgone\\u0007\n');
});
