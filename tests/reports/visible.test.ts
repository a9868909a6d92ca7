import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visible } from '../../src/model/unseen.ts';
import { visibleJson } from '../../src/reports/visible.ts';

describe('making visible', () => {
  test.each([
    ['a bell', '\u0007', '\\u0007'],
    ['an escape', '\u001b[31m', '\\u001b[31m'],
    ['a right-to-left override', '\u202e', '\\u202e'],
    ['an isolate', '\u2066', '\\u2066'],
    ['a line separator', '\u2028', '\\u2028'],
    ['a byte order mark', '\ufeff', '\\ufeff'],
    ['a tag character', '\u{e0041}', '\\u{e0041}'],
    ['half of a pair', '\ud800', '\\ud800'],
    ['a lone carriage return', 'a\rb', 'a\nb'],
  ])('writes out %s', (_what, text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  test('leaves letters of any script, tabs, newlines and joined emoji alone', () => {
    const text = 'naïve\tسلام\n日本 👩‍💻 \u0645\u06cc\u200c\u0634\u0648\u062f';
    expect(visible(text)).toBe(text);
  });

  test('of what was made visible changes nothing more', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => visible(visible(text)) === visible(text)));
  });

  test('in JSON keeps the data', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const json = visibleJson(JSON.stringify(text));
        expect(JSON.parse(json)).toBe(text);
        expect(visible(json)).toBe(json);
      }),
    );
  });
});
