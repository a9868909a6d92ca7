/** A model that runs here: it sees what a server would get, and replies what a test says. */
import type { ChatClient, ChatReply, ChatRequest } from '../../../../src/model/llm.ts';

/** A request, taken apart. */
export interface Seen {
  kind: 'level' | 'points';
  system: string;
  /** The user message as it was sent. */
  user: string;
  field: string;
  nonce: string;
  /** What stands in the data. */
  answer: string;
  /** Title of the criterion of a `level`. */
  criterion: string;
  /** Ids that a `points` asks for. */
  points: string[];
  claims: string[];
  request: ChatRequest;
}

export interface Fake extends ChatClient {
  seen: Seen[];
}

/** A client over a model given as a function; what it throws is what the call throws. */
export function fakeClient(reply: (seen: Seen) => unknown, more: Partial<ChatReply> = {}): Fake {
  const seen: Seen[] = [];
  return {
    model: 'fake-1',
    identity: { model: 'fake-1', provider: 'here' },
    seen,
    usage: () => ({ calls: seen.length, prompt: 0, completion: 0, cached: 0, cost: null }),
    async chat(request) {
      const it = takenApart(request);
      seen.push(it);
      return {
        value: await reply(it),
        usage: { prompt: 1, completion: 1 },
        model: 'fake-1-2026',
        temperature: 0,
        strict: true,
        cached: false,
        ...more,
      };
    },
  };
}

export function takenApart(request: ChatRequest): Seen {
  const [system, user] = request.messages.map(it => it.content) as [string, string];
  const [[field, answer]] = Object.entries(JSON.parse(user)) as [[string, string]];
  const { properties } = request.schema.schema as { properties: Record<string, { required?: string[] }> };
  return {
    kind: request.schema.name as Seen['kind'],
    system,
    user,
    field,
    answer,
    nonce: /contains the word (\w+)/.exec(system)![1]!,
    criterion: /^CRITERION: (.*)$/m.exec(system)?.[1] ?? '',
    points: properties.points?.required ?? [],
    claims: properties.wrongClaims?.required ?? [],
    request,
  };
}

/** A reply that gives a level with a quote. */
export const levelReply = (level: unknown, quotes: unknown = [], more: object = {}): object => ({
  quotes,
  reason: 'Because of that.',
  level,
  check: 'no',
  ...more,
});

/** A reply about points: `{ id: [status, quote] }`, and the claims that are made, with their quotes. */
export const pointsReply = (
  { points, claims }: Pick<Seen, 'points' | 'claims'>,
  found: Record<string, [status: string, quote: string]> = {},
  made: Record<string, string> = {},
): object => ({
  points: Object.fromEntries(
    points.map(id => [
      id,
      found[id] ? { quotes: [found[id][1]], status: found[id][0] } : { quotes: [], status: 'missing' },
    ]),
  ),
  wrongClaims: Object.fromEntries(
    claims.map(id => [id, made[id] ? { quotes: [made[id]], made: 'yes' } : { quotes: [], made: 'no' }]),
  ),
  check: 'no',
});
