import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Bank, Library } from '../../../src/model/content.ts';
import type { Card } from '../../../src/model/progress.ts';
import { ankiText, notesOf } from '../../../src/reports/progress/anki.ts';
import { card } from '../../progress/world.ts';
import { point, question, rubric } from '../building.ts';

const HOSTILE = 'A <b>"bold"</b>, tab\there\nand \u202ea line & more';

const bank: Bank = {
  kind: 'bank',
  id: 'go',
  title: 'Go',
  aliases: {},
  questions: [
    question('gc', {
      prompt: HOSTILE,
      points: [point('marks', 'It marks <em>')],
      outline: ['First', 'Then'],
      competencies: ['the runtime'],
      principles: ['dive-deep'],
    }),
    question('map', { points: [], outline: [], answer: ['A model answer.'] }),
  ],
};
const TECHNICAL = rubric('technical', [['coverage', 'Coverage "all"', 1, 'Name them.']]);
const LIBRARY: Library = {
  banks: new Map([['go', bank]]),
  loops: new Map(),
  rubrics: new Map([['technical', TECHNICAL]]),
};
const notes = (...cards: Card[]) => notesOf(cards, LIBRARY, []);

/** As Anki reads it: settings, then rows. */
function read(text: string, delimiter: string) {
  const rows = text.split('\n');
  const settings = rows.filter(it => it.startsWith('#'));
  const fields: string[][] = parse(rows.filter(it => !it.startsWith('#')).join('\n'), { delimiter });
  return { settings, fields };
}

describe.each([
  ['tab', '\t'],
  ['comma', ','],
] as const)('notes parted by %s', (separator, mark) => {
  test('begin with what Anki must know, and have five fields each, the deck among them', () => {
    const { settings, fields } = read(ankiText(notes(card('go/gc'), card('go/map')).notes, separator), mark);
    expect(settings).toEqual([
      `#separator:${separator}`,
      '#html:true',
      '#notetype:Basic',
      `#columns:${['guid', 'Front', 'Back', 'Tags', 'Deck'].join(mark)}`,
      '#guid column:1',
      '#tags column:4',
      '#deck column:5',
    ]);
    expect(fields.map(it => it.length)).toEqual([5, 5]);
    expect(fields.map(it => it[4])).toEqual(['mockloop', 'mockloop']);
    expect(fields.map(it => it[0])).toEqual(['mockloop go/gc', 'mockloop go/map']);
  });
});

test('text is escaped for HTML, lines stay lines, and what nobody sees is shown', () => {
  const [row] = read(ankiText(notes(card('go/gc')).notes, 'tab'), '\t').fields;
  expect(row![1]).toBe('A &lt;b&gt;&quot;bold&quot;&lt;/b&gt;, tab\there<br>and \\u202ea line &amp; more');
  expect(row![2]).toBe('<ul><li>It marks &lt;em&gt;</li></ul><ol><li>First</li><li>Then</li></ol>');
  expect(row![3]).toBe('mockloop question go the-runtime dive-deep');
});

test('a question without points has its model answer on the back', () =>
  expect(notes(card('go/map')).notes[0]!.back.source).toBe('A model answer.'));

test('a principle asks for one of the own stories, a part for what makes it strong', () => {
  const story = { id: 's', title: 'The index', parts: { result: 'Nine minutes' }, principles: ['dive-deep'] };
  const { notes, without } = notesOf(
    [card('principle:dive-deep'), card(`part:technical/${TECHNICAL.criteria[0]!.id}`)],
    LIBRARY,
    [story],
  );
  expect(without).toEqual([]);
  expect(notes[0]!.front.source).toBe('Which story of yours shows dive-deep?');
  expect(notes[0]!.back.source).toContain('The index. Nine minutes');
  expect(notes[1]!.front.source).toContain('what makes "Coverage &quot;all&quot;" strong?');
  expect(notes[1]!.back.source).toContain('Name them.');
});

test('a suspended card bears the tag, and what no bank or rubric has is told', () => {
  const { notes: told, without } = notes(
    card('go/gc', { suspended: true }),
    card('go/gone'),
    card('principle:frugality'),
    card('part:technical/gone'),
    card('part:coverage'),
  );
  expect(told.map(it => it.tags.includes('suspended'))).toEqual([true]);
  expect(without).toEqual(['go/gone', 'principle:frugality', 'part:technical/gone', 'part:coverage']);
});
