import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visible } from '../../../src/model/unseen.ts';
import { COLUMN_NAMES, csv } from '../../../src/reports/cohort/csv.ts';
import { ACTS, FORMULAS, judged } from '../../batch/results.ts';
import { criterion } from '../building.ts';
import { anyRun, documentOf, HOSTILE_ROWS, SAMPLE_ROWS } from './sample.ts';

/** RFC 4180 and nothing more: throws at whatever its grammar does not have. */
function records(text: string, separator = ','): string[][] {
  const all: string[][] = [];
  let [at, record] = [0, [] as string[]];
  const fail = (what: string) =>
    new Error(`${what} at ${at}: ${JSON.stringify(text.slice(at - 20, at + 20))}`);
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        if (at >= text.length) throw fail('A quote is never closed');
        if (text[at] === '"') at++;
        field += text[at];
      }
      at++;
    } else {
      for (; at < text.length && text[at] !== separator && text[at] !== '\r'; at++) {
        if (text[at] === '"' || text[at] === '\n') throw fail('A bare quote or line feed');
        field += text[at];
      }
    }
    record.push(field);
    if (text[at] === separator) at++;
    else if (text.slice(at, at + 2) === '\r\n') {
      at += 2;
      all.push(record);
      record = [];
    } else throw fail('No separator and no line end');
  }
  return all;
}

const read = (text: string) => {
  const [head, ...rows] = records(text);
  return rows.map(row => Object.fromEntries(row.map((it, at) => [head![at], it])));
};

describe('CSV', () => {
  test('has its columns in their order, a line a row', async () => {
    expect(COLUMN_NAMES.join(' ')).toBe(
      'id question candidate group status score level criteria missing pitfalls flags cause file line judge judgeVersion rubric rubricHash fingerprint input model by repeats interval agreement',
    );
    await expect(documentOf(csv, SAMPLE_ROWS)).toMatchFileSnapshot('golden/cohort.csv');
  });

  test('tells what a model and the local judge gave, and what repeats came to', () => {
    const by = { local: 40, llm: 67.5 };
    const row = judged(60, {
      criteria: [
        { ...criterion('depth', 53.8, 2), by },
        { ...criterion('pace', 20, 1), by: { ...by, llm: null } },
      ],
      judge: {
        name: 'both',
        version: '1',
        rubric: { id: 'r', hash: 'h' },
        fingerprint: 'f',
        model: 'judge-1',
      },
      repeats: { scores: [50, 70], interval: [0, 100], agreement: 0.5 },
    });
    expect(read(documentOf(csv, [row]))[0]).toMatchObject({
      model: 'judge-1',
      by: 'depth=40/67.5 pace=40/',
      repeats: '50 70',
      interval: '0 100',
      agreement: '0.5',
    });
  });

  test('tells what has several parts as a list', () => {
    expect(read(documentOf(csv, SAMPLE_ROWS))[0]).toMatchObject({
      criteria: 'coverage=80 depth=40',
      missing: 'stealing handoff',
      score: '71.4',
      level: '3',
    });
  });

  test('is read back by a strict reader: as many fields in each record, numbers as numbers', () => {
    fc.assert(
      fc.property(anyRun, results => {
        const rows = records(documentOf(csv, results));
        expect(rows).toHaveLength(results.length + 1);
        for (const row of rows) expect(row).toHaveLength(COLUMN_NAMES.length);
        for (const [at, row] of read(documentOf(csv, results)).entries()) {
          expect(row.score).toBe(results[at]!.score === null ? '' : String(results[at]!.score));
          expect(row.status).toBe(results[at]!.status);
          expect(unguarded(row.id!)).toBe(unguarded(line(results[at]!.id ?? '')));
        }
      }),
    );
  });

  test.each([
    'plain',
    'two words',
    'a,b',
    'say "so"',
    'naïve 日本 👩‍💻',
    '1.5',
    '007',
    'a=b',
    'a-b',
    '#x',
    'a; b',
  ])('leaves %j as it is', text => {
    expect(read(documentOf(csv, [judged(50, { id: text })]))[0]!.id).toBe(text);
  });
});

const line = (text: string) => visible(text).replace(/\s+/g, ' ').trim();
const unguarded = (text: string) => text.replaceAll("'", '');

describe('a spreadsheet', () => {
  /** Where it would begin to calculate, once it has taken off blanks and quotes. */
  const CALCULATES = /^[\s"]*[=+\-@＝＋－＠]/;

  test.each(FORMULAS)('finds no formula for %j', text => {
    const row = read(documentOf(csv, [judged(50, { id: text, candidate: text, group: text })]))[0]!;
    for (const name of ['id', 'candidate', 'group']) expect(row[name]).not.toMatch(CALCULATES);
  });

  test('finds none in any text, whichever sign it takes for the end of a cell', () => {
    const check = (text: string) => {
      for (const record of records(text)) for (const it of record) expect(it).not.toMatch(CALCULATES);
      // Cut at each semicolon and line end, quotes or not: the least that a lenient reader would do.
      for (const piece of text.split(/;|\r?\n/)) expect(piece).not.toMatch(CALCULATES);
    };
    fc.assert(fc.property(anyRun, results => check(documentOf(csv, results))));
    check(documentOf(csv, HOSTILE_ROWS));
  });

  test('takes time in proportion to the text', () => {
    const began = performance.now();
    for (const text of [';'.repeat(300_000), `;${' '.repeat(300_000)}x`, '"'.repeat(300_000)])
      csv.row(judged(50, { id: text }), {});
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

test('a terminal is sent nothing that it acts upon', () => {
  expect(documentOf(csv, HOSTILE_ROWS).replaceAll('\r\n', '\n')).not.toMatch(ACTS);
});
