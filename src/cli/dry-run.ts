/** What a batch would ask a model, counted without asking: calls, tokens, and what they may cost. */
import { judged } from '../batch/judged.ts';
import { partsOf } from '../batch/parts.ts';
import { waitingPool } from '../batch/pool.ts';
import type { Shard } from '../batch/shard.ts';
import { EXIT, InputError } from '../model/errors.ts';
import { type ChatClient, LlmError } from '../model/llm.ts';
import { judgeNamed } from '../scoring/judges/table.ts';
import type { BatchOptions } from './batch-options.ts';
import type { Batch } from './batching.ts';
import { type Io, write } from './io.ts';
import { judgeOver } from './judges.ts';
import { configured } from './model.ts';

interface Plan {
  rows: number;
  calls: number;
  /** Likely tokens of what is sent, and the most that may come back. */
  tokens: { in: number; outAtMost: number };
  /** In the currency of the prices; null where none is given. */
  costAtMost: number | null;
}

/** Tells the plan on stdout. Throws InputError for a judge that asks nobody. @returns the exit code. */
export async function dryRun(io: Io, options: BatchOptions, batch: Batch, shard?: Shard): Promise<number> {
  const plan = await planOf(io, options, batch, shard);
  await write(io.stdout, options.json ? `${JSON.stringify(plan)}\n` : told(plan));
  return EXIT.done;
}

async function planOf(io: Io, options: BatchOptions, batch: Batch, shard?: Shard): Promise<Plan> {
  const kind = judgeNamed(batch.judge);
  if (!kind.paid)
    throw new InputError(
      `The judge ${batch.judge} asks no model, so there is nothing to plan.`,
      'Add --judge llm.',
    );
  const { unitsOf, UNIT } = await import('../llm/prices.ts');
  const { likelyTokensOf } = await import('../llm/tokens.ts');
  // Nothing is sent, so no key is needed.
  const env = { ...io.env, OPENAI_API_KEY: io.env.OPENAI_API_KEY || 'none' };
  const { config, price } = await configured({ ...io, env }, options);
  const tokens = { prompt: 0, completion: 0 };
  let calls = 0;
  const client: ChatClient = {
    model: config.model,
    identity: { model: config.model, provider: config.provider },
    usage: () => ({ calls, ...tokens, cached: 0, cost: null }),
    async chat(request) {
      const { prompt, completion } = likelyTokensOf(request);
      calls++;
      tokens.prompt += prompt;
      tokens.completion += completion;
      throw new LlmError('content-filter', 'Nothing is sent in a dry run.');
    },
  };
  const { library, mapping, inputs } = batch;
  const setting = { brief: { library, mapping, ...(shard && { shard }), withGrades: false }, earlier: [] };
  const pool = await waitingPool(await judgeOver(client, { ...options, judge: batch.judge }), setting, 1, io.clock.now);
  let rows = 0;
  const parts = judged(partsOf(inputs.inputs, mapping), pool, new AbortController().signal);
  for await (const part of parts) rows += part.rows.length;
  return {
    rows,
    calls,
    tokens: { in: tokens.prompt, outAtMost: tokens.completion },
    costAtMost: price && unitsOf(tokens, price) / UNIT,
  };
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
    'Nothing was sent. Replies that are kept from before cost nothing; repeats of failed calls cost more.',
    '',
  ].join('\n');
