/** What went wrong with one request, in plain words, and whether the same request may do better later. */
import { LlmError, type LlmFailure } from '../model/llm.ts';
import { visible } from '../model/unseen.ts';
import { withoutKey } from './secrets.ts';

export interface Circumstances {
  /** Whether it may pass by itself. */
  passes: boolean;
  /** Whether the server says that it has too much to do. */
  isCrowded: boolean;
  /** Whether the work may have been done, and will have to be paid. */
  mayCost: boolean;
  /** Milliseconds that the server asks to wait; null: it does not say. */
  retryAfter: number | null;
  /** The server's own words on what it did not take. */
  says: string;
  /** Of its refusal; null where it sent none. */
  status: number | null;
}

const ORDINARY: Circumstances = {
  passes: false,
  isCrowded: false,
  mayCost: true,
  retryAfter: null,
  says: '',
  status: null,
};

/**
 * One request without a reply. It has no message of its own: the openai package reads messages for the words "timed out"
 * and would put its own error in the place of this one.
 */
export class CallFailure extends Error {
  override readonly name = 'CallFailure';
  readonly reason: LlmError;
  readonly circumstances: Circumstances;

  /** @param circumstances that are not the ordinary ones: it will not pass, and it may cost. */
  constructor(kind: LlmFailure, message: string, circumstances: Partial<Circumstances> = {}) {
    super('no reply');
    this.reason = new LlmError(kind, message);
    this.circumstances = { ...ORDINARY, ...circumstances };
  }
}

/** A reply that cannot be read; another one may. */
export const notJson = (why: string) => new CallFailure('not-json', why, { passes: true });

/** Characters of a server's words that are repeated. */
const SHOWN = 200;

/** What a server says, fit to be repeated: one line, cut, nothing unseen, no key. */
export function repeated(text: string, key: string | undefined): string {
  const line = visible(withoutKey(text.slice(0, 4 * SHOWN), key))
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}

/** Codes of connections that failed (Node and undici), in words: before anything was sent, and later. */
const NO_WAY = 'There is no way to that host. Is there a network?';
const NEVER_SENT: ReadonlyMap<string, string> = new Map([
  ['ECONNREFUSED', 'Nothing listens there: the connection was refused. Is the server running?'],
  ['ENOTFOUND', 'There is no host of that name. Check OPENAI_BASE_URL and the network.'],
  ['EAI_AGAIN', 'The name of the host could not be looked up. Is there a network?'],
  ['ENETUNREACH', NO_WAY],
  ['EHOSTUNREACH', NO_WAY],
]);
const BROKEN = 'The server closed the connection before its reply was whole.';
const BROKEN_OFF: ReadonlyMap<string, string> = new Map([
  ['ECONNRESET', BROKEN],
  ['EPIPE', BROKEN],
  ['UND_ERR_SOCKET', BROKEN],
  ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'The reply has not the length that the server said.'],
]);
const TIMEOUTS: ReadonlySet<string> = new Set([
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

/** A connection that failed, by the code of what fetch threw or of what caused it. */
export function disconnected(error: unknown): CallFailure {
  const code = codeOf(error);
  if (TIMEOUTS.has(code)) return new CallFailure('timeout', 'The server does not reply.', { passes: true });
  if (/^Z_|^ERR_ZLIB|BROTLI/.test(code)) return notJson('The reply cannot be unpacked.');
  if (/CERT|SSL|TLS|SIGNATURE/.test(code))
    return new CallFailure(
      'unreachable',
      `No secure connection comes about (${code}). Is the certificate valid, and is it https?`,
      {
        mayCost: false,
      },
    );
  const known = NEVER_SENT.get(code) ?? BROKEN_OFF.get(code) ?? `The connection failed (${code}).`;
  return new CallFailure('unreachable', known, {
    passes: code !== 'ENOTFOUND',
    mayCost: !NEVER_SENT.has(code),
  });
}

/** Deepest cause that is looked at. */
const DEEPEST = 5;

function codeOf(error: unknown): string {
  let code = 'no code';
  for (let at = error, depth = 0; at instanceof Error && depth < DEEPEST; at = at.cause, depth++) {
    const own = (at as NodeJS.ErrnoException).code;
    if (typeof own === 'string' && /^\w+$/.test(own)) code = own;
  }
  return code;
}
