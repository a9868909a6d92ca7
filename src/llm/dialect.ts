/** What a server takes: OpenAI-compatible servers differ in a few parameters, and say so only when asked. */
import type { ChatMessage, ChatRequest } from '../model/llm.ts';
import type { CallFailure } from './failure.ts';

/** How the shape of a reply is asked for: a strict schema, any JSON object, or words alone. */
const FORMATS = ['schema', 'object', 'words'] as const;

type Limiting = 'max_tokens' | 'max_completion_tokens';

export interface Dialect {
  format: (typeof FORMATS)[number];
  takesTemperature: boolean;
  takesSeed: boolean;
  /** The parameter that limits a reply, and others to try: OpenAI has renamed it, others know the old name only. */
  limits: readonly Limiting[];
}

/** What is tried first. */
export function firstDialect(provider: string): Dialect {
  const limits = ['max_completion_tokens', 'max_tokens'] as const;
  return {
    format: 'schema',
    takesTemperature: true,
    takesSeed: true,
    limits: provider === 'openai' ? limits : limits.toReversed(),
  };
}

/** Body of a chat completion request, as the API reference of OpenAI names its members. */
export interface Body {
  model: string;
  messages: ChatMessage[];
  response_format?:
    | { type: 'json_schema'; json_schema: { name: string; schema: Record<string, unknown>; strict: true } }
    | { type: 'json_object' };
  temperature?: number;
  seed?: number;
  max_tokens?: number;
  max_completion_tokens?: number;
}

/** The request in the words of that server. */
export function bodyOf(request: ChatRequest, model: string, dialect: Dialect): Body {
  const { format, takesTemperature, takesSeed, limits } = dialect;
  return {
    model,
    messages: format === 'schema' ? [...request.messages] : withSchemaInWords(request),
    ...formatOf(request, format),
    ...(takesTemperature && { temperature: request.temperature }),
    ...(takesSeed && request.seed !== undefined && { seed: request.seed }),
    [limits[0]!]: request.maxTokens,
  };
}

function formatOf({ schema }: ChatRequest, format: Dialect['format']): Pick<Body, 'response_format'> {
  if (format === 'words') return {};
  if (format === 'object') return { response_format: { type: 'json_object' } };
  const json_schema = {
    name: schema.name,
    schema: schema.schema as Record<string, unknown>,
    strict: true,
  } as const;
  return { response_format: { type: 'json_schema', json_schema } };
}

/** Behind the first message of the system, where the model's orders are; in front of all where there is none. */
function withSchemaInWords({ messages, schema }: ChatRequest): ChatMessage[] {
  const words = `Reply with one JSON object and nothing else. It must fit this JSON Schema:\n${JSON.stringify(schema.schema)}`;
  const [first, ...rest] = messages;
  if (first?.role !== 'system') return [{ role: 'system', content: words }, ...messages];
  return [{ role: 'system', content: `${first.content}\n\n${words}` }, ...rest];
}

/** What refusals of a format say, in the words of the servers there are. */
const ABOUT_FORMAT = /response_format|json|schema|structured|grammar/i;

/**
 * What to try after a refusal: without what the server names, or with the next plainer format. Undefined when nothing is
 * left to do without: then it was the question that was not taken.
 *
 * @param wasTaken whether the server has taken this dialect before: then a refusal without a reason is not its fault.
 */
export function plainer(dialect: Dialect, failure: CallFailure, wasTaken: boolean): Dialect | undefined {
  const { says } = failure.circumstances;
  if (failure.reason.kind !== 'bad-request') return undefined;
  if (/temperature/i.test(says) && dialect.takesTemperature) return { ...dialect, takesTemperature: false };
  if (/\bseed\b/i.test(says) && dialect.takesSeed) return { ...dialect, takesSeed: false };
  const [limit, ...others] = dialect.limits;
  if (says.includes(limit!) && others.length > 0) return { ...dialect, limits: others };
  if (wasTaken && !ABOUT_FORMAT.test(says)) return undefined;
  const format = FORMATS[FORMATS.indexOf(dialect.format) + 1];
  return format && { ...dialect, format };
}
