/** Trying again: what may pass by itself is asked again after a while, at most so many times. */
import type { Clock } from '../model/clock.ts';
import { LlmError } from '../model/llm.ts';
import { CallFailure } from './failure.ts';
import { pause } from './waiting.ts';

export interface RetryPolicy {
  /** Repeats after the first try. */
  retries: number;
  clock: Clock;
  /** Numbers in [0, 1). */
  random(): number;
}

/** Milliseconds. The first wait is drawn from up to half a second, the next from up to twice as much, and so on. */
const FIRST_WAIT = 500;
const LONGEST_DRAWN = 8_000;
/** A server that asks for a longer wait than this is not waited for. */
export const LONGEST_ASKED = 30_000;

/**
 * Milliseconds to wait before the next try, or null when there is to be none. Exponential backoff with full jitter (Marc
 * Brooker, "Exponential Backoff and Jitter", 2015), on top of what the server asks for.
 *
 * @param repeat number of the repeat that is to come, from 0.
 */
export function waitBefore(
  { circumstances }: CallFailure,
  repeat: number,
  policy: Pick<RetryPolicy, 'retries' | 'random'>,
): number | null {
  if (!circumstances.passes || repeat >= policy.retries) return null;
  const asked = circumstances.retryAfter ?? 0;
  if (asked > LONGEST_ASKED) return null;
  return asked + policy.random() * Math.min(LONGEST_DRAWN, FIRST_WAIT * 2 ** repeat);
}

/**
 * What `attempt` brings, tried again for as long as that may help. Throws LlmError: that of the last try, or that of
 * `stop` within a moment of its being aborted.
 *
 * @param attempt is told the number of the try, from 0.
 */
export async function withRetries<Result>(
  policy: RetryPolicy,
  stop: AbortSignal,
  attempt: (number: number) => Promise<Result>,
): Promise<Result> {
  for (let number = 0; ; number++) {
    try {
      return await attempt(number);
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error;
      const wait = waitBefore(error, number, policy);
      if (wait === null) throw final(error, number + 1);
      await pause(policy.clock, wait, stop);
    }
  }
}

function final({ reason, circumstances }: CallFailure, tries: number): LlmError {
  const { retryAfter } = circumstances;
  const asked =
    retryAfter !== null && retryAfter > LONGEST_ASKED
      ? ` It asks for a wait of ${Math.ceil(retryAfter / 1000)} s; ${LONGEST_ASKED / 1000} s are waited for.`
      : '';
  const tried = tries > 1 ? ` Tried ${tries} times.` : '';
  return new LlmError(reason.kind, `${reason.message}${asked}${tried}`);
}

/**
 * Milliseconds that a reply's `retry-after-ms` or `Retry-After` (seconds or a date, RFC 9110, 10.2.3) asks for; null where
 * neither says anything that can be read. What is past is 0.
 */
export function retryAfterOf(headers: { get(name: string): string | null }, now: number): number | null {
  const precise = headers.get('retry-after-ms') ?? '';
  if (/^\d+(?:\.\d+)?$/.test(precise)) return Number(precise);
  const asked = (headers.get('retry-after') ?? '').trim();
  if (/^\d+(?:\.\d+)?$/.test(asked)) return 1000 * Number(asked);
  const date = /^[A-Za-z]{3}/.test(asked) ? Date.parse(asked) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
