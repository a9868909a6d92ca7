/**
 * The way to the server, underneath the openai package: reads the whole body under the caller's signal and up to a size,
 * follows no redirect, tells nothing but the question and the key, and lets no key come back in what it hands up.
 */
import { isUtf8 } from 'node:buffer';
import type { Clock } from '../model/clock.ts';
import { CallFailure, disconnected, notJson, repeated } from './failure.ts';
import { refused, wordsOf } from './refusal.ts';
import { retryAfterOf } from './retry.ts';
import { withoutWholeKey } from './secrets.ts';

/** Bytes of a reply, unpacked, that are read; more is no judgement. */
export const LARGEST_REPLY = 4 * 1024 * 1024;

/** Headers that are sent on; those of the package also tell the system and its version. */
const SENT = ['accept', 'authorization', 'content-type', 'openai-organization', 'openai-project'] as const;

export interface Transport {
  key: string | undefined;
  clock: Clock;
}

/**
 * A fetch for the openai package. Resolves to a reply of status 200 to 299 whose body is JSON and in memory; everything
 * else is a CallFailure. It keeps no time of its own: the signal in `init` ends it at any point. Proxies are those that
 * Node's own fetch uses.
 */
export function boundedFetch(transport: Transport): typeof fetch {
  return fetching(transport, async answer => inJson(await bodyOf(answer), answer.status, transport.key));
}

/** The same for a file that is read bit by bit, by whoever asked for it: what its body throws is theirs to tell. */
export function streamedFetch(transport: Transport): typeof fetch {
  return fetching(transport, async answer => answer);
}

/** @param read makes what is handed up of an answer of status 200 to 299. */
function fetching({ key, clock }: Transport, read: (answer: Response) => Promise<Response>): typeof fetch {
  const bounded: typeof fetch = async (url, init) => {
    try {
      const headers = sentHeaders(new Headers(init?.headers), key);
      const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
      if (answer.ok) return await read(answer);
      throw refusedBy(answer, await bodyOf(answer), key, clock.now());
    } catch (error) {
      throw error instanceof CallFailure ? error : disconnected(error);
    }
  };
  // The package looks for it to learn whether files can be sent, and would else fetch something to find out.
  return Object.assign(bounded, { Response });
}

/** Without a key no placeholder of one is sent either. */
function sentHeaders(given: Headers, key: string | undefined): Headers {
  const sent = new Headers();
  for (const name of SENT) {
    const value = given.get(name);
    if (value !== null && (name !== 'authorization' || key !== undefined)) sent.set(name, value);
  }
  return sent;
}

/** To leave the loop ends the connection too. */
async function bodyOf({ body }: Response): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.byteLength;
    if (size > LARGEST_REPLY)
      throw new CallFailure('too-large', `The reply is longer than ${LARGEST_REPLY / 1024 / 1024} MB.`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function inJson(bytes: Buffer, status: number, key: string | undefined): Response {
  if (bytes.length === 0) throw notJson('The reply is empty.');
  if (!isUtf8(bytes)) throw notJson('The reply is no text in UTF-8.');
  const text = withoutWholeKey(bytes.toString('utf8').replace(/^\ufeff/, ''), key);
  try {
    JSON.parse(text);
  } catch {
    throw notJson(
      text.trimStart().startsWith('<')
        ? 'The reply is a web page. Does OPENAI_BASE_URL name the API (it often ends in /v1)?'
        : 'The reply is no JSON, or only a part of it.',
    );
  }
  return new Response(text, { status, headers: { 'content-type': 'application/json' } });
}

function redirected(status: number, location: string | null, key: string | undefined): CallFailure {
  const host = location !== null && URL.canParse(location) ? new URL(location).host : 'elsewhere';
  return new CallFailure(
    'redirect',
    `The server sends us on to ${repeated(host, key)} (${status}); the key does not follow. Set OPENAI_BASE_URL to the final address.`,
    { mayCost: false },
  );
}

/** Bytes of a refusal that are looked at. */
const LOOKED_AT = 64 * 1024;

function refusedBy(
  { status, headers }: Response,
  bytes: Buffer,
  key: string | undefined,
  now: number,
): CallFailure {
  if (status >= 300 && status < 400) throw redirected(status, headers.get('location'), key);
  const text = bytes.subarray(0, LOOKED_AT).toString('utf8');
  const { message, says } = wordsOf(text);
  return refused({
    status,
    says,
    message: repeated(message, key),
    retryAfter: retryAfterOf(headers, now),
  });
}
