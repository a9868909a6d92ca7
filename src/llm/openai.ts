/** The only home of the openai package, which takes as long to load as Node: only whoever asks a model waits for it. */
import type { LlmConfig } from './config.ts';
import type { Body } from './dialect.ts';
import { CallFailure } from './failure.ts';

/** Sends one request and resolves to what came back, not yet looked at. Throws what `fetch` threw, or CallFailure. */
export type Send = (body: Body, signal: AbortSignal) => Promise<unknown>;

/** Loads the package. It only puts the request together: time, repeats and the body are ours (fetch.ts, retry.ts). */
export async function sendingTo(config: LlmConfig, fetch: typeof globalThis.fetch): Promise<Send> {
  const { default: OpenAI } = await import('openai');
  const openai = new OpenAI({
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
  return async (body, signal) => {
    try {
      return await openai.chat.completions.create(body, { signal });
    } catch (error) {
      throw causeOf(error);
    }
  };
}

/** Milliseconds; the longest that a timer of Node takes. */
const LATER_THAN_OURS = 2 ** 31 - 1;

/** The package wraps what its fetch throws. What it throws by itself is not repeated: it may hold anything. */
function causeOf(error: unknown): CallFailure {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof CallFailure
    ? cause
    : new CallFailure('server', 'The openai package could not make sense of the reply.');
}
