/** Every way in which a server can fail that we know of, and how a call must end. */
import { gzipSync } from 'node:zlib';
import type { LlmFailure } from '../../src/model/llm.ts';
import { type Behaviour, completion, inTurn, refusing, saying, send } from './server.ts';

export const KEY = 'sk-canary-7Yq3vXk9Lm2Pz8Rt';

export const VALUE = { level: 3, quote: 'it works' };
const GOOD = JSON.stringify(VALUE);
const good = saying(GOOD);

interface Fault {
  behave: Behaviour;
  /** The value of the reply, or how the call fails. */
  ends: 'well' | LlmFailure;
  /** What the message says. */
  says?: RegExp;
  /** Requests that are sent, with one repeat allowed. */
  requests: number;
  /** What must be so of the reply. */
  reply?: { strict?: boolean; temperature?: number | null };
}

const BAD = { type: 'invalid_request_error', code: null, param: null };

/** Stops in the middle of a reply and says no more. */
const half: Behaviour = response => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write(JSON.stringify(completion(GOOD)).slice(0, 40));
};

const drip: Behaviour = response => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
};

/** So many bytes, as fast as they are taken. */
const endless =
  (bytes: number): Behaviour =>
  response => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const block = Buffer.alloc(1024 * 1024, ' ');
    let sent = 0;
    const more = () => {
      while (sent < bytes && !response.destroyed) {
        sent += block.length;
        if (!response.write(block)) return response.once('drain', more);
      }
      response.end();
    };
    more();
  };

const raw =
  (status: number, body: string | Buffer, headers: object = {}): Behaviour =>
  response =>
    send(response, status, body, headers);

/** Takes a request only when its body fits. */
const onlyIf =
  // biome-ignore lint/suspicious/noExplicitAny: a body
    (fits: (body: any) => boolean, error: object, status = 400): Behaviour =>
    (response, seen, number) =>
      fits(seen.body)
        ? good(response, seen, number)
        : refusing(status, { ...BAD, ...error })(response, seen, number);

/** Gzip packs a thousand zeros into one byte. */
const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '));

