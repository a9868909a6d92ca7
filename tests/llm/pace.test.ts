import { expect, test } from 'vitest';
import { Pace, type Place } from '../../src/llm/pace.ts';
import { following } from '../../src/llm/waiting.ts';
import { manualClock } from './clock.ts';

const never = () => following([]).signal;

/** A pace with so many that want in, and who is in. */
function crowdOf(many: number, most: number) {
  const clock = manualClock();
  const pace = new Pace(clock, most);
  const inside: [who: number, place: Place][] = [];
  const enter = (who: number, stop = never(), isRepeat = false) =>
    pace.enter(stop, isRepeat).then(place => inside.push([who, place]));
  for (let who = 0; who < many; who++) void enter(who);
  const settled = () => new Promise(setImmediate);
  return { clock, pace, inside, enter, settled, who: () => inside.map(it => it[0]) };
}

test('a quarter goes first; when they come back well, all', async () => {
  const { pace, inside, settled } = crowdOf(200, 64);
  await settled();
  expect(inside).toHaveLength(16);
  for (const [, place] of inside.splice(0)) place.leave('well');
  await settled();
  expect(inside).toHaveLength(64);
  expect(pace.limit).toBe(64);
});

test('one at a time is one at a time', async () => {
  const { inside, settled, who } = crowdOf(3, 1);
  await settled();
  expect(who()).toEqual([0]);
  inside[0]![1].leave('well');
  await settled();
  expect(who()).toEqual([0, 1]);
});

test('a crowd halves it, once for all that began before; then it rises by one a round', async () => {
  const { pace, inside, settled } = crowdOf(500, 64);
  await settled();
  for (const [, place] of inside.splice(0)) place.leave('well');
  await settled();
  for (const [, place] of inside.splice(0)) place.leave('crowded');
  await settled();
  expect(pace.limit).toBe(32);
  expect(inside).toHaveLength(32);
  for (const [, place] of inside.splice(0)) place.leave('well');
  await settled();
  expect(pace.limit).toBe(32);
  for (const [, place] of inside.splice(0)) place.leave('well');
  await settled();
  expect(pace.limit).toBe(33);
  inside.splice(0, 1)[0]![1].leave('crowded');
  expect(pace.limit).toBe(16);
});

test('it never falls below one', async () => {
  const { pace, inside, settled } = crowdOf(20, 8);
  for (let round = 0; round < 8; round++) {
    await settled();
    for (const [, place] of inside.splice(0)) place.leave('crowded');
  }
  expect(pace.limit).toBe(1);
});

test('while the server wants to be left alone nobody begins', async () => {
  const { clock, inside, settled } = crowdOf(20, 8);
  await settled();
  for (const [, place] of inside.splice(0)) place.leave('crowded', 5_000);
  await clock.pass(4_999);
  expect(inside).toHaveLength(0);
  await clock.pass(1);
  await settled();
  expect(inside.length).toBeGreaterThan(0);
});

test('first come, first served; what is tried again goes before', async () => {
  const { inside, enter, settled, who } = crowdOf(4, 1);
  void enter(9, never(), true);
  for (let round = 0; round < 5; round++) {
    await settled();
    inside.at(-1)![1].leave('else');
  }
  expect(who()).toEqual([0, 9, 1, 2, 3]);
});

test('who is stopped while waiting is gone, the others stay, and no timer is left', async () => {
  const { clock, inside, enter, settled, who } = crowdOf(1, 1);
  const ctrlC = new AbortController();
  const gone = enter(1, following([ctrlC.signal]).signal).catch(error => error);
  await settled();
  inside[0]![1].leave('crowded', 60_000);
  ctrlC.abort();
  expect(await gone).toMatchObject({ kind: 'cancelled' });
  expect(clock.timers()).toBe(0);
  void enter(2);
  await clock.pass(60_000);
  await settled();
  expect(who()).toEqual([0, 2]);
});
