/** What left this machine: a line before each request and a line after it; never what was asked or answered, nor a key. */
import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import type { Clock } from '../model/clock.ts';
import { LlmError, type LlmFailure } from '../model/llm.ts';
import { makePrivateFolder } from '../store/folders.ts';
import { appendingTo } from '../store/lines.ts';
import type { LlmConfig } from './config.ts';
import type { Exchange } from './exchange.ts';
import { CallFailure } from './failure.ts';
import type { Tokens } from './tokens.ts';

/** How a request ended; `failed` is a mistake of ours. */
export type Ending = 'replied' | 'failed' | LlmFailure;

/** One line of the file. */
export type AuditEntry =
  | {
      event: 'sent';
      /** ISO 8601, UTC. */
      time: string;
      /** The request's number in this process, or in its batch, from 1; its `ended` bears the same. */
      call: number;
      /** Our name of the batch that it was handed in with. */
      batch?: string;
      host: string;
      model: string;
      /** SHA-256 of the request's body as JSON. */
      sha256: string;
      /** Of that body. */
      bytes: number;
    }
  | {
      event: 'ended';
      time: string;
      call: number;
      batch?: string;
      outcome: Ending;
      /** Tokens as the server counts them; null where it does not say. */
      prompt: number | null;
      completion: number | null;
      /** Of a batch, those since it was handed in. */
      milliseconds: number;
    };

export interface Audit {
  add(entry: AuditEntry): void;
  close(): void;
}

/**
 * Adds to that file, which is made with mode 0600. Throws the file system's error, now and at each line: what cannot be
 * written down is not sent.
 */
export function auditTo(path: string): Audit {
  makePrivateFolder(dirname(path));
  const file = appendingTo(path);
  return {
    add: entry => file.add(Buffer.from(`${JSON.stringify(entry)}\n`)),
    close: () => file.close(),
  };
}

/** The same exchange, with a line in the audit before it and one after it. */
export function audited(exchange: Exchange, audit: Audit, clock: Clock, config: LlmConfig): Exchange {
  const { host, model } = config;
  const iso = (milliseconds: number) => new Date(milliseconds).toISOString();
  let calls = 0;
  return async (body, stop) => {
    const call = ++calls;
    const began = clock.now();
    const end = (outcome: Ending, tokens: Tokens | null) => {
      const { prompt = null, completion = null } = tokens ?? {};
      const now = clock.now();
      const milliseconds = now - began;
      audit.add({ event: 'ended', time: iso(now), call, outcome, prompt, completion, milliseconds });
    };
    audit.add({ event: 'sent', time: iso(began), call, host, model, ...digestOf(body) });
    const reply = await exchange(body, stop).catch(error => {
      end(endingOf(error), null);
      throw error;
    });
    end('replied', reply.usage);
    return reply;
  };
}

/** How a request ended that threw this. */
export function endingOf(error: unknown): Ending {
  if (error instanceof CallFailure) return error.reason.kind;
  return error instanceof LlmError ? error.kind : 'failed';
}

/** What the file says of a body instead of the body. */
export function digestOf(body: object): { sha256: string; bytes: number } {
  const text = JSON.stringify(body);
  return { sha256: createHash('sha256').update(text).digest('hex'), bytes: Buffer.byteLength(text) };
}
