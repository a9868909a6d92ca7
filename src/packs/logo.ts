/** A logo from a file, as far as it must be understood to be shown. */
import { extname } from 'node:path';
import { quoted } from '../content/showing.ts';
import { InputError } from '../model/errors.ts';
import type { Logo } from './sheet/sheet.ts';

/** A page carries it twice, a DOCX again. */
export const MOST_LOGO = 256 * 1024;

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Throws InputError for what is neither a PNG nor an SVG. */
export function logoOf(path: string, bytes: Uint8Array): Logo {
  const buffer = Buffer.from(bytes);
  if (buffer.subarray(0, PNG.length).equals(PNG) && buffer.length >= 24)
    return { type: 'png', bytes, size: sizeOfPng(buffer, path) };
  if (extname(path).toLowerCase() === '.svg' && /<svg\b/.test(buffer.toString('utf8')))
    return { type: 'svg', bytes };
  throw new InputError(
    `${quoted(path)} is neither a PNG nor an SVG picture.`,
    'Save the logo as one of them.',
  );
}

/** From the first chunk (PNG specification, 11.2.2). */
function sizeOfPng(bytes: Buffer, path: string): { width: number; height: number } {
  const size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  if (size.width > 0 && size.height > 0) return size;
  throw new InputError(`${quoted(path)} is a broken PNG picture.`, 'Save the logo again.');
}
