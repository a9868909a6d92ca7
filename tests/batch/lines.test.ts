import { expect, test } from 'vitest';
import { Lines } from '../../src/batch/lines.ts';

test('lines lie in the order that is asked for, whatever was added first, and however much it is', () => {
  const lines = new Lines();
  const texts = ['short\n', `${'é🙂'.repeat(40_000)}\n`, '\n', `${'x'.repeat(200_000)}\n`];
  const added = texts.map(it => lines.add(it));
  const copied = lines.copy(Buffer.from('kept\n'));
  const { lines: all, ends } = lines.taken([added[3]!, copied, added[1]!, added[0]!]);
  const wanted = [texts[3], 'kept\n', texts[1], texts[0]];
  expect(Buffer.from(all).toString()).toBe(wanted.join(''));
  expect(ends.map((end, at) => Buffer.from(all.subarray(ends[at - 1] ?? 0, end)).toString())).toEqual(wanted);
});

test('nothing in order is nothing', () =>
  expect(new Lines().taken([])).toEqual({ lines: new Uint8Array(), ends: [] }));

test('what was taken is gone, and the next lines do not touch it', () => {
  const lines = new Lines();
  const { lines: before } = lines.taken([lines.add('first\n')]);
  const { lines: after } = lines.taken([lines.add('second line\n')]);
  expect(Buffer.from(before).toString()).toBe('first\n');
  expect(Buffer.from(after).toString()).toBe('second line\n');
});
