import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildOrder } from './build-order.ts';

type Needs = Map<string, string[]>;

const of = (needs: Record<string, string[]>): Needs => new Map(Object.entries(needs));

function expectOrder(needs: Needs): string[] {
  const plan = buildOrder(needs);
  assert.ok('order' in plan, `a cycle where there is none: ${'cycle' in plan && plan.cycle.slice(0, 10)}`);
  const place = new Map(plan.order.map((task, i) => [task, i]));
  const tasks = new Set([...needs.keys(), ...[...needs.values()].flat()]);
  assert.equal(plan.order.length, tasks.size, 'every task once');
  for (const task of tasks) assert.ok(place.has(task), `${task} is missing`);
  for (const [task, wanted] of needs)
    for (const need of wanted) assert.ok(place.get(need)! < place.get(task)!, `${need} comes after ${task}`);
  return plan.order;
}

function expectCycle(needs: Needs): string[] {
  const plan = buildOrder(needs);
  assert.ok('cycle' in plan, 'no cycle was found');
  const { cycle } = plan;
  assert.ok(cycle.length >= 2 && cycle[0] === cycle.at(-1), `not closed: ${cycle}`);
  assert.equal(new Set(cycle).size, cycle.length - 1, `not simple: ${cycle}`);
  for (let i = 0; i + 1 < cycle.length; i++)
    assert.ok(needs.get(cycle[i]!)?.includes(cycle[i + 1]!), `${cycle[i]} does not need ${cycle[i + 1]}`);
  return cycle;
}

test('nothing to build', () => {
  assert.deepEqual(buildOrder(new Map()), { order: [] });
});

test('a chain', () => {
  const order = expectOrder(of({ deploy: ['test'], test: ['compile'], compile: [] }));
  assert.deepEqual(order, ['compile', 'test', 'deploy']);
});

test('a diamond, and a task by itself', () => {
  expectOrder(of({ app: ['left', 'right'], left: ['base'], right: ['base'], base: [], docs: [] }));
});

test('a task that is only named as a need', () => {
  assert.deepEqual(expectOrder(of({ app: ['lib'] })), ['lib', 'app']);
});

test('a need that is named twice', () => {
  assert.deepEqual(expectOrder(of({ app: ['lib', 'lib'], lib: ['base', 'base', 'base'] })), ['base', 'lib', 'app']);
});

test('names that objects know', () => {
  const needs: Needs = new Map([
    ['constructor', ['__proto__']],
    ['__proto__', ['toString']],
  ]);
  assert.deepEqual(expectOrder(needs), ['toString', '__proto__', 'constructor']);
});

test('a task that needs itself', () => {
  assert.deepEqual(expectCycle(of({ a: [], b: ['a', 'b'], c: ['b'] })), ['b', 'b']);
});

test('two that need each other', () => {
  assert.equal(expectCycle(of({ a: ['b'], b: ['a'] })).length, 3);
});

test('only the cycle is told, not what depends on it or what it needs', () => {
  const needs = of({
    app: ['x'],
    test: ['app'],
    x: ['base', 'y'],
    y: ['z', 'base'],
    z: ['x'],
    base: ['core'],
    core: [],
  });
  assert.deepEqual(new Set(expectCycle(needs)), new Set(['x', 'y', 'z']));
});

test('one of several cycles', () => {
  expectCycle(of({ a: ['b'], b: ['a', 'c'], c: ['d'], d: ['e', 'c'], e: ['b'], f: ['a'] }));
});

test('what it was given stays as it was', () => {
  const needs = of({ a: ['b', 'c'], b: ['c'], c: [] });
  const copy = structuredClone(needs);
  expectOrder(needs);
  assert.deepEqual(needs, copy);
});

test('a long chain, and a long cycle', () => {
  const n = 100_000;
  const chain: Needs = new Map(Array.from({ length: n }, (_, i) => [`t${i}`, i + 1 < n ? [`t${i + 1}`] : []]));
  assert.equal(expectOrder(chain)[0], `t${n - 1}`);
  chain.set(`t${n - 1}`, ['t0']);
  assert.equal(expectCycle(chain).length, n + 1);
});

test('one task that very many need', () => {
  const n = 50_000;
  const needs: Needs = new Map(Array.from({ length: n }, (_, i) => [`t${i}`, ['base']]));
  needs.set('all', Array.from({ length: n }, (_, i) => `t${i}`));
  const order = expectOrder(needs);
  assert.equal(order[0], 'base');
  assert.equal(order.at(-1), 'all');
});
