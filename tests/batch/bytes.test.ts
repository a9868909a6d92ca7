import { expect, test } from 'vitest';
import { joined } from '../../src/batch/bytes.ts';

const all = Buffer.from('one\ntwo\nthree\n');
const [one, two, three] = [all.subarray(0, 4), all.subarray(4, 8), all.subarray(8)];
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString();

test('what lies side by side is not copied', () => {
  const both = joined([one, two]);
  expect(textOf(both)).toBe('one\ntwo\n');
  expect(both.buffer).toBe(all.buffer);
});

test.each([
  ['with a gap', [one, three], 'one\nthree\n'],
  ['in another order', [two, one], 'two\none\n'],
  ['elsewhere', [one, Buffer.from('other\n'), two], 'one\nother\ntwo\n'],
  ['nothing', [], ''],
])('%s: one behind the other', (_name, parts, text) => expect(textOf(joined(parts))).toBe(text));
