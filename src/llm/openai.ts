/** The only home of the openai package, which takes as long to load as Node: only whoever asks a model waits for it. */
import type OpenAI from 'openai';
import type { LlmConfig } from './config.ts';
import type { Body } from './dialect.ts';
import { CallFailure } from './failure.ts';

/** Sends one request and resolves to what came back, not yet looked at. Throws what `fetch` threw, or CallFailure. */
export type Send = (body: Body, signal: AbortSignal) => Promise<unknown>;

/** Loads the package. It only puts the request together: time, repeats and the body are ours (fetch.ts, retry.ts). */
export async function openaiFor(config: LlmConfig, fetch: typeof globalThis.fetch): Promise<OpenAI> {
  const { default: OpenAI } = await import('openai');
  return new OpenAI({
    // It wants one; fetch.ts leaves the placeholder out.
    apiKey: config.key() ?? 'none',
    adminAPIKey: null,
    baseURL: config.baseUrl,
    organization: config.organization ?? null,
    project: config.project ?? null,
    maxRetries: 0,
    timeout: LATER_THAN_OURS,
    logLevel: 'off',
    fetch,
  });
}

/** How chat completions are sent to that server. */
export async function sendingTo(config: LlmConfig, fetch: typeof globalThis.fetch): Promise<Send> {
  const openai = await openaiFor(config, fetch);
  return (body, signal) => unwrapped(openai.chat.completions.create(body, { signal }));
}

/** Milliseconds; the longest that a timer of Node takes. */
const LATER_THAN_OURS = 2 ** 31 - 1;

/**
 * The package wraps what its fetch throws, which is thrown here. What it throws by itself is not repeated: it may hold
 * anything.
 */
export async function unwrapped<Result>(call: PromiseLike<Result>): Promise<Result> {
  try {
    return await call;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    throw cause instanceof CallFailure
      ? cause
      : new CallFailure('server', 'The openai package could not make sense of the reply.');
  }
}
