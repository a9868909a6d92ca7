/** The judges there are; a new one is one file and one line here. */
import { InputError } from '../../model/errors.ts';
import type { ChatClient } from '../../model/llm.ts';
import type { Judge } from '../../model/score.ts';

/** What a judge may be made from; the local one needs nothing. */
export interface JudgeNeeds {
  /** The model to ask. */
  client?: ChatClient;
  /** How often each answer is judged; default once. */
  repeats?: number;
  /** Makes what requests are named by one's own (llm/names.ts). */
  secret?: string;
}

/** A judge before it is loaded. */
export interface JudgeKind {
  /** Whether it asks a model, which costs money or time on a network. */
  paid: boolean;
  /** Loads it when it is to judge: the first question need not wait for what only an answer needs. */
  load(needs?: JudgeNeeds): Promise<Judge>;
}

export const JUDGES: Readonly<Record<string, JudgeKind>> = {
  local: { paid: false, load: async () => (await import('./local.ts')).localJudge },
  llm: { paid: true, load: needs => llm('llm', needs) },
  both: {
    paid: true,
    load: async needs => (await import('./combined.ts')).combinedJudge(await llm('both', needs)),
  },
};

async function llm(name: string, { client, repeats, secret }: JudgeNeeds = {}): Promise<Judge> {
  if (!client)
    throw new InputError(`The judge "${name}" needs a model to ask.`, 'Give it a client, or use "local".');
  const { llmJudge } = await import('./llm/judge.ts');
  return llmJudge({
    client,
    ...(repeats !== undefined && { repeats }),
    ...(secret !== undefined && { secret }),
  });
}

/** The judge of that name. Throws InputError at once, with those there are, when there is none. */
export function judgeNamed(name = 'local'): JudgeKind {
  const judge = Object.hasOwn(JUDGES, name) ? JUDGES[name] : undefined;
  if (judge) return judge;
  throw new InputError(
    `There is no judge "${name}" in this release.`,
    `Judges there are: ${Object.keys(JUDGES).join(', ')}.`,
  );
}
