/**
 * A checked append-only log: one JSON object a line, its last member `sum` the CRC-32 of the line without it. A damaged
 * line is skipped and told; it never spreads to its neighbours.
 */
import { closeSync, existsSync, fdatasyncSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { syncFolder, writeWhole } from './atomic.ts';
import { endsTorn } from './lines.ts';

export interface Log<Entry> {
  /** Returns only when the entry is on the disk; what this has acknowledged survives kill -9. */
  append(entry: Entry): void;
  close(): void;
}

export interface Damage {
  /** From 1. */
  line: number;
  why: string;
}

const SUM = /,"sum":"([0-9a-f]{8})"}$/;

function checksum(body: string): string {
  return crc32(body).toString(16).padStart(8, '0');
}

/** An entry as its line, without the line end. */
export function encode(entry: object): string {
  const body = JSON.stringify(entry);
  return `${body.slice(0, -1)},"sum":"${checksum(body)}"}`;
}

/** The entry of a line, or undefined when a byte of it is not as it was written. */
export function decode(line: string): unknown {
  const sum = SUM.exec(line);
  if (!sum) return undefined;
  const body = `${line.slice(0, sum.index)}}`;
  return checksum(body) === sum[1] ? JSON.parse(body) : undefined;
}

/** Opens a log for appending, made with mode 0600 when it is new. A torn last line of an earlier crash is closed off. */
export function openLog<Entry extends object>(path: string): Log<Entry> {
  const isNew = !existsSync(path);
  const file = openSync(path, 'a+', 0o600);
  if (isNew) syncFolder(dirname(path));
  if (endsTorn(file)) writeWhole(file, Buffer.from('\n'));
  return {
    append(entry) {
      writeWhole(file, Buffer.from(`${encode(entry)}\n`));
      fdatasyncSync(file);
    },
    close: () => closeSync(file),
  };
}

/** All whole entries of a log in order, and what was damaged. Throws when the file cannot be read. */
export function readLog<Entry extends object>(path: string): { entries: Entry[]; damage: Damage[] } {
  const lines = readFileSync(path, 'utf8').split('\n');
  const entries: Entry[] = [];
  const damage: Damage[] = [];
  lines.forEach((line, index) => {
    if (line === '') return;
    const entry = decode(line);
    if (entry !== undefined) entries.push(entry as Entry);
    else
      damage.push({ line: index + 1, why: index === lines.length - 1 ? 'cut off' : 'checksum does not fit' });
  });
  return { entries, damage };
}
