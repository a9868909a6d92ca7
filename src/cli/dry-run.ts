/** What a batch would ask a model, counted without asking: calls, tokens, and what they may cost. */
import { join } from 'node:path';
import type { LlmConfig } from '../llm/config.ts';
import { EXIT, InputError } from '../model/errors.ts';
import { type ChatClient, LlmError } from '../model/llm.ts';
import { judgeNamed } from '../scoring/judges/table.ts';
import { askAll, type Batch, type Share } from './asking.ts';
import type { BatchOptions } from './batch-options.ts';
import { type Io, write, writeJson } from './io.ts';
import { configured, hidingFor, keyless, modelFolder } from './model.ts';

interface Plan {
  /** Those that would be judged; what --resume spares is none of them. */
  rows: number;
  /** Those that would be sent; what is kept or was handed in is none of them. */
  calls: number;
  /** Likely tokens of what is sent, and the most that may come back. */
  tokens: { in: number; outAtMost: number };
  /** In the currency of the prices; null where none is given. */
  costAtMost: number | null;
}

/** Tells the plan on stdout. Throws InputError for a judge that asks nobody. @returns the exit code. */
export async function dryRun(io: Io, options: BatchOptions, batch: Batch, share: Share): Promise<number> {
  const plan = await planOf(io, options, batch, share);
  await (options.json ? writeJson(io, plan) : write(io.stdout, told(plan)));
  return EXIT.done;
}

async function planOf(io: Io, options: BatchOptions, batch: Batch, share: Share): Promise<Plan> {
  if (!judgeNamed(batch.judge).paid)
    throw new InputError(
      `The judge ${batch.judge} asks no model, so there is nothing to plan.`,
      'Add --judge llm.',
    );
  const { batchPrice, unitsOf, UNIT } = await import('../llm/prices.ts');
  const { config, price } = await configured(keyless(io), options);
  const folder = modelFolder(io, options);
  const { askedBefore } = await import('../llm/batch-api/asked.ts');
  const isAsked = options.batchApi
    ? askedBefore(join(folder, 'batches'), config, io.clock.now())
    : () => false;
  const { client, spent } = await countingClient(config, folder, isAsked);
  const hiding = await hidingFor(options.redact);
  const rows = await askAll(io, options, batch, share, hiding(client), new AbortController().signal);
  const { calls, tokens } = spent();
  const each = price && options.batchApi ? batchPrice(price) : price;
  return {
    rows,
    calls,
    tokens: { in: tokens.prompt, outAtMost: tokens.completion },
    costAtMost: each && unitsOf(tokens, each) / UNIT,
  };
}

/**
 * A client that replies with what is kept, and counts what would be sent. @param folder where replies are kept.
 * @param isAsked whether a request of that key was handed in.
 */
async function countingClient(
  { model, provider, baseUrl }: LlmConfig,
  folder: string,
  isAsked: (key: string) => boolean,
) {
  const { likelyTokensOf } = await import('../llm/tokens.ts');
  const { cacheIn, cacheKey } = await import('../llm/cache.ts');
  const cache = cacheIn(join(folder, 'replies'));
  const tokens = { prompt: 0, completion: 0 };
  let calls = 0;
  const client: ChatClient = {
    model,
    identity: { model, provider },
    usage: () => ({ calls, ...tokens, cached: 0, cost: null }),
    async chat(request) {
      const key = cacheKey(request, model, baseUrl);
      const known = cache.find(key);
      if (known) return { ...known, cached: true };
      if (!isAsked(key)) {
        const { prompt, completion } = likelyTokensOf(request);
        calls++;
        tokens.prompt += prompt;
        tokens.completion += completion;
      }
      throw new LlmError('no-reply', 'Nothing is sent in a dry run.');
    },
  };
  return { client, spent: () => ({ calls, tokens }) };
}

const told = ({ rows, calls, tokens, costAtMost }: Plan): string =>
  [
    `Rows: ${rows}`,
    `Calls: ${calls}`,
    `Tokens in, about: ${tokens.in}`,
    `Tokens out, at most: ${tokens.outAtMost}`,
    costAtMost === null
      ? 'Cost: not known; add --price IN,OUT'
      : `Cost, at most about: ${costAtMost.toFixed(4)}`,
    'Nothing was sent. What is kept from before is not counted; repeats of failed calls cost more.',
    '',
  ].join('\n');
