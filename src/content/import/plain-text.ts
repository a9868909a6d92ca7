/** Bytes from anywhere to text: encodings found out, mangled characters repaired, what is lost or no text told. */
import { isUtf8 } from 'node:buffer';
import { InputError } from '../../model/errors.ts';
import { counted } from '../../model/prose.ts';
import { MAX_BYTES } from '../decode.ts';
import { quoted, shown } from '../showing.ts';
import { windows1252 } from './code-pages.ts';
import type { Notice } from './found.ts';
import { repaired } from './mangled.ts';

/** Lines with repairs that are told one by one; the rest is counted. */
const TOLD = 20;

interface Read {
  text: string;
  notices: Notice[];
}

/**
 * The text with `\n` as line ends, and a notice for each line that had to be repaired. Lines that are not UTF-8 are read
 * as Windows-1252. Throws InputError for a file that is too large.
 */
export function plainText(file: string, bytes: Uint8Array): Read {
  if (bytes.length > MAX_BYTES)
    throw new InputError(
      `${quoted(file)} is larger than ${MAX_BYTES / 1024 / 1024} MB.`,
      'Split it into several files.',
    );
  const read = wide(bytes) ?? narrow(withoutMark(bytes));
  const mended = repaired(read.text);
  const text = mended.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, '');
  const notices = [...read.notices, ...repairsIn(read.text, mended), ...controlsIn(mended), ...lostIn(text)];
  return { text, notices: notices.sort((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity)) };
}

/** The byte order mark of UTF-8 says nothing more than the bytes do. */
const withoutMark = (bytes: Uint8Array) =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;

const withLineFeeds = (text: string) => text.replace(/\r\n?/g, '\n');

/** UTF-16, which some spreadsheets write; only where a byte order mark says so. */
function wide(bytes: Uint8Array): Read | undefined {
  const [first, second] = bytes;
  const name =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : '';
  return name === '' ? undefined : { text: withLineFeeds(new TextDecoder(name).decode(bytes)), notices: [] };
}

/** UTF-8, and line by line Windows-1252 where it is not. */
function narrow(bytes: Uint8Array): Read {
  if (isUtf8(bytes)) return { text: withLineFeeds(new TextDecoder().decode(bytes)), notices: [] };
  const lines: string[] = [];
  const notices: Notice[] = [];
  for (let start = 0; start <= bytes.length; ) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed;
    const line = bytes.subarray(start, end);
    const isRight = isUtf8(line);
    lines.push(isRight ? new TextDecoder().decode(line) : windows1252(line));
    if (!isRight && notices.length < TOLD)
      notices.push({
        line: lines.length,
        text: `not UTF-8; read as Windows-1252: ${quoted(lines.at(-1)!.trim())}`,
      });
    start = end + 1;
  }
  return { text: withLineFeeds(lines.join('\n')), notices };
}

/** A notice for each word of each line that was repaired; a word that is repaired again is told once. */
function repairsIn(before: string, after: string): Notice[] {
  if (before === after) return [];
  const [old, mended] = [before.split('\n'), after.split('\n')];
  const seen = new Set<string>();
  const all = old.flatMap((line, at) => (line === mended[at] ? [] : wordsIn(line, mended[at]!, at + 1)));
  const first = all.filter(({ text }) => !seen.has(text) && seen.add(text));
  const told = first.slice(0, TOLD);
  const rest = all.length - told.length;
  return rest > 0
    ? [...told, { text: `mangled characters in ${counted(rest, 'more place')}, repaired likewise` }]
    : told;
}

function wordsIn(before: string, after: string, line: number): Notice[] {
  const [old, mended] = [before.split(' '), after.split(' ')];
  if (old.length !== mended.length) return [repair(line, before.trim(), after.trim())];
  return old.flatMap((word, at) => (word === mended[at] ? [] : repair(line, word, mended[at]!)));
}

const repair = (line: number, before: string, after: string): Notice => ({
  line,
  text: `mangled ${quoted(before)} read as ${quoted(after)}`,
});

function controlsIn(text: string): Notice[] {
  return text
    .split('\n')
    .flatMap((line, at) => {
      const count = line.match(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g)?.length ?? 0;
      const what = count === 1 ? 'a control character is' : `${count} control characters are`;
      return count === 0 ? [] : [{ line: at + 1, text: `${what} left out` }];
    })
    .slice(0, TOLD);
}

/** A replacement character says that a program before could not read what stood there. */
function lostIn(text: string): Notice[] {
  return text
    .split('\n')
    .flatMap((line, at) => {
      const word = line.split(/\s/).find(it => it.includes('\ufffd'));
      return word === undefined
        ? []
        : [
            {
              line: at + 1,
              text: `a character is lost in "${shown(word.slice(0, 60))}"; write it again by hand`,
            },
          ];
    })
    .slice(0, TOLD);
}
