/** The list of themes is read as it is written, and the shipped one is sound. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { shippedThemes } from '../../../../src/scoring/lexicon/themes/files.ts';
import { type ThemeBook, themesOf } from '../../../../src/scoring/lexicon/themes/themes.ts';
import { stem } from '../../../../src/scoring/text/stem.ts';

const SMALL = `# a comment

theme: gardens
near: seas
usual: 1.5
asked: garden
told: dug the beds, told him/her why,
  roses
often: summer, water

theme: seas
asked: sea, boat
told: set sail, summer
often: water`;

const weights = ({ terms }: ThemeBook, text: string) => terms.find(it => it.text === text)?.says;

describe('reading', () => {
  const { themes, asked, told } = themesOf(SMALL);

  test('blocks become themes, and comments none', () =>
    expect(themes).toEqual([
      { name: 'gardens', near: new Set([1]), usual: 1.5 },
      { name: 'seas', near: new Set(), usual: 0.6 },
    ]));

  test('a list goes on in an indented line', () => expect(weights(told, 'roses')).toBeDefined());

  test('a list of questions and one of stories', () => {
    expect(asked.terms.map(it => it.text)).toEqual(['garden', 'sea', 'boat']);
    expect(told.terms.map(it => it.text)).not.toContain('boat');
  });

  test('a term of all themes says nothing for any', () =>
    expect(weights(told, 'water')).toEqual([
      { theme: 0, weight: 0 },
      { theme: 1, weight: 0 },
    ]));

  test('alternatives are one term', () => {
    const at = told.terms.findIndex(it => it.text === 'told him/her why');
    const phrases = told.book.byFirst.get('told')!.filter(it => it.list === at);
    expect(phrases.map(it => it.stems)).toEqual([
      ['told', 'him', 'why'],
      ['told', 'her', 'why'],
    ]);
  });

  test('a phrase weighs more than a word, a word that is often heard less', () => {
    const { told } = themesOf(
      'theme: a\ntold: brass lantern, my lantern, lantern\noften: candle\n\ntheme: b\ntold: x',
    );
    const weight = (term: string) => weights(told, term)![0]!.weight;
    expect(weight('brass lantern')).toBe(2);
    expect(weight('my lantern')).toBe(1.25);
    expect(weight('lantern')).toBe(1);
    expect(weight('candle')).toBeCloseTo(0.35);
  });
});

describe('tables/themes.txt', () => {
  const text = readFileSync(new URL('../../../../tables/themes.txt', import.meta.url), 'utf8');
  const { themes, asked, told } = shippedThemes();

  test('names only themes that there are as near', () => {
    const named = [...text.matchAll(/^near: (.*)$/gm)].flatMap(it => it[1]!.split(', '));
    expect(named.filter(it => !themes.some(theme => theme.name === it))).toEqual([]);
  });

  test('has enough words for every theme', () => {
    for (const [theme] of themes.entries()) {
      const of = ({ terms }: ThemeBook) =>
        terms.filter(it => it.says.some(own => own.theme === theme)).length;
      expect(of(asked)).toBeGreaterThan(10);
      expect(of(told)).toBeGreaterThan(80);
    }
  });

  test('lists no term twice for a theme', () => {
    for (const block of text.split('\n\n').filter(it => it.startsWith('theme: '))) {
      const terms = block
        .slice(block.indexOf('told:') + 5)
        .replace('often: ', ', ')
        .replace(/\s+/g, ' ');
      const keys = terms.split(',').map(it => it.trim().split(' ').map(stem).join(' '));
      const listed = keys.filter(it => it !== '');
      expect(listed.filter((it, at) => listed.indexOf(it) !== at)).toEqual([]);
    }
  });
});
