/** UTF-8 that was read in another encoding (`donâ€™t`), and back. */
import { CODE_PAGES, type CodePage } from './code-pages.ts';

/** Mangled twice is common, more often is seen; beyond this nobody could tell. */
const ROUNDS = 4;

/** What stands after a word in right text, too: `IRMÃ”` may be a word of capitals and a quotation mark. */
const TRAILING = /[”’“‘»«›‹…–—™®©°·¹²³ºª´¨¸¯¶§\u00a0]/;
const MARK = /[“”„‘’‚«»‹›"'(]/;
const LETTER = /\p{L}/u;
const SMALL = /\p{Ll}/u;

/**
 * The text as it was before it was mangled, once or several times; the same text where nothing in it is mangled. Line
 * ends stay where they are. A text whose every character beyond ASCII is part of a UTF-8 sequence is turned back as a
 * whole; in any other only sequences that no right text has.
 */
export function repaired(text: string): string {
  let before = text;
  for (let round = 0; round < ROUNDS; round++) {
    const after = CODE_PAGES.reduce((it, page) => once(it, page), before);
    if (after === before) break;
    before = after;
  }
  return before;
}

/** So many valid sequences and nothing else beyond ASCII are no chance. */
const PROOF = 4;

function once(text: string, page: CodePage): string {
  const found = [...text.matchAll(page.sequence)].filter(it => decoded(page, it[0]) !== undefined);
  if (found.length === 0) return text;
  const isTelling = found.some(it => tells(page, it[0], it.index, text));
  const isMany = found.length >= PROOF || found.every(it => it[0].length === 2);
  const rest = text.replace(page.sequence, it => (decoded(page, it) === undefined ? it : ''));
  const isWhole = (isTelling || (page.isClear && isMany)) && !/[^\x00-\x7f]/.test(rest);
  if (isWhole) return text.replace(page.sequence, it => decoded(page, it) ?? it);
  if (!isTelling) return text;
  return withLostSpaces(text).replace(page.sequence, (it, at: number, mangled: string) =>
    tells(page, it, at, mangled) ? decoded(page, it)! : it,
  );
}

const bytesOf = ({ byteOf }: CodePage, sequence: string) =>
  Uint8Array.from(sequence, char => byteOf.get(char)!);

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What UTF-8 says of the bytes; undefined where they are none. */
function decoded(page: CodePage, sequence: string): string | undefined {
  try {
    return strict.decode(bytesOf(page, sequence));
  } catch {
    return undefined;
  }
}

/** Whether a sequence can be nothing but mangled. */
function tells(page: CodePage, sequence: string, at: number, text: string): boolean {
  if (decoded(page, sequence) === undefined) return false;
  const [lead = 0, second = 0, third = 0] = bytesOf(page, sequence);
  if (sequence.length === 4) return lead === 0xf0 && second === 0x9f;
  // Signs of U+2000 to U+27FF; then the byte order mark, the lost character and the mark of coloured signs.
  if (sequence.length === 3)
    return (
      (lead === 0xe2 && second < 0xa0) ||
      (lead === 0xef && [0xbbbf, 0xbfbd, 0xb88f].includes(second * 256 + third))
    );
  if (!page.telling.has(lead)) return false;
  const [, follower = ''] = sequence;
  // A control character never stands in right text; one that would come of it, hardly ever.
  if (lead === 0xc2 && second < 0xa0) return follower.charCodeAt(0) < 0xa0;
  return (
    !TRAILING.test(follower) || standsInWord(text.slice(Math.max(0, at - 2), at), text[at + 2] ?? '', lead)
  );
}

/** Whether letters around a capital and a sign say that the two were one letter. */
function standsInWord(before: string, after: string, lead: number): boolean {
  if (LETTER.test(after)) return !/^\p{Lu}{2}$/u.test(before) || !SMALL.test(after);
  const last = before.at(-1) ?? '';
  // By itself, an à or an é is a word; letters of other leads are not.
  return LETTER.test(last) ? SMALL.test(last) : !MARK.test(last) && (lead === 0xc2 || lead === 0xc3);
}

/** An `à` or a hard space whose second half became a plain space on the way; looked for only beside other repairs. */
const withLostSpaces = (text: string): string =>
  text.replace(/(?<!\p{L})Ã {1,2}(?=\p{L})/gu, 'à ').replace(/(?<!\p{L})Â (?=\P{L}|\p{Ll})/gu, ' ');
