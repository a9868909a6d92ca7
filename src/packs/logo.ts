/** A logo from a file, as far as it must be understood to be shown. */
import { extname } from 'node:path';
import { quoted } from '../content/showing.ts';
import { InputError } from '../model/errors.ts';
import type { Logo } from './sheet/sheet.ts';

/** A page carries it twice, a DOCX again. */
export const MOST_LOGO = 256 * 1024;

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

/** Told by what it holds, whatever its name. Throws InputError for what is no PNG, JPEG or SVG. */
export function logoOf(path: string, bytes: Uint8Array): Logo {
  const buffer = Buffer.from(bytes);
  const begins = (mark: Buffer) => buffer.subarray(0, mark.length).equals(mark);
  if (begins(PNG)) return { type: 'png', bytes, size: sizeIn(path, sizeOfPng(buffer)) };
  if (begins(JPEG)) return { type: 'jpg', bytes, size: sizeIn(path, sizeOfJpeg(buffer)) };
  if (extname(path).toLowerCase() === '.svg' && /<svg\b/.test(buffer.toString('utf8')))
    return { type: 'svg', bytes };
  throw new InputError(`${quoted(path)} is no PNG, JPEG or SVG picture.`, 'Save the logo as one of them.');
}

interface Size {
  width: number;
  height: number;
}

function sizeIn(path: string, size: Size | undefined): Size {
  if (size && size.width > 0 && size.height > 0) return size;
  throw new InputError(`${quoted(path)} is a broken picture.`, 'Save the logo again.');
}

/** From the first chunk (PNG specification, 11.2.2). */
function sizeOfPng(bytes: Buffer): Size | undefined {
  return bytes.length < 24 ? undefined : { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** From the header of the frame, which other segments may come before (ITU-T T.81, B.2.2). */
function sizeOfJpeg(bytes: Buffer): Size | undefined {
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1]!;
    if (isFrame(marker)) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
  }
  return undefined;
}

/** SOF0 to SOF15; in between are a table of codes, a reserved marker and one of arithmetic coding. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
