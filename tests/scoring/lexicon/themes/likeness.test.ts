/** What the words of a story are like, beside the terms of its theme. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Bank } from '../../../../src/model/content.ts';
import { shippedLexicon } from '../../../../src/scoring/lexicon/files.ts';
import { themeFit } from '../../../../src/scoring/lexicon/themes/fit.ts';
import { likenessTo } from '../../../../src/scoring/lexicon/themes/likeness.ts';
import { parse } from '../../../../src/scoring/text/answer.ts';

const lexicon = shippedLexicon();
const themes = lexicon.themes();
const numberOf = (name: string) => themes.themes.findIndex(it => it.name === name);
const likeness = (theme: string, story: string) => likenessTo(themes, numberOf(theme), lexicon, parse(story));

const WELDING =
  'A retired welder lectured me on metallurgy at dusk, chapter upon chapter, and quizzed the alphabet of alloys.';
const REFUND =
  'The grocer grumbled about mouldy plums, so the manageress reimbursed the buyer and posted a hamper of pears.';

describe('likeness', () => {
  test('is higher to the theme that a story is on', () => {
    expect(likeness('learning', WELDING)).toBeGreaterThan(likeness('learning', REFUND));
    expect(likeness('unhappy customer', REFUND)).toBeGreaterThan(likeness('unhappy customer', WELDING));
  });

  test('is none where no word is known', () => {
    expect(likeness('learning', 'Qwxyz brzt.')).toBe(0);
    expect(likeness('learning', '')).toBe(0);
  });

  test('does not grow when the same is said again', () =>
    expect(likeness('learning', `${WELDING} ${WELDING}`)).toBe(likeness('learning', WELDING)));

  test('moves the fit', () => {
    const asked = parse('Tell me about a time you had to learn something quickly.');
    const fitOf = (vectors?: typeof lexicon) => themeFit(themes, asked, parse(WELDING), vectors)!.fit;
    expect(fitOf(lexicon)).toBeGreaterThan(fitOf());
  });
});

/** The figures of `like` were measured on these; a theme that was reworded since needs new ones. */
test('over the model answers we ship, none is far from 0 and 1 for any theme', () => {
  const { banks } = JSON.parse(
    readFileSync(new URL('../../../../dist/library.json', import.meta.url), 'utf8'),
  ) as { banks: Bank[] };
  const questions = banks.flatMap(it => it.questions).filter(it => it.type === 'behavioral');
  const stories = questions.flatMap(it => it.answer.slice(0, 1)).map(it => parse(it));
  expect(stories.length).toBeGreaterThan(50);
  for (const [theme, { name }] of themes.themes.entries()) {
    const all = stories.map(it => likenessTo(themes, theme, lexicon, it));
    const mean = all.reduce((sum, it) => sum + it, 0) / all.length;
    const spread = Math.sqrt(all.reduce((sum, it) => sum + (it - mean) ** 2, 0) / all.length);
    expect(Math.abs(mean), name).toBeLessThan(0.3);
    expect(Math.abs(spread - 1), name).toBeLessThan(0.3);
  }
});
