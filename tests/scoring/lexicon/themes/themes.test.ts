/** The list of themes is read as it is written, and the shipped one is sound. */
import { describe, expect, test } from 'vitest';
import { shippedThemes } from '../../../../src/scoring/lexicon/themes/files.ts';
import { themesOf } from '../../../../src/scoring/lexicon/themes/themes.ts';

test('a line is a theme, and a comment none', () =>
  expect([
    ...themesOf('# a | comment | here\n\ngardens | a garden | seas, hills\nseas | the sea |').values(),
  ]).toEqual([
    { id: 'gardens', name: 'a garden', near: ['seas', 'hills'] },
    { id: 'seas', name: 'the sea', near: [] },
  ]));

describe('tables/themes.txt', () => {
  const { themes, questions, stories } = shippedThemes();

  test('has the themes that the classifiers know, and questions know one kind more', () => {
    expect([...stories.classes].toSorted()).toEqual([...themes.keys()].toSorted());
    expect([...questions.classes].toSorted()).toEqual([...themes.keys(), 'none'].toSorted());
  });

  test('themes are near each other, not one to the other alone', () => {
    for (const { id, near } of themes.values())
      for (const other of near) expect(themes.get(other)?.near, `${other} near ${id}`).toContain(id);
  });
});
