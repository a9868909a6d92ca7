/** What a model says when it is asked: read, or refused with a cause. */
import { type ChatClient, type ChatReply, LlmError } from '../../../model/llm.ts';
import type { JudgedBy } from '../../../model/score.ts';
import type { Asking } from './asking.ts';

/** Whom to ask, and how. */
export interface Model {
  client: ChatClient;
  /** Makes the names in requests one's own (names.ts). */
  secret?: string;
}

/** What was found, and by whom; or why nothing was. */
export type Told<Found> = { found: Found; by?: Pick<ChatReply, 'model' | 'temperature'> } | { cause: string };

/** Throws LlmError only where no later call could come to anything either. */
export async function told<Found>({ client }: Model, asking: Asking<Found>): Promise<Told<Found>> {
  try {
    const reply = await client.chat(asking.request);
    const read = asking.read(reply.value);
    if ('cause' in read) {
      reply.forget?.();
      return read;
    }
    return { found: read.found, by: { model: reply.model, temperature: reply.temperature } };
  } catch (error) {
    if (!(error instanceof LlmError) || error.stopsRun) throw error;
    return { cause: error.message };
  }
}

/** The judge with the model that it came to, as the model names itself; nothing where none was asked. */
export function judgedBy(judge: JudgedBy, all: readonly (Told<unknown> | undefined)[]): JudgedBy {
  const replies = all.flatMap(it => (it && 'found' in it && it.by ? [it.by] : []));
  const [first] = replies;
  if (!first) return judge;
  const model = [...new Set(replies.map(it => it.model))].join(', ');
  return { ...judge, model, temperature: first.temperature };
}
