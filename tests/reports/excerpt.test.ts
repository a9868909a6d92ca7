import { describe, expect, test } from 'vitest';
import { columns } from '../../src/reports/columns.ts';
import { excerpt } from '../../src/reports/excerpt.ts';
import { evidence } from './building.ts';

const ANSWER =
  'First I talk about the weather for a while, then\nthe server stores the response under its key, and so on.';

describe('an excerpt', () => {
  test('is the whole where that is short', () =>
    expect(excerpt([evidence(ANSWER, 'the server stores')], 'anything', 40)).toBe('"the server stores"'));

  test('is the part that bears on the matter, with what was left out outside the quote marks', () =>
    expect(excerpt([evidence(ANSWER, ANSWER)], 'The response is stored by the server', 44)).toBe(
      '…"then the server stores the response"…',
    ));

  test('begins at the beginning where nothing bears on it', () =>
    expect(excerpt([evidence(ANSWER, ANSWER)], 'xyz', 30)).toBe('"First I talk about the"…'));

  test('comes from the piece of evidence that says most', () => {
    const both = [evidence(ANSWER, 'the weather'), evidence(ANSWER, 'the response under its key')];
    expect(excerpt(both, 'the stored response', 60)).toBe('"the response under its key"');
  });

  test('cuts a word that is longer than the row, and fits wide characters', () => {
    const long = '鍵'.repeat(50);
    const told = excerpt([evidence(long, long)], '', 30)!;
    expect(told).toMatch(/^"鍵+"…$/);
    expect(columns(told)).toBeLessThanOrEqual(30);
  });

  test('is none without evidence', () => expect(excerpt([], 'anything', 40)).toBeUndefined());
});
