/** UTF-8 that was read in another encoding (`donâ€™t`), and back. */
import { CODE_PAGES, type CodePage } from './code-pages.ts';

/** Mangled twice is common, more often is seen; beyond this nobody could tell. */
const ROUNDS = 4;

/** What stands after a word in right text, too: `IRMÃ”` may be a word of capitals and a quotation mark. */
const TRAILING = /[”’“‘»«›‹…–—™®©°·¹²³ºª´¨¸¯¶§\u00a0]/;
const CAPITAL_OR_MARK = /[\p{Lu}“”„‘’‚«»‹›"'(]/u;
const LETTER = /\p{L}/u;

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
  return before === text ? text : withLostSpaces(before);
}

function once(text: string, page: CodePage): string {
  const isTelling = [...text.matchAll(page.sequence)].some(it => tells(page, it[0], it.index, text));
  const isWhole = !/[^\x00-\x7f]/.test(
    text.replace(page.sequence, it => (decoded(page, it) === undefined ? it : '')),
  );
  const all = isWhole && (page.isClear || isTelling);
  if (!all && !isTelling) return text;
  return text.replace(page.sequence, (it, at: number) =>
    all || tells(page, it, at, text) ? (decoded(page, it) ?? it) : it,
  );
}

const bytesOf = ({ byteOf }: CodePage, sequence: string) =>
  Uint8Array.from(sequence, char => byteOf.get(char)!);

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

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
  const [before = '', after = ''] = [text[at - 1], text[at + 2]];
  return !TRAILING.test(follower) || !CAPITAL_OR_MARK.test(before) || LETTER.test(after);
}

/** An `à` or a hard space whose second half became a plain space on the way; looked for only beside other repairs. */
const withLostSpaces = (text: string): string =>
  text.replace(/(?<!\p{L})Ã {1,2}(?=\p{L})/gu, 'à ').replace(/(?<!\p{L})Â (?=\P{L}|\p{Ll})/gu, ' ');
