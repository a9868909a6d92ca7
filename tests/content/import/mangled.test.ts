import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { windows1252 } from '../../../src/content/import/code-pages.ts';
import { repaired } from '../../../src/content/import/mangled.ts';

/** UTF-8 read as Windows-1252, as most programs do it, and as Latin-1. */
const mangled = (text: string) => windows1252(Buffer.from(text));
const asLatin1 = (text: string) => Buffer.from(text).toString('latin1');

/** Words of many languages, as they are written. */
const WORDS =
  'café naïve Ångström Übung größer señor ESPAÑA São IRMÃ coração l’été ÉCOLE œuvre być żółć ŁÓDŹ příliš žluťoučký Škoda őrült ąčęė şişli ığdır țară ș Ærø smørrebrød þú ðað ñandú façade plain words and numbers 42'.split(
    ' ',
  );
const word = fc.constantFrom(...WORDS);
/** As typographers set them, opened before they are closed. */
const phrase = fc.oneof(
  word,
  word.map(it => `“${it}”`),
  word.map(it => `«${it}»…`),
  word.map(it => `„${it}“`),
  fc.tuple(word, word).map(([a, b]) => `${a} – ${b}`),
  fc.tuple(word, word).map(([a, b]) => `${a} — ${b}…`),
  word.filter(it => it !== 'IRMÃ').map(it => `${it}’s`),
  fc.constantFrom('5 €', '→', '•', '™', '½', '20 °C', '…'),
);
const prose = fc.array(phrase, { minLength: 1, maxLength: 8 }).map(it => it.join(' '));

describe('right text is left as it is', () => {
  test('whatever the language and the quotation marks', () => {
    fc.assert(
      fc.property(prose, text => {
        expect(repaired(text)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    'A “MAÇÔ and an IRMÃ»',
    '“IRMÔ',
    '«está»…',
    'voilà\u00a0», dit-elle',
    '»Café«… und mehr',
    'Ä, Å… ß',
    '“Å” is a letter',
    'โครงการ แกง เกม โกก',
    // Each of these words would be valid UTF-8.
    'แกง แกง แกง แกง',
    'ยินดี…โครงการ”กับ',
    'ä½ alone is no proof: é',
    'RÉSUMÉ™ © ®',
    '追问 → —',
    '',
  ])('%s', text => expect(repaired(text)).toBe(text));
});

describe('mangled text comes back', () => {
  test('once, twice, by either encoding, and beside right text', () => {
    fc.assert(
      fc.property(prose, text => {
        expect(repaired(mangled(text))).toBe(text);
        expect(repaired(mangled(mangled(text)))).toBe(text);
        expect(repaired(asLatin1(text))).toBe(text);
        expect(repaired(asLatin1(mangled(text)))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  test('any text of European letters and typographic signs', () => {
    const letters = [
      ...'aeionrtABEÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿąćęłńóśźżčďěňřšťůžğışőűțșΑωЖя «»“”‘’„‚–—…€•',
    ];
    const any = fc.string({ unit: fc.constantFrom(...letters), maxLength: 30 });
    fc.assert(
      fc.property(any, text => {
        fc.pre(repaired(text) === text);
        expect(repaired(mangled(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['Donâ€™t', 'Don’t'],
    ['DonÃ¢â‚¬â„¢t', 'Don’t'],
    ['• itâ€™s a cafÃ© — really', '• it’s a café — really'],
    ['“rightâ€\u009d and “wrong”', '“right” and “wrong”'],
    ['naÃ¯ve: 5Â\u00a0â‚¬, 20Â°C', 'naïve: 5\u00a0€, 20°C'],
    ['voilÃ\u00a0 “tout”', 'voilà “tout”'],
    ['itâ€™s Ã  la carte, 5Â â‚¬', 'it’s à la carte, 5 €'],
    ['ðŸš€ â€œgoâ€\u009d', '🚀 “go”'],
    ['ä½\u00a0å¥½ï¼Œä¸–ç•Œ', '你好，世界'],
    ['โ€ขone โ†’ two โ˜… ๐Ÿš€', '•one → two ★ 🚀'],
    ['• right, โ€“ not', '• right, – not'],
    ['ï»¿begin', '\ufeffbegin'],
    ['lost ï¿½ here', 'lost \ufffd here'],
  ])('%s', (text, right) => expect(repaired(text)).toBe(right));
});

test('line ends stay where they are', () => {
  fc.assert(
    fc.property(fc.array(prose, { minLength: 1, maxLength: 4 }), lines => {
      expect(repaired(lines.map(mangled).join('\n')).split('\n')).toHaveLength(lines.length);
    }),
  );
});
