import { expect, test } from 'vitest';
import { remembering } from '../../../src/scoring/text/remembering.ts';

function counted(most: number, longest?: number) {
  const asked: string[] = [];
  const find = remembering(
    text => {
      asked.push(text);
      return { text };
    },
    most,
    longest,
  );
  return { asked, find };
}

test('a text is looked at once, whether short, long, or with halves of characters', () => {
  const { asked, find } = counted(10);
  const texts = ['', 'mutex', 'read-modify-write', 'é🙂 and a half \ud83d of one'];
  for (const text of [...texts, ...texts]) expect(find(`x${text}`.slice(1))).toEqual({ text });
  expect(asked).toEqual(texts);
});

test('beyond so many all are forgotten, and what is too long is never remembered', () => {
  const { asked, find } = counted(2, 5);
  for (const text of ['a', 'b', 'c', 'a', 'longer', 'longer']) find(text);
  expect(asked).toEqual(['a', 'b', 'c', 'a', 'longer', 'longer']);
});
