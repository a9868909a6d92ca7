import { expect, test } from 'vitest';
import { Lines } from '../../src/batch/lines.ts';

test('lines lie in the order that is asked for, whatever was added first, and however much it is', () => {
  const lines = new Lines();
  const texts = ['short\n', `${'é🙂'.repeat(40_000)}\n`, '\n', `${'x'.repeat(200_000)}\n`];
  const added = texts.map(it => lines.add(it));
  const copied = lines.copy(Buffer.from('kept\n'));
  const { lines: all, ends } = lines.inOrder([added[3]!, copied, added[1]!, added[0]!]);
  const wanted = [texts[3], 'kept\n', texts[1], texts[0]];
  expect(Buffer.from(all).toString()).toBe(wanted.join(''));
  expect(ends.map((end, at) => Buffer.from(all.subarray(ends[at - 1] ?? 0, end)).toString())).toEqual(wanted);
});

test('nothing in order is nothing', () =>
  expect(new Lines().inOrder([])).toEqual({ lines: new Uint8Array(), ends: [] }));
