/** Waiting that ends in time: at a deadline, or when the user has had enough. */
import { setMaxListeners } from 'node:events';
import type { Clock } from '../model/clock.ts';
import { LlmError } from '../model/llm.ts';
import { CallFailure } from './failure.ts';

/** A signal, and how to let go of what it listens to. Its reason is an LlmError or a CallFailure. */
export interface Limit {
  readonly signal: AbortSignal;
  end(): void;
}

/**
 * A signal that follows others. AbortSignal.any would do, but on Node 20 it keeps what it made for as long as the
 * signals that it follows: over a long batch that is every call.
 */
export function following(others: readonly (AbortSignal | undefined)[]): Limit {
  const controller = new AbortController();
  const cancel = () => controller.abort(new LlmError('cancelled', 'Stopped before there was a reply.'));
  const heard = others.filter(it => it !== undefined);
  if (heard.some(it => it.aborted)) cancel();
  for (const other of heard) {
    // One for each call under way; Node takes more than ten for a leak.
    setMaxListeners(0, other);
    other.addEventListener('abort', cancel);
  }
  return {
    signal: controller.signal,
    end: () => {
      for (const other of heard) other.removeEventListener('abort', cancel);
    },
  };
}

/** A signal that follows another and is aborted after so many milliseconds at the latest. */
export function within(clock: Clock, milliseconds: number, stop: AbortSignal): Limit {
  const controller = new AbortController();
  const follow = () => controller.abort(stop.reason);
  const late = `No whole reply within ${Math.round(milliseconds) / 1000} s.`;
  const timer = clock.setTimeout(
    () => controller.abort(new CallFailure('timeout', late, { passes: true, isCrowded: true })),
    milliseconds,
  );
  if (stop.aborted) follow();
  stop.addEventListener('abort', follow);
  return {
    signal: controller.signal,
    end: () => {
      clock.clearTimeout(timer);
      stop.removeEventListener('abort', follow);
    },
  };
}

/**
 * What `act` brings within so many seconds. Throws what it throws; once time is up or `stop` is aborted, why that was.
 */
export async function inTime<Result>(
  clock: Clock,
  seconds: number,
  stop: AbortSignal,
  act: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const limit = within(clock, 1000 * seconds, stop);
  try {
    return await act(limit.signal);
  } catch (error) {
    // Whatever an aborted request throws, why it was aborted is what happened.
    throw limit.signal.aborted ? limit.signal.reason : error;
  } finally {
    limit.end();
  }
}

/** Resolves after so many milliseconds; rejects with the reason of `stop` as soon as that is aborted. */
export function pause(clock: Clock, milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (stop.aborted) return reject(stop.reason);
    const end = () => {
      clock.clearTimeout(timer);
      stop.removeEventListener('abort', cancel);
    };
    const cancel = () => {
      end();
      reject(stop.reason);
    };
    const timer = clock.setTimeout(() => {
      end();
      resolve();
    }, milliseconds);
    stop.addEventListener('abort', cancel);
  });
}
