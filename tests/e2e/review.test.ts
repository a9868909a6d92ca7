/** Coming back, as a person does it: from the menu to what is due, and forgetting with a word. */
import { expect, test } from 'vitest';
import { ANSWERS, FIRST, world } from '../cli/world.ts';
import { place } from './place.ts';
import { mockloop } from './terminal.ts';

/** An interview of years ago: all of it is due. */
async function longAgo() {
  const at = place();
  expect((await world().run('practice', 'small', '--answers', ANSWERS, '--data', at.data)).code).toBe(0);
  return at;
}

test('the menu says how much is due, and asks it', async () => {
  const at = await longAgo();
  const screen = mockloop(at);
  await screen.see('See how you come on');
  await screen.choose('Review what is due: ');
  await screen.see('19 minutes, 3 questions.');
  await screen.choose('Begin');
  await screen.asked('What is due · question 1 of 3');
});

test('to forget asks first, and keeps what is not meant', async () => {
  const at = await longAgo();
  const first = mockloop(at, 'forget', FIRST);
  await first.see(`Forget ${FIRST} for good?`);
  await first.choose('No, keep it');
  await first.see('Nothing was forgotten.');
  expect(at.sessions()).toEqual([FIRST]);
  const second = mockloop(at, 'forget', '--all');
  await second.see('Forget everything for good (1 interview)?');
  await second.choose('Yes, forget it');
  await second.see('Forgotten: 1 interview');
  expect(() => at.sessions()).toThrow('ENOENT');
});
