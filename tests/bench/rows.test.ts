import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { filesOf, rowsOf } from '../../bench/rows.mjs';

const folder = mkdtempSync(join(tmpdir(), 'bench-rows-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(text: string, name = 'a.jsonl'): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const ROW = { questionId: 'q', question: 'Why?', reference: 'So.', answer: 'Because.', score: 0.5 };
const rows = (...given: object[]) => rowsOf(written(given.map(it => JSON.stringify(it)).join('\n')));

describe('a row', () => {
  test('is asked with all its references, each once, the first one first', () => {
    const [row] = rows({ ...ROW, references: ['Thus.', 'So.', ' '], rater: 'ignored' });
    expect(row).toMatchObject({
      question: 'q',
      references: ['So.', 'Thus.'],
      answer: 'Because.',
      grade: 0.5,
    });
    expect(row!.asked).toMatchObject({ prompt: 'Why?', answer: ['So.', 'Thus.'], points: [] });
  });

  test('shares its question with the rows that ask the same, and only with those', () => {
    const [one, same, other] = rows(ROW, { ...ROW, answer: 'No.' }, { ...ROW, reference: 'Not so.' });
    expect(one!.asked).toBe(same!.asked);
    expect(one!.asked).not.toBe(other!.asked);
  });

  test('may have points as a bank writes them, or as plain texts, and no reference', () => {
    const points = [
      'Keys are sorted.',
      { id: 'cost', text: ['Writes are slower.', 'It costs.'], weight: 3, cues: ['slow'] },
    ];
    const [row] = rows({ question: 'Why?', points, answer: '', score: 0 });
    expect(row!.asked.points).toEqual([
      { id: 'p1', text: ['Keys are sorted.'], weight: 1, cues: [] },
      { id: 'cost', text: ['Writes are slower.', 'It costs.'], weight: 3, cues: ['slow'] },
    ]);
    expect(row).toMatchObject({ question: 'Why?', references: ['Keys are sorted. Writes are slower.'] });
  });

  test('is found behind a byte order mark, blank lines and CRLF', () => {
    expect(rowsOf(written(`\uFEFF${JSON.stringify(ROW)}\r\n\r\n\n${JSON.stringify(ROW)}`))).toHaveLength(2);
  });
});

describe('a mistake is told with its place', () => {
  const without = (name: string) => Object.fromEntries(Object.entries(ROW).filter(([key]) => key !== name));
  test.each<[string, object | string, RegExp]>([
    ['no JSON', '{"question":', /^.*a\.jsonl:3: This is no JSON: /],
    ['no object', '[1]', /:3: A row is an object/],
    ['null', 'null', /:3: A row is an object/],
    ['no question', without('question'), /:3: There is no "question"\.$/],
    ['no answer', without('answer'), /:3: There is no "answer"\.$/],
    ['an answer that is no text', { ...ROW, answer: 1 }, /:3: "answer" is not a text\.$/],
    ['nothing to judge by', without('reference'), /:3: There is nothing to judge by/],
    ['a reference that is no text', { ...ROW, reference: 7 }, /:3: In "reference" or "references"/],
    ['no grade', without('score'), /:3: There is no "score"\. A grade is a number from 0 to 1\.$/],
    ['a grade above 1', { ...ROW, score: 1.5 }, /:3: "score" is 1\.5\. A grade is/],
    ['a grade below 0', { ...ROW, score: -0.1 }, /:3: "score" is -0\.1\. A grade is/],
    ['a grade as a text', { ...ROW, score: '1' }, /:3: "score" is "1"\. A grade is/],
    ['points that are no list', { ...ROW, points: 'x' }, /:3: "points" must be a list\.$/],
    ['a point without text', { ...ROW, points: [{ id: 'a' }] }, /:3: A point has no "text"\.$/],
    ['an empty point', { ...ROW, points: [null] }, /:3: A point has no "text"\.$/],
  ])('%s', (_, row, message) => {
    const line = typeof row === 'string' ? row : JSON.stringify(row);
    expect(() => rowsOf(written(`${JSON.stringify(ROW)}\n\n${line}\n`))).toThrow(message);
  });

  test('no rows', () => expect(() => rowsOf(written('\n\n'))).toThrow(/a\.jsonl has no rows\.$/));
});

describe('files', () => {
  test('of a folder are its .jsonl files by name; a file named is taken whatever its ending', () => {
    const place = join(folder, 'set');
    mkdirSync(place);
    for (const name of ['b.jsonl', 'a.jsonl', 'README.md']) writeFileSync(join(place, name), '');
    const other = written('', 'other.txt');
    expect(filesOf([place, other])).toEqual([join(place, 'a.jsonl'), join(place, 'b.jsonl'), other]);
  });

  test('that are not there are told', () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    expect(() => filesOf([empty])).toThrow(/There are no \.jsonl files in .*empty\.$/);
    expect(() => filesOf([join(folder, 'nowhere')])).toThrow(/There is no file or folder .*nowhere\.$/);
  });
});
