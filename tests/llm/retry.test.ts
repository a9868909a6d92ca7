import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CallFailure } from '../../src/llm/failure.ts';
import { retryAfterOf, waitBefore, withRetries } from '../../src/llm/retry.ts';
import { following } from '../../src/llm/waiting.ts';
import { manualClock } from './clock.ts';

const passing = (retryAfter: number | null = null) =>
  new CallFailure('rate-limited', 'Too much.', { passes: true, retryAfter });

describe('the wait before the next try', () => {
  const waits = (random: number) =>
    Array.from({ length: 7 }, (_, repeat) =>
      waitBefore(passing(), repeat, { retries: 9, random: () => random }),
    );

  test('is drawn from a span that doubles up to eight seconds', () => {
    expect(waits(0)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(waits(0.5)).toEqual([250, 500, 1000, 2000, 4000, 4000, 4000]);
  });

  test('is never shorter than what the server asks for, up to 30 s', () => {
    const wait = (asked: number) => waitBefore(passing(asked), 0, { retries: 3, random: () => 0.5 });
    expect([wait(2_000), wait(30_000), wait(30_001)]).toEqual([2_250, 30_250, null]);
  });

  test('comes so many times, and never for what does not pass', () => {
    const policy = { retries: 2, random: () => 0 };
    expect([0, 1, 2].map(it => waitBefore(passing(), it, policy))).toEqual([0, 0, null]);
    expect(waitBefore(new CallFailure('bad-request', 'No.'), 0, policy)).toBeNull();
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-29T12:00:00Z');
  const of = (headers: Record<string, string>) => retryAfterOf(new Headers(headers), now);
  test.each([
    [{}, null],
    [{ 'retry-after': '2' }, 2_000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after': '9', 'retry-after-ms': '120' }, 120],
    [{ 'retry-after': 'Sun, 29 Nov 2026 12:00:10 GMT' }, 10_000],
    [{ 'retry-after': 'Sun, 29 Nov 2026 11:00:00 GMT' }, 0],
    [{ 'retry-after': '-5' }, null],
    [{ 'retry-after': 'soon' }, null],
    [{ 'retry-after': '1e9' }, null],
  ])('%j asks for %s ms', (headers, asked) => expect(of(headers as Record<string, string>)).toBe(asked));

  test('whatever it holds, it is a wait or none', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[\x20-\x7e]*$/), text => {
        const asked = of({ 'retry-after': text });
        expect(asked === null || asked >= 0).toBe(true);
      }),
    ));
});

describe('trying again', () => {
  const policy = () => ({ retries: 3, clock: manualClock(), random: () => 0.5 });
  const never = () => following([]).signal;

  test('goes on until it works', async () => {
    const { clock, ...rest } = policy();
    const tries: number[] = [];
    const done = withRetries({ clock, ...rest }, never(), async number => {
      tries.push(number);
      if (number < 2) throw passing();
      return 'well';
    });
    await clock.pass(10_000);
    expect(await done).toBe('well');
    expect(tries).toEqual([0, 1, 2]);
  });

  test('ends in the last failure, and says how often it tried', async () => {
    const { clock, ...rest } = policy();
    const done = withRetries({ clock, ...rest }, never(), async () => {
      throw passing();
    }).catch(error => error);
    await clock.pass(10_000);
    expect(await done).toMatchObject({ kind: 'rate-limited', message: 'Too much. Tried 4 times.' });
  });

  test('asleep, it ends at once when it is stopped, and leaves no timer', async () => {
    const { clock, ...rest } = policy();
    const ctrlC = new AbortController();
    const done = withRetries({ clock, ...rest }, following([ctrlC.signal]).signal, async () => {
      throw passing(20_000);
    }).catch(error => error);
    await clock.pass(1);
    ctrlC.abort();
    expect(await done).toMatchObject({ kind: 'cancelled' });
    expect(clock.timers()).toBe(0);
  });

  test('a mistake of ours is no failure of the server', async () => {
    const mistake = new TypeError('x is undefined');
    const done = withRetries(policy(), never(), () => Promise.reject(mistake));
    await expect(done).rejects.toBe(mistake);
  });
});
