/** Encodings that UTF-8 is read in by mistake, each as a way back from its characters to bytes. */

export interface CodePage {
  /** The byte that gives this character; undefined where none does. */
  byteOf: ReadonlyMap<string, number>;
  /** Characters that a UTF-8 sequence looks like here: a lead byte and what follows it. */
  sequence: RegExp;
  /** Lead bytes of two-byte sequences that no right text of the code page has before what follows them. */
  telling: ReadonlySet<number>;
  /** Whether a text made of such sequences throughout needs no further proof. */
  isClear: boolean;
}

const FIRST = 0x80;

/** Characters of Windows-1252 for the bytes 80 to 9F. Written out: the decoder of some Node versions gives controls. */
const WINDOWS_1252 = [...'€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'];

/** A byte as Windows-1252 has it; from A0 on as Latin-1 and Unicode. */
const charOf1252 = (byte: number) => WINDOWS_1252[byte - FIRST] ?? String.fromCharCode(byte);

/** Bytes as Windows-1252, in which every byte is a character. */
export const windows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, char => charOf1252(char.charCodeAt(0)));

type Pair = readonly [char: string, byte: number];

const bytes = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** Programs differ in the bytes 80 to 9F: the characters of Windows-1252, or controls, as in Latin-1. */
const LOW: readonly Pair[] = bytes(0x80, 0x9f).flatMap(byte => [
  [charOf1252(byte), byte],
  [String.fromCharCode(byte), byte],
]);
const LATIN: readonly Pair[] = bytes(0xa0, 0xff).map(byte => [String.fromCharCode(byte), byte]);
/** From U+0E01 on, with gaps; the hard space stays what it is. */
const THAI: readonly Pair[] = bytes(0xa0, 0xfb).map(byte => [
  byte === 0xa0 ? '\xa0' : String.fromCharCode(0x0e00 + byte - 0xa0),
  byte,
]);

function codePage(high: readonly Pair[], telling: readonly number[], isClear: boolean): CodePage {
  const byteOf = new Map([...LOW, ...high]);
  const among = (from: number, to: number) =>
    `[${[...byteOf].flatMap(([char, byte]) => (byte >= from && byte <= to ? char : [])).join('')}]`;
  const next = among(0x80, 0xbf);
  const sequence = new RegExp(
    `${among(0xc2, 0xdf)}${next}|${among(0xe0, 0xef)}${next}{2}|${among(0xf0, 0xf4)}${next}{3}`,
    'g',
  );
  return { byteOf, sequence, telling: new Set(telling), isClear };
}

/**
 * Windows-1252 with Latin-1, and Windows-874 with its gaps filled as Windows-1252 has them. In the first, leads of Latin
 * (C2 to C5, C8), Greek (CE, CF) and Cyrillic (D0, D1) letters tell. Thai letters stand beside each other in all orders,
 * so that there only signs and pictures tell, whose second byte is no Thai letter.
 */
export const CODE_PAGES: readonly CodePage[] = [
  codePage(LATIN, [0xc2, 0xc3, 0xc4, 0xc5, 0xc8, 0xce, 0xcf, 0xd0, 0xd1], true),
  codePage(THAI, [], false),
];
