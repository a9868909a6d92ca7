/** Scorecards go out blank and come back filled; `npx vitest run tests/packs -u` writes the page to be read. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packDebriefShape } from '../../../src/content/pack-debrief-shape.ts';
import { seededRandom } from '../../../src/interview/random.ts';
import { shelved } from '../../../src/model/library.ts';
import type { Pack } from '../../../src/model/pack.ts';
import { packDebriefOf } from '../../../src/packs/debrief/debrief.ts';
import { readScorecard, together } from '../../../src/packs/debrief/rows.ts';
import { packDebriefSheet } from '../../../src/packs/debrief/sheet.ts';
import { criteriaOf } from '../../../src/packs/kit.ts';
import { scorecardCsv } from '../../../src/packs/scorecard.ts';
import { sheetPage } from '../../../src/packs/sheet/html.ts';
import { sheetMarkdown } from '../../../src/packs/sheet/markdown.ts';
import { kitWith, QUESTIONS } from '../kits.ts';

const KIT = kitWith(QUESTIONS);
const ASKED = shelved(KIT.library.banks.get('go'));
const KNOWN = new Map(
  ASKED.map(it => [it.ref, new Set(criteriaOf(KIT.library, it).map(named => named.name))]),
);
const PACK = { id: 'sample', title: 'Sample interview', level: 'L5', form: 1, forms: 1 } as Pack;
const HEAD = 'interviewer,candidate,question,criterion,level,note';

const read = (text: string, name = 'card') =>
  readScorecard({ file: `${name}.csv`, name, bytes: Buffer.from(text) }, KNOWN);
const rows = (...lines: string[]) => read([HEAD, ...lines].join('\r\n'));

describe('a scorecard', () => {
  test('as it goes out has a blank row for every criterion', () => {
    expect(read(scorecardCsv(KIT))).toEqual({ marks: [], badRows: [], blank: 4 });
  });

  test('comes back as it was filled, whatever was written', () => {
    const note = fc.string({ maxLength: 40, unit: fc.constantFrom(...'ab",;\n é') }).map(it => it.trim());
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), note), { minLength: 4, maxLength: 4 }),
        them => {
          const blank = scorecardCsv(KIT).trimEnd().split('\r\n').slice(1);
          const filled = blank.map((row, at) => {
            const [, , question, criterion] = row.split(',');
            return `Ann,Kim,${question},${criterion},${them[at]![0]},"${them[at]![1].replaceAll('"', '""')}"`;
          });
          const { marks, badRows } = rows(...filled);
          expect(badRows).toEqual([]);
          expect(marks.map(it => [it.mark.level, it.mark.note])).toEqual(them);
        },
      ),
    );
  });

  test('may have semicolons, a byte order mark and capitals in its head, as spreadsheets write it', () => {
    const text = `\ufeff${HEAD.replaceAll(',', ';').toUpperCase()}\r\nAnn;;go/map;depth;3;"a; b"\r\n`;
    expect(read(text).marks[0]!.mark).toEqual({
      interviewer: 'Ann',
      candidate: '',
      question: 'go/map',
      criterion: 'depth',
      level: 3,
      note: 'a; b',
    });
  });

  test('may end in rows of nothing but separators, which nobody left blank', () => {
    const { marks, badRows, blank } = rows('Ann,Kim,go/map,depth,3,', ',,,,,', '  ,,,,,');
    expect({ marks: marks.length, badRows, blank }).toEqual({ marks: 1, badRows: [], blank: 0 });
  });

  test('without a candidate is told apart from those of candidates with names', () => {
    const page = (...them: string[]) => {
      const debrief = packDebriefOf(PACK, KIT.library, ASKED, together([rows(...them)]), seededRandom(1));
      return sheetMarkdown(packDebriefSheet(debrief));
    };
    expect(page('Ann,,go/map,depth,3,', 'Bob,Kim,go/map,depth,3,')).toContain(
      '## The candidate\n\nThese rows name no candidate, so they stand apart.',
    );
    expect(page('Ann,,go/map,depth,3,', 'Bob,,go/map,depth,3,')).not.toContain('stand apart');
  });

  test('stands in the page with every level beside its interviewer, wherever a line ends', () => {
    const card = rows('Ann,Kim,go/map,depth,3,', 'Bob,Kim,go/map,depth,2,');
    const page = sheetPage(
      packDebriefSheet(packDebriefOf(PACK, KIT.library, ASKED, together([card]), seededRandom(1))),
    );
    expect(page).toContain('<td>Ann\u00a03, Bob\u00a02</td>');
  });

  test('without an interviewer is that of whom its file is named after', () =>
    expect(read(`${HEAD}\n,,go/map,depth,3,`, 'ann').marks[0]!.mark.interviewer).toBe('ann'));

  test('tells every bad row by the line in which it begins, and keeps the others', () => {
    const { marks, badRows, blank } = rows(
      'Ann,Kim,go/map,accuracy,3,"two',
      'lines"',
      'Ann,Kim,go/mop,accuracy,3,',
      '',
      'Ann,Kim,go/map,accurracy,3,',
      'Ann,Kim,go/map,depth,5,',
      'Ann,Kim,go/map,depth,,thin',
      'Ann,Kim,go/gc,depth,,',
      'Ann,Kim,go/gc,accuracy,2,',
    );
    expect(badRows.map(it => `${it.line} ${it.message}`)).toEqual([
      '4 The pack has no question "go/mop". Did you mean "go/map"?',
      '6 The pack has no criterion "accurracy" for this question. Did you mean "accuracy"?',
      '7 The level must be 1, 2, 3 or 4, not "5".',
      '8 There is a note but no level.',
    ]);
    expect({ marks: marks.map(it => it.line), blank }).toEqual({ marks: [2, 10], blank: 1 });
  });

  test.each([
    ['no scorecard', 'a,b\n1,2', 'is no scorecard: its first line must name the columns'],
    ['no CSV', `${HEAD}\nAnn,"Kim"x,go/map,depth,3,`, 'this is not CSV'],
    ['empty', '', 'is no scorecard'],
  ])('that is %s is refused', (_what, text, told) => expect(() => read(text)).toThrow(told));

  test('that is no UTF-8 is refused with a remedy', () => {
    const bytes = Buffer.concat([Buffer.from(`${HEAD}\nAnn,Kim,go/map,depth,3,caf`), Buffer.from([0xe9])]);
    expect(() => readScorecard({ file: 'a.csv', name: 'a', bytes }, KNOWN)).toThrow('is no text in UTF-8');
  });
});

test('the same mark twice is told, and the first one counts', () => {
  const first = read(`${HEAD}\nAnn,Kim,go/map,depth,3,`, 'a');
  const second = read(`${HEAD}\nAnn,Kim,go/map,depth,1,\nBob,Kim,go/map,depth,1,`, 'b');
  const { marks, badRows } = together([first, second]);
  expect(marks.map(it => [it.mark.interviewer, it.mark.level])).toEqual([
    ['Ann', 3],
    ['Bob', 1],
  ]);
  expect(badRows).toEqual([
    {
      file: 'b.csv',
      line: 2,
      message: '"Ann" has marked depth of go/map for this candidate already: a.csv, line 2.',
    },
  ]);
});

describe('a debrief', () => {
  const cards = [
    rows(
      'Ann,Kim,go/map,accuracy,4,clear',
      'Ann,Kim,go/map,depth,3,',
      'Ann,Kim,go/gc,accuracy,2,',
      'Ann,Lee,go/map,depth,2,',
    ),
    rows(
      'Bob,Kim,go/map,accuracy,2,left out the price',
      'Bob,Kim,go/map,depth,3,',
      'Bob,Lee,go/map,depth,1,',
      'Bob,Kim,go/gc,depth,9,',
    ),
  ];
  const made = packDebriefOf(PACK, KIT.library, ASKED, together(cards), seededRandom(1));

  test('weighs criteria as their rubric does', () => {
    const [kim] = made.candidates;
    expect(kim!.candidate).toBe('Kim');
    expect(kim!.questions[0]!.criteria.map(it => [it.criterion, it.mean, it.apart])).toEqual([
      ['accuracy', 3, 2],
      ['depth', 3, 0],
    ]);
    expect(kim!.questions.map(it => it.mean)).toEqual([3, 2]);
    expect(kim!.mean).toBe(2.5);
  });

  test('weighs what an interviewer marked in the same way, so that one who marked all has the candidate’s mean', () => {
    const card = rows(
      'Ann,Kim,go/map,accuracy,4,',
      'Ann,Kim,go/map,depth,1,',
      'Ann,Kim,go/gc,accuracy,2,',
      'Bob,Kim,go/map,depth,3,',
    );
    const [kim] = packDebriefOf(PACK, KIT.library, ASKED, card, seededRandom(1)).candidates;
    expect(kim!.questions[0]!.criteria.map(it => it.weight)).toEqual([2, 1]);
    expect(kim!.interviewers).toEqual([
      { interviewer: 'Ann', marks: 3, mean: 2.5 },
      { interviewer: 'Bob', marks: 1, mean: 3 },
    ]);
    const alone = { ...card, marks: card.marks.slice(0, 3) };
    const [same] = packDebriefOf(PACK, KIT.library, ASKED, alone, seededRandom(1)).candidates;
    expect(same!.mean).toBe(same!.interviewers[0]!.mean);
  });

  test('as JSON has the shape that its schema says, and without a mean has not', () => {
    const json = JSON.parse(JSON.stringify(made));
    expect(packDebriefShape.safeParse(json).error).toBeUndefined();
    const [kim, lee] = json.candidates;
    const without = { ...json, candidates: [{ ...kim, mean: undefined }, lee] };
    expect(packDebriefShape.safeParse(without).success).toBe(false);
  });

  test('as a page', async () => {
    await expect(sheetMarkdown(packDebriefSheet(made))).toMatchFileSnapshot('golden/debrief.md');
  });
});
