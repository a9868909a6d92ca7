/**
 * Replies that were paid for, one file each, so that judging again is free. A file that is damaged, or that another
 * process is writing, is no reply; a disk that takes none costs money, and no reply.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ChatReply, ChatRequest } from '../model/llm.ts';
import { writeAtomic } from '../store/atomic.ts';
import { attempt } from '../store/attempt.ts';
import { filesIn, foldersIn, makePrivateFolder, removeWhole, textOf } from '../store/folders.ts';
import { decode, encode } from '../store/log.ts';

/** What a server replied, and where it came from. */
export type Kept = Omit<ChatReply, 'cached' | 'forget'>;

export interface ReplyCache {
  find(key: string): Kept | undefined;
  keep(key: string, reply: Kept): void;
  forget(key: string): void;
}

/** Changes when the meaning of a kept reply does. */
const FORM = 1;

/** Everything that decides a reply: the same question to the same model at the same address. SHA-256, 64 digits. */
export function cacheKey(request: ChatRequest, model: string, baseUrl: string): string {
  const { messages, schema, maxTokens, temperature, seed = null } = request;
  const said = messages.map(it => [it.role, it.content]);
  const all = [FORM, baseUrl, model, said, schema.name, schema.schema, maxTokens, temperature, seed];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}

/** Bytes that a cache holds at most; a reply takes some 1 to 3 KB. */
const LARGEST_CACHE = 256 * 1024 * 1024;
/** When that is passed, the oldest go until so much is left. */
const LEFT_SHARE = 0.8;

/**
 * The cache in a folder, which is made when there is something to keep, mode 0700, its files 0600. Several processes may
 * use it at once; each counts what was there and what it adds, so that together they may pass the limit for a while.
 */
export function cacheIn(folder: string, largest = LARGEST_CACHE): ReplyCache {
  let bytes: number | undefined;
  // 256 folders: a single one with a hundred thousand files is slow to list on many file systems.
  const placeOf = (key: string) => join(folder, key.slice(0, 2));
  const pathOf = (key: string) => join(placeOf(key), `${key}.json`);
  return {
    find: key => attempt(() => read(pathOf(key), key)),
    forget: key => attempt(() => removeWhole(pathOf(key))),
    keep: (key, reply) =>
      attempt(() => {
        const text = `${encode({ key, ...reply })}\n`;
        makePrivateFolder(folder);
        makePrivateFolder(placeOf(key));
        // What a power failure takes is asked for again; to wait for the disk each time would cost more.
        writeAtomic(pathOf(key), text, { sync: false });
        bytes = bytes === undefined ? sizeOf(folder) : bytes + Buffer.byteLength(text);
        if (bytes > largest) bytes = evict(folder, LEFT_SHARE * largest);
      }),
  };
}

function read(path: string, key: string): Kept | undefined {
  const entry = decode(textOf(path)?.trimEnd() ?? '') as (Kept & { key: string }) | undefined;
  if (entry?.key !== key) return undefined;
  const { key: _, ...reply } = entry;
  return reply;
}

const allIn = (folder: string) => foldersIn(folder).flatMap(it => filesIn(join(folder, it)));

const sizeOf = (folder: string) => allIn(folder).reduce((sum, it) => sum + it.bytes, 0);

/** Removes the oldest until `left` bytes are there. @returns how many there are. */
function evict(folder: string, left: number): number {
  const files = allIn(folder).sort((a, b) => a.written - b.written);
  let bytes = files.reduce((sum, it) => sum + it.bytes, 0);
  for (const { path, bytes: size } of files) {
    if (bytes <= left) break;
    removeWhole(path);
    bytes -= size;
  }
  return bytes;
}
