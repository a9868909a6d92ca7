import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { TaskQueue } from './task-queue.ts';

/** A promise, and what settles it. */
function gate<T = void>() {
  let open!: (value: T) => void;
  let fail!: (reason: unknown) => void;
  const promise = new Promise<T>((resolve, reject) => {
    open = resolve;
    fail = reject;
  });
  return { promise, open, fail };
}

/** Lets everything happen that needs no more than the promises there are. */
async function settle() {
  for (let i = 0; i < 5; i++) await turn();
}

const options = { timeout: 5000 };

test('each promise gets what its own task returns', options, async () => {
  const queue = new TaskQueue(2);
  const values = await Promise.all([
    queue.add(async () => 'a'),
    queue.add(() => 2),
    queue.add(async () => undefined),
  ]);
  assert.deepEqual(values, ['a', 2, undefined]);
});

test('as many as the limit allows run at once, and never more', options, async () => {
  const queue = new TaskQueue(3);
  const gates = Array.from({ length: 8 }, () => gate());
  let running = 0;
  let most = 0;
  const all = gates.map(({ promise }) =>
    queue.add(async () => {
      running++;
      most = Math.max(most, running);
      await promise;
      running--;
    }),
  );
  await settle();
  assert.equal(running, 3);
  assert.equal(queue.running, 3);
  assert.equal(queue.waiting, 5);
  gates[1]!.open();
  await settle();
  assert.equal(running, 3, 'the next one starts when one ends');
  assert.equal(queue.waiting, 4);
  for (const it of gates) it.open();
  await Promise.all(all);
  assert.equal(most, 3);
});

test('the highest priority first, and of equals the one added first', options, async () => {
  const queue = new TaskQueue(1);
  const first = gate();
  const order: string[] = [];
  const add = (name: string, priority?: number) =>
    queue.add(() => void order.push(name), priority === undefined ? {} : { priority });
  const all = [queue.add(() => first.promise)];
  all.push(add('low 1', -1), add('normal 1'), add('high 1', 5), add('normal 2', 0));
  all.push(add('high 2', 5), add('low 2', -1), add('higher', 5.5));
  await settle();
  assert.deepEqual(order, [], 'nothing overtakes what runs');
  first.open();
  await Promise.all(all);
  assert.deepEqual(order, ['higher', 'high 1', 'high 2', 'normal 1', 'normal 2', 'low 1', 'low 2']);
});

test('a task that rejects or throws fails alone', options, async () => {
  const queue = new TaskQueue(1);
  const late = assert.rejects(
    queue.add(async () => {
      throw new Error('late');
    }),
    /late/,
  );
  const early = assert.rejects(
    queue.add((): Promise<void> => {
      throw new Error('early');
    }),
    /early/,
  );
  const after = queue.add(() => 'still here');
  await Promise.all([late, early]);
  assert.equal(await after, 'still here');
  await settle();
  assert.equal(queue.running, 0);
});

test('very many that throw, one after the other', options, async () => {
  const queue = new TaskQueue(1);
  const first = gate();
  const all: Promise<unknown>[] = [queue.add(() => first.promise)];
  const early = new Error('early');
  const task = () => {
    throw early;
  };
  for (let i = 0; i < 5000; i++) all.push(queue.add(task));
  const outcomes = Promise.allSettled(all);
  first.open();
  assert.equal((await outcomes).filter(it => it.status === 'rejected').length, 5000);
  assert.equal(await queue.add(() => 'still here'), 'still here');
});

test('aborted while it waits: never called, rejected at once, and gone', options, async () => {
  const queue = new TaskQueue(1);
  const first = gate();
  const running = queue.add(() => first.promise);
  const stop = new AbortController();
  let called = false;
  const waiting = queue.add(
    () => {
      called = true;
    },
    { signal: stop.signal },
  );
  const reason = new Error('the user left');
  const rejected = assert.rejects(waiting, (error: unknown) => error === reason);
  await settle();
  assert.equal(queue.waiting, 1);
  stop.abort(reason);
  await rejected;
  assert.equal(queue.waiting, 0);
  first.open();
  await running;
  await settle();
  assert.equal(called, false);
  assert.equal(await queue.add(() => 'next'), 'next');
});

test('aborted beforehand: never called', options, async () => {
  const queue = new TaskQueue(1);
  let called = false;
  const task = () => {
    called = true;
  };
  await assert.rejects(queue.add(task, { signal: AbortSignal.abort() }), { name: 'AbortError' });
  await settle();
  assert.equal(called, false);
  assert.equal(queue.running + queue.waiting, 0);
});

test('aborted while it runs: told by the signal, and it keeps its place until it ends', options, async () => {
  const queue = new TaskQueue(1);
  const stop = new AbortController();
  const cleaned = gate();
  let told = false;
  const running = queue.add(
    async signal => {
      signal!.addEventListener('abort', () => {
        told = true;
      }, { once: true });
      await cleaned.promise;
      return 'what could be saved';
    },
    { signal: stop.signal },
  );
  let started = false;
  const next = queue.add(() => {
    started = true;
  });
  await settle();
  stop.abort();
  await settle();
  assert.equal(told, true);
  assert.equal(started, false, 'the place is not free yet');
  cleaned.open();
  assert.equal(await running, 'what could be saved');
  await next;
});

test('no listener stays on a signal that lives on', options, async () => {
  const queue = new TaskQueue(2);
  const stop = new AbortController();
  const all = Array.from({ length: 20 }, (_, i) =>
    queue.add(
      async () => {
        await turn();
        if (i % 4 === 0) throw new Error('one of four');
      },
      { signal: stop.signal },
    ),
  );
  await Promise.allSettled(all);
  await settle();
  assert.equal(getEventListeners(stop.signal, 'abort').length, 0);
});

test('idle', options, async () => {
  const queue = new TaskQueue(1);
  await queue.idle();
  const gates = [gate(), gate()];
  const all = gates.map(({ promise }) => queue.add(() => promise));
  let idle = 0;
  const waits = [queue.idle(), queue.idle()].map(it => it.then(() => idle++));
  gates[0]!.open();
  await settle();
  assert.equal(idle, 0);
  gates[1]!.fail(new Error('failing is an end, too'));
  await Promise.allSettled(all);
  await Promise.all(waits);
  assert.equal(idle, 2);
});

test('idle, when the last one waiting is aborted', options, async () => {
  const queue = new TaskQueue(1);
  const first = gate();
  const stop = new AbortController();
  const running = queue.add(() => first.promise);
  const waiting = assert.rejects(queue.add(() => {}, { signal: stop.signal }));
  const idle = queue.idle();
  first.open();
  stop.abort();
  await Promise.all([running, waiting, idle]);
});

test('limits that make no sense', () => {
  for (const limit of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])
    assert.throws(() => new TaskQueue(limit), RangeError, `limit ${limit}`);
});
