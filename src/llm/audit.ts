/** What left this machine: a line before each request and a line after it; never what was asked or answered, nor a key. */
import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import type { LlmFailure } from '../model/llm.ts';
import { makePrivateFolder } from '../store/folders.ts';
import { appendingTo } from '../store/lines.ts';

/** How a request ended; `failed` is a mistake of ours. */
export type Ending = 'replied' | 'failed' | LlmFailure;

/** One line of the file. */
export type AuditEntry =
  | {
      event: 'sent';
      /** ISO 8601, UTC. */
      time: string;
      /** The request's number in this process, from 1; its `ended` bears the same. */
      call: number;
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
      outcome: Ending;
      /** Tokens as the server counts them; null where it does not say. */
      prompt: number | null;
      completion: number | null;
      milliseconds: number;
    };

export interface Audit {
  add(entry: AuditEntry): void;
  close(): void;
}

export const NO_AUDIT: Audit = { add: () => {}, close: () => {} };

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

/** What the file says of a body instead of the body. */
export function digestOf(body: object): { sha256: string; bytes: number } {
  const text = JSON.stringify(body);
  return { sha256: createHash('sha256').update(text).digest('hex'), bytes: Buffer.byteLength(text) };
}
