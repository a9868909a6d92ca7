/** A client that hides what tells who somebody is from the model, and puts it back into the reply. */
import type { ChatClient, ChatMessage } from '../model/llm.ts';
import type { Listed } from './personal.ts';
import { type Redactor, redactor } from './redact.ts';

/**
 * The same client behind a redactor: every text of a message is hidden (of a message that is JSON, its strings and not
 * its keys), every string of the reply is restored. A quote of the redacted text so becomes one of the text as it was,
 * unless it cuts a placeholder in two. The same question is hidden in the same way each time: the cache works.
 */
export function redacting(client: ChatClient, lists: Listed): ChatClient {
  return {
    model: client.model,
    identity: client.identity,
    usage: () => client.usage(),
    async chat(request, options) {
      const hiding = redactor(lists);
      const messages = request.messages.map(it => hidden(it, hiding));
      const reply = await client.chat({ ...request, messages }, options);
      return { ...reply, value: eachString(reply.value, hiding.restore) };
    },
  };
}

function hidden({ role, content }: ChatMessage, { redact }: Redactor): ChatMessage {
  const json = jsonIn(content);
  return { role, content: json === undefined ? redact(content) : JSON.stringify(eachString(json, redact)) };
}

function jsonIn(text: string): object | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The same JSON with other strings; keys stay. */
function eachString(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map(it => eachString(it, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, eachString(it, change)]));
}
