/** The language model of a command: from options and environment to a client, with a word about what leaves this machine. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LlmConfig } from '../llm/config.ts';
import type { Price } from '../llm/prices.ts';
import { InputError } from '../model/errors.ts';
import type { ChatClient, LlmUsage } from '../model/llm.ts';
import { writeAtomic } from '../store/atomic.ts';
import { isThere, makePrivateFolder } from '../store/folders.ts';
import { type Io, write } from './io.ts';
import type { ModelOptions } from './model-options.ts';
import { dataFolder } from './places.ts';

/** A model and what must be let go of in the end. */
export interface OpenModel {
  client: ChatClient;
  /** Closes the audit, and says on stderr what was used. */
  close(): Promise<void>;
}

/** Which model, where, at which price. Throws InputError where something of it is missing. */
export async function configured(
  io: Io,
  options: ModelOptions,
): Promise<{ config: LlmConfig; price: Price | null }> {
  const { llmConfig } = await import('../llm/config.ts');
  const config = llmConfig(io.env, options.model === undefined ? {} : { model: options.model });
  return { config, price: await priceFor(config.model, options.price) };
}

/** Opens the model that the options name; `stop` ends its calls. Throws InputError. */
export async function openModel(io: Io, options: ModelOptions, stop?: AbortSignal): Promise<OpenModel> {
  const { config, price } = await configured(io, options);
  const { chatClient } = await import('../llm/client.ts');
  const { cacheIn } = await import('../llm/cache.ts');
  const { auditTo } = await import('../llm/audit.ts');
  const folder = join(dataFolder(io, options), 'llm');
  await tellFirst(io, config, folder);
  const audit = auditTo(join(folder, 'audit.jsonl'));
  const { timeout, retries, concurrency, maxCalls, maxCost } = options;
  const client = chatClient({
    config,
    clock: io.clock,
    random: io.random,
    ...(timeout !== undefined && { timeout }),
    ...(retries !== undefined && { retries }),
    ...(concurrency !== undefined && { concurrency }),
    limits: {
      ...(maxCalls !== undefined && { calls: maxCalls }),
      ...(maxCost !== undefined && { cost: maxCost }),
    },
    price,
    cache: cacheIn(join(folder, 'replies')),
    audit,
    ...(stop && { stop }),
  });
  return {
    client: await hidingNames(client, options.redact),
    async close() {
      audit.close();
      const line = options.quiet ? undefined : usageLine(client.model, client.usage());
      if (line !== undefined) await write(io.stderr, `${line}\n`);
    },
  };
}

/** Behind the list of --redact, where there is one. What a model reads then is another text, so that kept scores differ. */
async function hidingNames(client: ChatClient, path: string | undefined): Promise<ChatClient> {
  if (path === undefined) return client;
  const { redacting } = await import('../llm/redacting.ts');
  const { listedIn } = await import('../llm/redact.ts');
  const hiding = redacting(client, listedIn(readFileSync(path, 'utf8')));
  const { model, provider } = client.identity;
  return { ...hiding, identity: { model, provider: `${provider}, redacted` } };
}

async function priceFor(model: string, text: string | undefined): Promise<Price | null> {
  if (text === undefined) return null;
  const { priceFor: named, priceOf, pricesIn } = await import('../llm/prices.ts');
  if (!isThere(text)) return priceOf(text);
  return named(model, pricesIn(jsonIn(text), text));
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new InputError(`${path} is not JSON: ${(error as Error).message}`);
  }
}

/** Said once for each server and data folder, whatever --quiet says: whose answers they are should know. */
async function tellFirst(io: Io, config: LlmConfig, folder: string): Promise<void> {
  for (const it of config.warnings) await write(io.stderr, `${it}\n`);
  const told = join(folder, `told-${config.host.replace(/[^\w.-]/g, '-')}`);
  if (isThere(told)) return;
  await write(io.stderr, `${noticeFor(config, folder)}\n`);
  makePrivateFolder(folder);
  writeAtomic(told, `${config.host}\n`);
}

const noticeFor = ({ host, model }: LlmConfig, folder: string): string =>
  [
    `First use of ${host}: answers, with their question, points and rubric, are sent there to the model ${model}.`,
    'No names, files or reports are sent beside them; --redact FILE hides names that stand in the answers.',
    `What was sent when (not its text) is listed in ${join(folder, 'audit.jsonl')}. This is said once.`,
  ].join('\n');

/** What a run used, in one line; undefined where nothing was asked. */
function usageLine(model: string, { calls, prompt, completion, cached, cost }: LlmUsage): string | undefined {
  if (calls + cached === 0) return undefined;
  return [
    `Model ${model}: calls ${calls}`,
    `tokens in ${prompt}`,
    `tokens out ${completion}`,
    `replies kept from before ${cached}`,
    ...(cost === null ? [] : [`cost at most ${cost.toFixed(4)}`]),
  ].join(', ');
}
