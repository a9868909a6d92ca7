import assert from 'node:assert/strict';
import { test } from 'node:test';
import { merge } from './merge-logs.ts';

interface Entry {
  at: number;
  text: string;
}

const byTime = (a: Entry, b: Entry) => a.at - b.at;
const byNumber = (a: number, b: number) => a - b;
const options = { timeout: 5000 };

/** A source that tells what was done with it. */
class Log<T> implements AsyncIterable<T> {
  asked = 0;
  returned = 0;
  items: readonly T[];
  failure: Error | undefined;

  constructor(items: readonly T[], failure?: Error) {
    this.items = items;
    this.failure = failure;
  }

  [Symbol.asyncIterator](): AsyncIterator<T> {
    return {
      next: async () => {
        const i = this.asked++;
        if (i < this.items.length) return { done: false, value: this.items[i]! };
        if (this.failure && i === this.items.length) throw this.failure;
        return { done: true, value: undefined };
      },
      return: async () => {
        this.returned++;
        return { done: true, value: undefined };
      },
    };
  }
}

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}

test('merges in order', options, async () => {
  const sources = [[1, 4, 7], [2, 2, 9, 10], [], [3], [0, 8]].map(it => new Log(it));
  assert.deepEqual(await all(merge(sources, byNumber)), [0, 1, 2, 2, 3, 4, 7, 8, 9, 10]);
});

test('no source, and none with an item', options, async () => {
  assert.deepEqual(await all(merge<number>([], byNumber)), []);
  assert.deepEqual(await all(merge([new Log<number>([]), new Log<number>([])], byNumber)), []);
});

test('undefined is an item like any other', options, async () => {
  const order = (a?: number, b?: number) => (a ?? 0) - (b ?? 0);
  const merged = await all(merge<number | undefined>([new Log([undefined, 1]), new Log([-1, 2])], order));
  assert.deepEqual(merged, [-1, undefined, 1, 2]);
});

test('equal items: the earlier source first, and each source in its own order', options, async () => {
  const log = (name: string, times: number[]) => new Log(times.map((at, i) => ({ at, text: `${name}${i}` })));
  const sources = [log('a', [1, 1, 2]), log('b', [1, 2, 2]), log('c', [0, 1, 2]), log('d', [1, 1, 1])];
  const merged = (await all(merge(sources, byTime))).map(it => it.text);
  assert.deepEqual(merged, ['c0', 'a0', 'a1', 'b0', 'c1', 'd0', 'd1', 'd2', 'a2', 'b1', 'b2', 'c2']);
});

test('asks for nothing before the first item is wanted', options, async () => {
  const source = new Log([1]);
  const merged = merge([source], byNumber);
  await new Promise(resolve => setImmediate(resolve));
  assert.equal(source.asked, 0);
  await merged.return();
});

test('asks a source for more only when its item has gone out', options, async () => {
  const sources = [new Log([1, 2, 3, 4]), new Log([10, 11]), new Log([20, 21])];
  const asked = () => sources.map(it => it.asked);
  const merged = merge(sources, byNumber);
  assert.equal((await merged.next()).value, 1);
  await new Promise(resolve => setImmediate(resolve));
  assert.deepEqual(asked(), [1, 1, 1]);
  assert.equal((await merged.next()).value, 2);
  await new Promise(resolve => setImmediate(resolve));
  assert.deepEqual(asked(), [2, 1, 1]);
  await merged.return();
});

test('asks all sources for their first item at the same time', options, async () => {
  let open!: () => void;
  const allAsked = new Promise<void>(resolve => {
    open = resolve;
  });
  let asked = 0;
  async function* meeting(item: number) {
    if (++asked === 3) open();
    await allAsked;
    yield item;
  }
  assert.deepEqual(await all(merge([meeting(3), meeting(1), meeting(2)], byNumber)), [1, 2, 3]);
});

test('when the consumer stops, the open sources are closed once', options, async () => {
  const ended = new Log([1]);
  const open = [new Log([2, 5]), new Log([3, 4])];
  for await (const item of merge([ended, ...open], byNumber)) if (item === 3) break;
  assert.deepEqual([ended.returned, ...open.map(it => it.returned)], [0, 1, 1]);
});

test('a source that fails: its error arrives, and the others are closed', options, async () => {
  const failing = new Log([1, 2], new Error('disk on fire'));
  const others = [new Log([1, 5]), new Log([7])];
  const seen: number[] = [];
  await assert.rejects(async () => {
    for await (const item of merge([others[0]!, failing, others[1]!], byNumber)) seen.push(item);
  }, /disk on fire/);
  assert.deepEqual(seen, [1, 1, 2]);
  assert.deepEqual([failing.returned, ...others.map(it => it.returned)], [0, 1, 1]);
});

test('a source that fails at its first item', options, async () => {
  const other = new Log([1]);
  await assert.rejects(all(merge([other, new Log<number>([], new Error('no such file'))], byNumber)), /no such file/);
  assert.equal(other.returned, 1);
});

test('a source without return', options, async () => {
  const bare: AsyncIterable<number> = {
    [Symbol.asyncIterator]: () => ({ next: async () => ({ done: false, value: 1 }) }),
  };
  const other = new Log([2]);
  for await (const _ of merge([bare, other], byNumber)) break;
  assert.equal(other.returned, 1);
});

test('after the end no source is closed', options, async () => {
  const sources = [new Log([1, 2]), new Log([1])];
  await all(merge(sources, byNumber));
  assert.deepEqual(sources.map(it => it.returned), [0, 0]);
});

test('compares O(log k) times an item', options, async () => {
  const k = 256;
  const each = 20;
  let compared = 0;
  const sources = Array.from(
    { length: k },
    (_, s) => new Log(Array.from({ length: each }, (_, i) => i * k + ((s * 37) % k))),
  );
  const merged = await all(
    merge(sources, (a, b) => {
      compared++;
      return a - b;
    }),
  );
  assert.deepEqual(merged, Array.from({ length: k * each }, (_, i) => i));
  assert.ok(compared <= 3 * 8 * k * each, `${compared} comparisons for ${k * each} items of ${k} sources`);
});
