import { describe, expect, test } from 'vitest';
import { table } from '../../src/terminal/table.ts';

const ROWS = [
  ['a', 'technical, 5 min', 'Say my code creates a new struct. Walk me through how Go finds room for it.'],
  ['a-much-longer-name', 'coding, 60 min', 'Why?'],
];

describe('a table', () => {
  test('is a line a row where nobody says how wide it may be', () => {
    expect(table(ROWS)).toBe(
      'a                   technical, 5 min  Say my code creates a new struct. Walk me through how Go finds room for it.\n' +
        'a-much-longer-name  coding, 60 min    Why?\n',
    );
  });

  test('goes on under its last column where the terminal ends', () => {
    expect(table(ROWS, 80)).toBe(
      'a                   technical, 5 min  Say my code creates a new struct. Walk me\n' +
        '                                      through how Go finds room for it.\n' +
        'a-much-longer-name  coding, 60 min    Why?\n',
    );
  });

  test('goes on under the row where the last column would be narrow', () => {
    expect(table(ROWS, 50)).toBe(
      'a                   technical, 5 min\n' +
        '  Say my code creates a new struct. Walk me\n' +
        '  through how Go finds room for it.\n' +
        'a-much-longer-name  coding, 60 min\n' +
        '  Why?\n',
    );
  });

  test('never breaks a word that fits', () => {
    for (let width = 40; width < 130; width++)
      expect(table(ROWS, width).split(/\s+/)).toEqual(table(ROWS).split(/\s+/));
  });
});
