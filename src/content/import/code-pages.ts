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
const upperHalf = Uint8Array.from({ length: 256 - FIRST }, (_, at) => at + FIRST);
const charactersOf = (encoding: string) => [...new TextDecoder(encoding).decode(upperHalf)];

/** Programs differ in the bytes 80 to 9F: the characters of Windows-1252, or controls, as in Latin-1. */
const LOW: readonly [string, number][] = [
  ...charactersOf('windows-1252')
    .slice(0, 0x20)
    .map((char, at) => [char, at + FIRST] as [string, number]),
  ...Array.from(
    { length: 0x20 },
    (_, at) => [String.fromCharCode(at + FIRST), at + FIRST] as [string, number],
  ),
];

function codePage(encoding: string, telling: readonly number[], isClear: boolean): CodePage {
  const own = charactersOf(encoding).map((char, at) => [char, at + FIRST] as [string, number]);
  const byteOf = new Map([...own.filter(([char]) => char !== '\ufffd'), ...LOW]);
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
  codePage('windows-1252', [0xc2, 0xc3, 0xc4, 0xc5, 0xc8, 0xce, 0xcf, 0xd0, 0xd1], true),
  codePage('windows-874', [], false),
];
