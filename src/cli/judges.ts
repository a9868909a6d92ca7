/** The judge that the options name, loaded, and told what it used. */

import type { ChatClient, ModelUsage } from '../model/llm.ts';
import type { Judge } from '../model/score.ts';
import { judgeNamed } from '../scoring/judges/table.ts';
import type { Io } from './io.ts';
import type { Manner } from './model.ts';
import type { ModelOptions } from './model-options.ts';

export interface OpenJudge {
  judge: Judge;
  /** What was used of the model so far, where one judges. */
  usage?(): ModelUsage;
  /** Lets go of the model, and says on stderr what it used. */
  close(): Promise<void>;
}

/** Throws InputError for a judge that there is not, and for a model that cannot be reached for want of a key or name. */
export async function openJudge(io: Io, options: ModelOptions, manner: Manner = {}): Promise<OpenJudge> {
  const kind = judgeNamed(options.judge);
  if (!kind.paid) return { judge: await kind.load(), close: async () => {} };
  const { openModel } = await import('./model.ts');
  const { client, ...model } = await openModel(io, options, manner);
  return { judge: await judgeOver(client, options), ...model };
}

/** The judge that the options name, to find what it said before: it asks nobody, tells nobody, and needs no key. */
export async function knownJudge(io: Io, options: ModelOptions): Promise<Judge> {
  const kind = judgeNamed(options.judge);
  if (!kind.paid) return kind.load();
  const { silentModel } = await import('./model.ts');
  return judgeOver(await silentModel(io, options), options);
}

/** The judge that the options name, over a model that somebody else closes. */
export async function judgeOver(client: ChatClient, { judge, repeats }: ModelOptions): Promise<Judge> {
  return judgeNamed(judge).load({ client, ...(repeats !== undefined && { repeats }) });
}

/**
 * The same for an interview, which goes on when a model fails: the local judge stands in and the report says so. `client`:
 * a model that is open already, and that somebody else closes; `stop` ends the calls of one that is not.
 */
export async function openSteadyJudge(
  io: Io,
  options: ModelOptions,
  { client, stop }: { client?: ChatClient | undefined; stop?: AbortSignal } = {},
): Promise<OpenJudge> {
  const opened: OpenJudge = client
    ? { judge: await judgeOver(client, options), close: async () => {} }
    : await openJudge(io, options, { isAwaited: true, ...(stop && { stop }) });
  if (!opened.judge.paid) return opened;
  const { withStandIn } = await import('../scoring/judges/standing-in.ts');
  return { ...opened, judge: withStandIn(opened.judge) };
}
