/** What there is to do with the ZIP that a DOCX is: take the time out of it, and read it (APPNOTE.TXT, PKWARE). */
import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/** 1 January 1980, the first day that a ZIP knows; of the time all is zero. */
const FIRST_DAY = 0x0021;

/** Bytes of all entries: more than a document of ours comes to; what unpacks to more is a bomb. */
const MOST = 16 * 1024 * 1024;

interface Entry {
  name: string;
  /** Where its record in the directory stands. */
  at: number;
  /** Where its own header stands. */
  local: number;
  method: number;
  packed: number;
}

/** The same archive with one date for every entry: same content, same bytes. Throws Error where it is no ZIP. */
export function withoutDates(zip: Uint8Array): Buffer {
  const bytes = Buffer.from(zip);
  for (const { at, local } of entriesOf(bytes)) {
    bytes.writeUInt32LE(FIRST_DAY << 16, at + 12);
    bytes.writeUInt32LE(FIRST_DAY << 16, local + 10);
  }
  return bytes;
}

/** The entries with these endings as text, one after the other. Throws Error (or RangeError) for what is no sound ZIP. */
export function textsIn(zip: Uint8Array, ending: RegExp): string[] {
  const bytes = Buffer.from(zip);
  let left = MOST;
  return entriesOf(bytes)
    .filter(it => ending.test(it.name))
    .map(it => {
      const content = contentOf(bytes, it, left);
      left -= content.length;
      return content.toString('utf8');
    });
}

function entriesOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || bytes.readUInt32LE(end) !== END) throw new Error('This is no ZIP.');
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (bytes.readUInt32LE(at) !== CENTRAL) throw new Error('The directory of the ZIP is broken.');
    const length = bytes.readUInt16LE(at + 28);
    const local = bytes.readUInt32LE(at + 42);
    if (bytes.readUInt32LE(local) !== LOCAL) throw new Error('An entry of the ZIP is broken.');
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + length),
      at,
      local,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
    });
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

const STORED = 0;

function contentOf(bytes: Buffer, { local, method, packed }: Entry, most: number): Buffer {
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const content = bytes.subarray(from, from + packed);
  if (content.length > most) throw new Error('It unpacks to too much.');
  return method === STORED ? content : inflateRawSync(content, { maxOutputLength: Math.max(1, most) });
}
