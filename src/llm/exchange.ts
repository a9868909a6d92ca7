/** One request and its reply, within the time that it has. */
import type { Clock } from '../model/clock.ts';
import type { LlmConfig } from './config.ts';
import type { Body } from './dialect.ts';
import { boundedFetch } from './fetch.ts';
import { type Send, sendingTo } from './openai.ts';
import { type Completion, completionOf } from './reply.ts';
import { inTime } from './waiting.ts';

/** Throws CallFailure, or the reason of `stop` within a moment of its being aborted. */
export type Exchange = (body: Body, stop: AbortSignal) => Promise<Completion>;

/** Exchanges with that server; the openai package is loaded for the first. @param timeout seconds, over headers and body. */
export function exchangesWith(config: LlmConfig, clock: Clock, timeout: number): Exchange {
  let loading: Promise<Send> | undefined;
  return async (body, stop) => {
    loading ??= sendingTo(config, boundedFetch({ key: config.key(), clock }));
    const send = await loading;
    const data = body.messages
      .filter(it => it.role === 'user')
      .map(it => it.content)
      .join('\n');
    return inTime(clock, timeout, stop, async signal =>
      completionOf(await send(body, signal), config.key(), data),
    );
  };
}
