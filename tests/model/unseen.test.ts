import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayHideUnseen, UNSEEN } from '../../src/model/unseen.ts';

test('no character that is unseen is overlooked by the quick look', () => {
  for (let code = 0; code <= 0x10ffff; code++) {
    const char = String.fromCodePoint(code);
    if (char.search(UNSEEN) >= 0) expect(mayHideUnseen(`a${char}b`), code.toString(16)).toBe(true);
  }
});

test('text that has one is looked at, plain text is not', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      if (text.search(UNSEEN) >= 0) expect(mayHideUnseen(text)).toBe(true);
    }),
  );
  for (const text of ['A plain text.\n\twith tabs', '“naïve” — 日本 سلام'])
    expect(mayHideUnseen(text)).toBe(false);
});
