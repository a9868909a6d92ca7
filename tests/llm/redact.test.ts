/** What is hidden never leaves, and everything comes back exactly. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listedIn, redactor } from '../../src/llm/redact.ts';

const LISTS = {
  names: ['Anna de Groot', 'Zoë Müller', '王小明', 'Will'],
  companies: ['Acme Corp.', 'Globex', 'Groot Ltd'],
};

describe('is hidden', () => {
  test.each([
    ['a name', 'I asked Anna de Groot twice.', 'I asked [NAME-1] twice.'],
    ['in any case', 'ANNA DE GROOT said no.', '[NAME-1] said no.'],
    ['two that overlap, both whole', 'At Anna de Groot Ltd we did.', 'At [NAME-1] we did.'],
    ['whatever is between its words', 'Anna  de\nGroot said no.', '[NAME-1] said no.'],
    ['a part of it', "Groot's plan, not that of Groots.", "[NAME-1]'s plan, not that of Groots."],
    ['composed or not', 'With Zoe\u0308 Mu\u0308ller.', 'With [NAME-1].'],
    ['without spaces around', '我和王小明一起', '我和[NAME-1]一起'],
    ['the same value twice', 'Globex, again Globex.', '[COMPANY-1], again [COMPANY-1].'],
    ['a company with a full stop', 'At Acme Corp. we did.', 'At [COMPANY-1] we did.'],
    ['an e-mail address', 'Mail a.b+c@mail.example.org now', 'Mail [EMAIL-1] now'],
    ['an e-mail address whose name is on the list', 'will@acme.example', '[EMAIL-1]'],
    ['a telephone number', 'Call +49 (0)30 123-456 78.', 'Call [PHONE-1].'],
    ['one of North America', 'Call (555) 010-9999 or 555-010-9999.', 'Call [PHONE-1] or [PHONE-2].'],
    ['one with a 0', 'Ruf 030 1234 5678 an', 'Ruf [PHONE-1] an'],
    ['a password in an address', 'git clone https://me:pw1@host/x', 'git clone https://[LOGIN-1]@host/x'],
    ['a key', 'used sk-proj-abc123DEF456 there', 'used [KEY-1] there'],
    ['what looks like a placeholder', 'Dear [NAME-1],', 'Dear [TEXT-1],'],
  ])('%s', (_, text, shown) => {
    const { redact, restore } = redactor(LISTS);
    expect(redact(text)).toBe(shown);
    expect(restore(shown)).toBe(text);
  });
});

test.each([
  'We went from 1 200 000 to 3,400,000 requests in 2019-2021, on 2020-05-01.',
  'p99 fell from 0.123456789 s to 12.5 ms; 99.99 % of 10000000 calls.',
  'It listens on 10.0.0.1:8080, the column is pk_customer_id.',
  'willing, goodwill, unannaed',
])('is left alone: %s', text => expect(redactor(LISTS).redact(text)).toBe(text));

/** What texts are made of that are full of what is hidden, of placeholders and of their halves. */
const pieces = fc.array(
  fc.oneof(
    fc.constantFrom('Anna', ' ', 'de Groot', 'Globex', '[NAME-1]', '[NAME-', '1]', '-1]', '[', 'a@b.example'),
    fc.constantFrom(
      '+49 30 1234567',
      '555-010-9999',
      'sk-abc12345678',
      '王小明',
      '🙂',
      '\n',
      'https://u:p@h',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  ),
  { maxLength: 30 },
);

const hostile = pieces.map(it => it.join(''));

test('everything comes back, whatever the text holds', () =>
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1, maxLength: 3 }), texts => {
      const { redact, restore } = redactor(LISTS);
      const shown = texts.map(it => redact(it));
      expect(shown.map(restore)).toEqual(texts);
    }),
    { numRuns: 500 },
  ));

test('what is hidden once is found nowhere in what is shown', () =>
  fc.assert(
    fc.property(pieces, words => {
      const shown = redactor(LISTS).redact(words.join(' '));
      expect(shown).not.toMatch(/Anna|de Groot|Globex|王小明|a@b|555-010|sk-abc|u:p/);
    }),
  ));

test('the list: names, companies, remarks', () =>
  expect(listedIn('\ufeff# people\r\nAnna de Groot\n\ncompany: Acme Corp.\nCOMPANY:Globex\n')).toEqual({
    names: ['Anna de Groot'],
    companies: ['Acme Corp.', 'Globex'],
  }));

test('a list that is too long is refused, not cut short', () => {
  const names = (count: number) =>
    Array.from({ length: count }, (_, at) => `Name${at}\n# a remark\n`).join('');
  expect(listedIn(names(10_000)).names).toHaveLength(10_000);
  expect(() => listedIn(names(10_001))).toThrow('names 10001; it may name 10000');
});

test('a long text and a long list take no time', () => {
  const names = Array.from({ length: 1_000 }, (_, at) => `Firstname${at} Lastname${at}`);
  const text = `${'a'.repeat(50_000)} ${'1 '.repeat(25_000)} ${'x@'.repeat(25_000)} ${'sk-'.repeat(20_000)}`;
  const began = performance.now();
  redactor({ names, companies: [] }).redact(text);
  expect(performance.now() - began).toBeLessThan(5_000);
});
