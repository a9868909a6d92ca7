/** A server on loopback that speaks chat completions as OpenAI-compatible servers do, well or badly. */
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came in. */
export interface Seen {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  /** Parsed JSON; a form as its text. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into it as they like
  body: any;
}

/** How a server behaves: what it does with one request. @param number of the request, from 0. */
export type Behaviour = (response: ServerResponse, seen: Seen, number: number) => unknown;

export interface Loopback {
  /** For OPENAI_BASE_URL. */
  url: string;
  seen: Seen[];
  /** Requests under way at once, at most, so far. */
  most(): number;
  /** Breaks all connections. */
  close(): Promise<void>;
}

/** Listens on a free port of 127.0.0.1. */
export async function serving(behave: Behaviour): Promise<Loopback> {
  const seen: Seen[] = [];
  let [under, most] = [0, 0];
  const server = createServer(async (request, response) => {
    most = Math.max(most, ++under);
    response.on('close', () => under--);
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const text = Buffer.concat(parts).toString();
    const isJson = text !== '' && !request.headers['content-type']?.startsWith('multipart/');
    const one = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: isJson ? JSON.parse(text) : text || null,
    };
    behave(response, one, seen.push(one) - 1);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/v1`, seen, most: () => most, close: () => closed(server) };
}

const closed = (server: Server) =>
  new Promise<void>(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** A whole chat completion, as the API reference of OpenAI describes it. */
export function completion(content: string | null, choice: object = {}, usage: unknown = USAGE): object {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_700_000_000,
    model: 'judge-1-2026',
    choices: [
      { index: 0, message: { role: 'assistant', content, refusal: null }, finish_reason: 'stop', ...choice },
    ],
    usage,
  };
}

const USAGE = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 };

/** Sends JSON. */
export function send(response: ServerResponse, status: number, body: unknown, headers: object = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
}

/** Replies with that content. */
export const saying =
  (content: string | null, choice: object = {}): Behaviour =>
  response =>
    send(response, 200, completion(content, choice));

/** An error in OpenAI's shape. */
export const refusing =
  (status: number, error: object, headers: object = {}): Behaviour =>
  response =>
    send(response, status, { error }, headers);

/** Each behaviour in turn; the last goes on. */
export const inTurn =
  (...all: Behaviour[]): Behaviour =>
  (response, seen, number) =>
    all[Math.min(number, all.length - 1)]!(response, seen, number);
