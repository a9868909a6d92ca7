import { expect, test } from 'vitest';
import { keptOf, libraryOf, Shelf } from '../../src/content/shelf.ts';

interface Item {
  id: string;
  title: string;
}

const line = (id: string, title: string) => JSON.stringify({ id, title });

test('of two items with one id the later counts, in its place, read or not', () => {
  const shelf = new Shelf<Item>([
    line('a', 'A'),
    line('b', 'B'),
    { id: 'a', title: 'Later' },
    line('c', 'C'),
  ]);
  expect([...shelf.keys()]).toEqual(['b', 'a', 'c']);
  expect([...shelf.values()].map(it => it.title)).toEqual(['B', 'Later', 'C']);
  expect(shelf.size).toBe(3);
});

test('what is kept of a shelf is not read for it, and makes the same shelf', () => {
  const broken = '{"id":"b",?';
  const shelf = new Shelf<Item>([line('a', 'A'), broken]);
  expect(shelf.get('a')).toEqual({ id: 'a', title: 'A' });
  expect(shelf.kept()).toEqual([{ id: 'a', title: 'A' }, broken]);
  expect(() => new Shelf<Item>(structuredClone(shelf.kept())).get('b')).toThrow(SyntaxError);
});

test('items that were given are frozen with all that is in them', () => {
  const shelf = new Shelf([{ id: 'a', lists: [['x']] }]);
  expect(Object.isFrozen(shelf.get('a')!.lists[0])).toBe(true);
});

test('a library of plain maps is kept too', () => {
  const rubric = { kind: 'rubric', id: 'r', title: 'R', for: [], cuts: [1, 2, 3], criteria: [] } as const;
  const plain = { banks: new Map(), loops: new Map(), rubrics: new Map([['r', rubric]]) };
  // biome-ignore lint/suspicious/noExplicitAny: as a program without types would give it
  expect(libraryOf(keptOf(plain as any)).rubrics.get('r')).toEqual(rubric);
});