/** By name. A refused connection and a host without a name have no server: they stand in client.test.ts. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  'reset before headers': {
    behave: it => it.socket?.destroy(),
    ends: 'unreachable',
    says: /closed the connection/,
    requests: 2,
  },
  'reset before headers, once': {
    behave: inTurn(it => it.socket?.destroy(), good),
    ends: 'well',
    requests: 2,
  },
  'reset in the body': {
    behave: (response, seen, number) => {
      half(response, seen, number);
      setTimeout(() => response.socket?.destroy(), 20);
    },
    ends: 'unreachable',
    says: /before its reply was whole/,
    requests: 2,
  },
  'stalled headers': { behave: () => {}, ends: 'timeout', says: /within 0\.4 s/, requests: 2 },
  'stalled body': { behave: half, ends: 'timeout', says: /within 0\.4 s/, requests: 2 },
  'slow drip': { behave: drip, ends: 'timeout', says: /within 0\.4 s/, requests: 2 },
  'a body of 300 MB': {
    behave: endless(300 * 1024 * 1024),
    ends: 'too-large',
    says: /longer than 4 MB/,
    requests: 1,
  },
  'a gzip bomb': {
    behave: raw(200, bomb, { 'content-encoding': 'gzip' }),
    ends: 'too-large',
    says: /longer than 4 MB/,
    requests: 1,
  },
  'gzip that is none': {
    behave: raw(200, 'no gzip', { 'content-encoding': 'gzip' }),
    ends: 'not-json',
    says: /unpacked/,
    requests: 2,
  },
  'JSON cut off': {
    behave: raw(200, JSON.stringify(completion(GOOD)).slice(0, 60)),
    ends: 'not-json',
    requests: 2,
  },
  'an empty body': { behave: raw(200, ''), ends: 'not-json', says: /empty/, requests: 2 },
  'a web page': {
    behave: raw(200, '<!doctype html><p>Sign in', { 'content-type': 'text/html' }),
    ends: 'not-json',
    says: /web page/,
    requests: 2,
  },
  'a wrong content type': {
    behave: raw(200, JSON.stringify(completion(GOOD)), { 'content-type': 'text/plain' }),
    ends: 'well',
    requests: 1,
  },
  'invalid UTF-8': {
    behave: raw(200, Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])),
    ends: 'not-json',
    says: /UTF-8/,
    requests: 2,
  },
  'a byte order mark': {
    behave: raw(200, `\ufeff${JSON.stringify(completion(GOOD))}`),
    ends: 'well',
    requests: 1,
  },
  'JSON nested a hundred thousand deep': {
    behave: raw(400, `{"error":${'['.repeat(1e5)}${']'.repeat(1e5)}}`),
    ends: 'bad-request',
    requests: 3,
  },
  '400: no strict schema': {
    behave: onlyIf(it => it.response_format?.type !== 'json_schema', {
      message: "'response_format' of type 'json_schema' is not supported with this model.",
    }),
    ends: 'well',
    requests: 2,
    reply: { strict: false },
  },
  '400: no format at all': {
    behave: onlyIf(it => it.response_format === undefined, {
      message: 'Unrecognized request argument supplied: response_format',
    }),
    ends: 'well',
    requests: 3,
    reply: { strict: false },
  },
  '400: no temperature': {
    behave: onlyIf(it => it.temperature === undefined, {
      message: "Unsupported value: 'temperature' does not support 0 with this model.",
      param: 'temperature',
    }),
    ends: 'well',
    requests: 2,
    reply: { strict: true, temperature: null },
  },
  '422: no seed': {
    behave: onlyIf(
      it => it.seed === undefined,
      { message: 'body.seed: Extra inputs are not permitted' },
      422,
    ),
    ends: 'well',
    requests: 2,
  },
  '400: another name of the limit': {
    behave: onlyIf(it => it.max_completion_tokens > 0, {
      message: "Unsupported parameter: 'max_tokens' is not supported with this model.",
    }),
    ends: 'well',
    requests: 2,
    reply: { strict: true, temperature: 0 },
  },
  '400: context too long': {
    behave: refusing(400, {
      ...BAD,
      code: 'context_length_exceeded',
      message: "This model's maximum context length is 8192 tokens.",
    }),
    ends: 'too-large',
    says: /8192 tokens/,
    requests: 1,
  },
  '400 without a reason': { behave: refusing(400, BAD), ends: 'bad-request', requests: 3 },
  '401': {
    behave: refusing(401, { message: `Incorrect API key provided: ${KEY}.` }),
    ends: 'refused-key',
    says: /OPENAI_API_KEY/,
    requests: 1,
  },
  '402': { behave: refusing(402, { message: 'Insufficient credits' }), ends: 'quota', requests: 1 },
  '403': {
    behave: refusing(403, { message: `The key ${KEY.slice(0, 14)} may not use this model.` }),
    ends: 'refused-key',
    says: /may not use this model/,
    requests: 1,
  },
  '404: no such model': {
    behave: refusing(404, { message: 'The model `judge` does not exist' }),
    ends: 'not-found',
    says: /does not exist/,
    requests: 1,
  },
  '404: no such path': {
    behave: raw(404, '404 page not found', { 'content-type': 'text/plain' }),
    ends: 'not-found',
    says: /page not found/,
    requests: 1,
  },
  '408': {
    behave: refusing(408, { message: 'Request timed out' }),
    ends: 'server',
    says: /408/,
    requests: 2,
  },
  '409': { behave: refusing(409, { message: 'Conflict' }), ends: 'server', says: /409/, requests: 2 },
  '413': { behave: raw(413, ''), ends: 'too-large', requests: 1 },
  '422': { behave: raw(422, '{"detail":[{"msg":"no"}]}'), ends: 'bad-request', requests: 3 },
  '429': {
    behave: refusing(429, { message: 'Rate limit reached' }),
    ends: 'rate-limited',
    says: /Tried 2 times/,
    requests: 2,
  },
  '429, once, with Retry-After': {
    behave: inTurn(refusing(429, { message: 'Rate limit reached' }, { 'retry-after': '0.2' }), good),
    ends: 'well',
    requests: 2,
  },
  '429 with Retry-After: 3600': {
    behave: refusing(429, { message: 'Rate limit reached' }, { 'retry-after': '3600' }),
    ends: 'rate-limited',
    says: /3600 s; 30 s are waited for/,
    requests: 1,
  },
  '429 with a date in an hour': {
    behave: it =>
      refusing(429, {}, { 'retry-after': new Date(Date.now() + 3_600_000).toUTCString() })(it, undefined!, 0),
    ends: 'rate-limited',
    says: /30 s are waited for/,
    requests: 1,
  },
  '429: nothing left to pay with': {
    behave: refusing(429, { code: 'insufficient_quota', message: 'You exceeded your current quota' }),
    ends: 'quota',
    requests: 1,
  },
  '500': { behave: refusing(500, { message: 'The server had an error' }), ends: 'server', requests: 2 },
  '502 with a web page': {
    behave: raw(502, '<html>Bad Gateway</html>', { 'content-type': 'text/html' }),
    ends: 'server',
    says: /\(502\)\. Tried 2 times/,
    requests: 2,
  },
  '503, once': { behave: inTurn(refusing(503, { message: 'Overloaded' }), good), ends: 'well', requests: 2 },
  '504': { behave: raw(504, ''), ends: 'server', requests: 2 },
  'a redirect to another host': {
    behave: raw(302, '', { location: 'http://collector.example/v1/chat' }),
    ends: 'redirect',
    says: /collector\.example/,
    requests: 1,
  },
  'an error with status 200': {
    behave: raw(200, '{"error":{"code":429,"message":"slow down"}}'),
    ends: 'rate-limited',
    requests: 2,
  },
  'an error with status 200, a hundred thousand deep': {
    behave: raw(200, `{"error":{"message":"no","more":${'['.repeat(1e5)}${']'.repeat(1e5)}}}`),
    ends: 'server',
    says: /"no"/,
    requests: 2,
  },
  'finish_reason length': {
    behave: saying('{"level":', { finish_reason: 'length' }),
    ends: 'cut-off',
    requests: 1,
  },
  'finish_reason content_filter': {
    behave: saying('', { finish_reason: 'content_filter' }),
    ends: 'content-filter',
    requests: 1,
  },
  'a refusal': {
    behave: saying(null, {
      message: { role: 'assistant', content: null, refusal: 'I cannot help with that.' },
    }),
    ends: 'content-filter',
    requests: 1,
  },
  'no choices': {
    behave: raw(200, JSON.stringify({ ...completion(''), choices: [] })),
    ends: 'not-json',
    requests: 2,
  },
  'no content': { behave: saying(null), ends: 'not-json', requests: 2 },
  'no chat completion': { behave: raw(200, '{"hello":"world"}'), ends: 'not-json', requests: 2 },
  'choices of another kind': { behave: raw(200, '{"choices":[7]}'), ends: 'not-json', requests: 2 },
  'words around the JSON': {
    behave: saying(`Here you are:\n${GOOD}\nHope it helps.`),
    ends: 'well',
    requests: 1,
  },
  'JSON in a fence': { behave: saying(`\`\`\`json\n${GOOD}\n\`\`\``), ends: 'well', requests: 1 },
  'thoughts before the JSON': {
    behave: saying(`<think>{"level":1}?</think>\n${GOOD}`),
    ends: 'well',
    requests: 1,
  },
  'prose alone': { behave: saying('A good answer, level 3.'), ends: 'not-json', requests: 2 },
  'a key twice': { behave: saying('{"level":1,"level":4}'), ends: 'not-json', requests: 2 },
  'our key in the error': {
    behave: refusing(500, { message: `no route for Bearer ${KEY} (${encodeURIComponent(KEY)})` }),
    ends: 'server',
    says: /no route/,
    requests: 2,
  },
  'half of our key in the error': {
    behave: refusing(500, { message: `bad key ${KEY.slice(6)}` }),
    ends: 'server',
    says: /bad key/,
    requests: 2,
  },
  'a usage that is none': {
    behave: raw(200, JSON.stringify(completion(GOOD, {}, { prompt_tokens: -5, completion_tokens: 'many' }))),
    ends: 'well',
    requests: 1,
  },
};
