import { describe, expect, test } from 'vitest';
import { beforeAfterIn } from '../../../src/scoring/text/before-after.ts';
import { claimsOf } from '../../../src/scoring/text/claims.ts';

const follow = (text: string) => claimsOf(text, 0.1).map(it => it.follows);

describe('does not follow', () => {
  test.each([
    'It went from 40 to 30 ms, an 80 % cut.',
    'We halved it from 90 to 60.',
    'It was 3x faster, from 900 to 450 ms.',
    'The build time was halved from 90 to 60 minutes.',
    'We cut latency by 80 %, from 40 to 30 ms.',
    'p99 dropped 80% (from 40 ms to 30 ms).',
    'From 2 s to 1500 ms. That is a 60 % improvement.',
    'The bill went from $900 to $700, so we halved it.',
    'Conversion rose from 2 % to 3 %, a 5 % increase.',
    'Latency went 900 -> 800 ms (-50 %).',
    '450 ms instead of 900 ms, five times faster.',
    'Tickets doubled from 100 to 120 a week.',
    'Errors were reduced from 4 % to 2 %, a factor of 10.',
    'We cut the bill by two thirds, from 900 to 600 dollars.',
    'It fell from 30 to 40 ms.',
    'We cut it by a third, from 30 to 40 ms.',
    'Orders grew by a third, from 60 to 40 a day.',
    'Throughput rose from 900 to 700 requests.',
  ])('%s', text => expect(follow(text)).toEqual([false]));
});

describe('follows', () => {
  test.each([
    'It went from 40 to 30 ms, a 25 % cut.',
    'We halved it from 90 to 45.',
    'It was 2x faster, from 900 to 450 ms.',
    'Conversion rose from 2 % to 3 %, a 50 % increase.',
    'It fell from 2 s to 500 ms, 4x faster.',
    'p99 dropped from 900 ms to 120 ms, more than 80 % less.',
    'We cut the bill by a third, from 900 to 600 dollars.',
    'Cut by nearly half, from 900 to 480 dollars.',
    'Throughput grew 10x, from 100 to 1,000 requests.',
    'We went from 47 to 33 services, about 30 % fewer.',
    'From 3 days to 4 hours, 18 times faster.',
    'It took 40 minutes, now 10 minutes, four times faster.',
  ])('%s', text => expect(follow(text)).toEqual([true]));
});

describe('is said of something else, or not at all', () => {
  test.each([
    'At 80 % load it went from 40 to 30 ms.',
    'It went from 40 to 30 ms, and cost fell by 80 %.',
    'Latency fell from 40 to 30 ms and 80 % less memory was used.',
    'It went from 40 to 30 ms, an 80 % cut in cost.',
    'Errors fell 80 %, p99 from 900 to 450 ms.',
    'It takes 2 to 3 weeks, 50 % less than before.',
    'We moved from version 3 to 4, 80 % of the users did.',
    'It went from 40 to 30 ms. 80 % of the requests were fast.',
    'It fell from 40 ms to 30 ms.',
    'We ran it 3 times, from 9 to 12.',
    'A month of work for 12 people.',
  ])('%s', text => expect(follow(text)).toEqual([]));
});

test('a claim is where it is said, and knows what changed', () => {
  const text = 'Well. It went from 40 to 30 ms, an 80 % cut. Good.';
  const [claim] = claimsOf(text, 0.1);
  expect(text.slice(claim?.start, claim?.end)).toBe('40 to 30 ms, an 80 % cut');
  expect(claim).toMatchObject({ said: '80 %', change: { before: 40, after: 30 } });
});

test.each([
  ['from 2 s to 500 ms', 2, 0.5],
  ['30 ms, down from 40 ms', 0.04, 0.03],
  ['from 4 GB to 512 MB', 4e9, 512e6],
])('before and after in one unit: %s', (text, before, after) =>
  expect(beforeAfterIn(text)).toMatchObject([{ before, after }]),
);
test.each(['from 3 days to 2 engineers at $40', 'in 2 to 3 weeks', 'from 2 MB to 3 ms'])(
  'no before and after: %s',
  text => expect(beforeAfterIn(text).filter(it => it.before > it.after * 100)).toEqual([]),
);
