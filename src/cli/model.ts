/** The language model of a command: from options and environment to a client, with a word about what leaves this machine. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AskAll, BatchApi } from '../llm/batch-api/api.ts';
import type { LlmConfig } from '../llm/config.ts';
import type { Price } from '../llm/prices.ts';
import { InputError, Interrupted, JudgeError, messageOf } from '../model/errors.ts';
import type { ChatClient, ModelUsage } from '../model/llm.ts';
import { usageWord } from '../reports/model-words.ts';
import { writeAtomic } from '../store/atomic.ts';
import { isThere, makePrivateFolder } from '../store/folders.ts';
import { dataFolder } from './data-folder.ts';
import { type Io, write } from './io.ts';
import type { ModelOptions } from './model-options.ts';
import type { Stopping } from './stopping.ts';

/** A model and what must be let go of in the end. */
export interface OpenModel {
  client: ChatClient;
  /** What was used so far. */
  usage(): ModelUsage;
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

/** Where nothing is sent no key is needed. */
export const keyless = (io: Io): Io => ({
  ...io,
  env: { ...io.env, OPENAI_API_KEY: io.env.OPENAI_API_KEY || 'none' },
});

/** The model that the options name, to be known again by what it said before: it is never asked. Throws InputError. */
export async function silentModel(io: Io, options: ModelOptions): Promise<ChatClient> {
  const { config } = await configured(keyless(io), options);
  const { model, provider } = config;
  const hiding = await hidingFor(options.redact);
  return hiding({
    model,
    identity: { model, provider },
    usage: () => ({ calls: 0, prompt: 0, completion: 0, cached: 0, cost: null }),
    chat: async () => {
      throw new JudgeError('No model is asked here.');
    },
  });
}

/** Throws InputError where the model that the options name could not be asked, before anything is begun. */
export async function checkModel(io: Io, options: ModelOptions): Promise<void> {
  await configured(io, options);
  await hidingFor(options.redact);
}

/** How a model is asked, whatever the options say: `stop` ends its calls, `isAwaited` as of ClientOptions. */
export interface Manner {
  stop?: AbortSignal;
  isAwaited?: boolean;
}

/** Opens the model that the options name. Throws InputError. */
export async function openModel(io: Io, options: ModelOptions, manner: Manner): Promise<OpenModel> {
  const { stop, isAwaited = false } = manner;
  const hiding = await hidingFor(options.redact);
  const { needs } = await needsOf(io, options, stop);
  const { chatClient } = await import('../llm/client.ts');
  const { concurrency } = options;
  const client = chatClient({ ...needs, isAwaited, ...(concurrency !== undefined && { concurrency }) });
  return {
    client: hiding(client),
    usage: () => usageOf(client),
    async close() {
      needs.audit.close();
      await tellUsage(io, options, client);
    },
  };
}

/** A model that is asked through batches. */
export interface OpenBatches extends OpenModel {
  /** Has all of it asked beforehand, and waits for the replies; throws Interrupted where `stop` ended the waiting. */
  prepare(ask: AskAll): Promise<void>;
  /** What was judged is kept: what was only kept for that goes. */
  finish(): Promise<void>;
}

/** Opens it as openModel does. @param stopping ends the waiting, and tells which signal it was. */
export async function openBatches(io: Io, options: ModelOptions, stopping: Stopping): Promise<OpenBatches> {
  const hiding = await hidingFor(options.redact);
  const { needs, folder } = await needsOf(io, options, stopping.stop);
  const { BatchApi } = await import('../llm/batch-api/api.ts');
  const tell = async (line: string) => {
    if (!options.quiet) await write(io.stderr, `${line}\n`);
  };
  const api = new BatchApi({ ...needs, folder: join(folder, 'batches'), processes: io.processes, tell });
  return {
    client: hiding(api.client),
    usage: () => usageOf(api.client),
    async prepare(ask) {
      try {
        await api.prepare(client => ask(hiding(client)));
      } catch (error) {
        const isStopped = stopping.stop.aborted && error instanceof JudgeError;
        throw isStopped ? stoppedWaiting(stopping.signal(), api.underWay()) : error;
      }
    },
    finish: () => api.finish(),
    async close() {
      api.close();
      needs.audit.close();
      await tellUsage(io, options, api.client);
    },
  };
}

function stoppedWaiting(
  signal: number,
  { batches, requests }: ReturnType<BatchApi['underWay']>,
): Interrupted {
  const left = batches === 0 ? '' : ` Under way: batches ${batches}, requests ${requests}.`;
  return new Interrupted(signal, `Stopped.${left} Nothing is lost: the same command goes on.`);
}

/** What any way of asking needs, once the user knows where answers go. */
async function needsOf(io: Io, options: ModelOptions, stop: AbortSignal | undefined) {
  const { config, price } = await configured(io, options);
  const { cacheIn } = await import('../llm/cache.ts');
  const { auditTo } = await import('../llm/audit.ts');
  const folder = modelFolder(io, options);
  await tellFirst(io, config, folder);
  const { timeout, retries, maxCalls, maxCost } = options;
  const needs = {
    config,
    clock: io.clock,
    random: io.random,
    ...(timeout !== undefined && { timeout }),
    ...(retries !== undefined && { retries }),
    limits: {
      ...(maxCalls !== undefined && { calls: maxCalls }),
      ...(maxCost !== undefined && { cost: maxCost }),
    },
    price,
    cache: cacheIn(join(folder, 'replies')),
    audit: auditTo(join(folder, 'audit.jsonl')),
    ...(stop && { stop }),
  };
  return { needs, folder };
}

/** Where replies, batches and the audit are kept. */
export const modelFolder = (io: Io, options: ModelOptions): string => join(dataFolder(io, options), 'llm');

const usageOf = (client: ChatClient): ModelUsage => ({ model: client.model, ...client.usage() });

async function tellUsage(io: Io, { quiet }: ModelOptions, client: ChatClient): Promise<void> {
  const usage = usageOf(client);
  if (!quiet && usage.calls + usage.cached > 0) await write(io.stderr, `Model ${usageWord(usage)}\n`);
}

/** Puts a client behind the list of --redact, where there is one: a model then reads another text, and judges another. */
export async function hidingFor(path: string | undefined): Promise<(client: ChatClient) => ChatClient> {
  if (path === undefined) return client => client;
  const { redacting } = await import('../llm/redacting.ts');
  const { listedIn } = await import('../llm/redact.ts');
  const { hashOf } = await import('../scoring/judges/hash.ts');
  const listed = listedIn(readFileSync(path, 'utf8'));
  return client => {
    const { model, provider } = client.identity;
    const identity = { model, provider: `${provider}, redacted by ${hashOf(listed)}` };
    return { ...redacting(client, listed), identity };
  };
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
    throw new InputError(`${path} is not JSON: ${messageOf(error)}`);
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
