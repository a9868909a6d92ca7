import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../src/interview/random.ts';
import type { Loop, Question } from '../../../src/model/content.ts';
import { questionsOf } from '../../../src/packs/choose/form.ts';
import { formsOfLoop } from '../../../src/packs/choose/loop-forms.ts';
import { loop, round } from '../../interview/library.ts';
import { question } from '../../reports/building.ts';
import { bank, libraryOf } from '../banks.ts';

const story = (id: string, rest: Partial<Question> = {}) =>
  question(id, { type: 'behavioral', principles: ['ownership'], ...rest });
const stories = bank('stories', [
  story('a'),
  story('b'),
  story('c', { difficulty: 5 }),
  story('d', { principles: ['frugality'] }),
  story('pinned'),
]);
const hr = loop(
  round('hr', ['stories/pinned', { draw: { types: ['behavioral'], count: 2 } }], {
    principles: ['ownership', 'frugality'],
  }),
);
const forms = (it: Loop, options: { forms?: number; excluded?: string[]; seed?: number } = {}) => {
  const { forms: count = 1, excluded = [], seed = 1 } = options;
  const made = formsOfLoop(libraryOf(stories), it, {
    forms: count,
    excluded: new Set(excluded),
    random: seededRandom(seed),
  });
  return { ...made, refs: made.forms.map(form => questionsOf(form).map(q => q.question.id)) };
};

describe('forms of a loop', () => {
  test('ask what it names, and draw the rest over the principles of the round', () => {
    const [only] = forms(hr).refs;
    expect(only).toHaveLength(3);
    expect(only![0]).toBe('pinned');
    expect(only).toContain('d');
  });

  test('exchange a drawn question only for one as hard and about the same', () => {
    for (let seed = 1; seed < 20; seed++) {
      const { refs, equality } = forms(hr, { forms: 2, seed });
      expect(equality.equal).toBe(true);
      expect(refs[1]!.includes('c')).toBe(refs[0]!.includes('c'));
      expect(refs[1]).toContain('d');
    }
  });

  test('share nothing that is drawn where there is another', () => {
    const draw = loop(
      round('hr', [
        { draw: { types: ['behavioral'], difficulty: [1, 4], principles: ['ownership'], count: 1 } },
      ]),
    );
    const { refs, equality } = forms(draw, { forms: 3 });
    expect(new Set(refs.flat()).size).toBe(3);
    expect(equality.shared.most).toBe(0);
  });

  test('never draw what was used before, and refuse a loop that names it', () => {
    for (let seed = 1; seed < 10; seed++)
      expect(forms(hr, { excluded: ['stories/a'], seed }).refs.flat()).not.toContain('a');
    expect(() => forms(hr, { excluded: ['stories/pinned'] })).toThrow(
      'The loop sample names stories/pinned, which --exclude keeps out.',
    );
  });

  test('refuse a draw that too few questions fit', () => {
    expect(() => forms(hr, { excluded: ['stories/a', 'stories/b', 'stories/c'] })).toThrow('too few fit');
  });
});
