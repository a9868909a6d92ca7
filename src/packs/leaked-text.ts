/** The words in a file of the candidate's copy, seen or hidden. */
import { extname } from 'node:path';
import { textsIn } from './sheet/zip.ts';

/** Characters of all readings. No copy of ours comes near it, and more takes long to compare. */
const MOST = 4 * 1024 * 1024;

/**
 * Each reading of the file in which words may stand together. Throws Error for a format that cannot be read, and for too
 * much of it.
 */
export function textsOf(file: string, bytes: Uint8Array): string[] {
  const texts = readingsOf(file, bytes);
  if (texts.reduce((sum, it) => sum + it.length, 0) > MOST) throw new Error('It is too long.');
  return texts;
}

function readingsOf(file: string, bytes: Uint8Array): string[] {
  const text = () => Buffer.from(bytes).toString('utf8');
  switch (extname(file).toLowerCase()) {
    case '.md':
    case '.txt':
      return [text()];
    case '.html':
      // As it is shown, and as it is written: comments and attributes hide words.
      return [withEntities(withoutTags(text())), withEntities(text())];
    case '.docx':
      return textsIn(bytes, /\.(xml|rels)$/).flatMap(xml => [ofParagraphs(xml), xml].map(withEntities));
    default:
      throw new Error(`What a ${extname(file) || 'file without an ending'} holds cannot be read here.`);
  }
}

/** What is not closed goes on to the end: to look for its end again and again would take for ever. */
const withoutTags = (markup: string) =>
  markup.replace(/<(style|script)\b[\s\S]*?(?:<\/\1>|$)|<[^>]*(?:>|$)/gi, ' ');

/** Within a paragraph a word may be in several runs; between paragraphs, cells and breaks it ends. */
const ofParagraphs = (xml: string) =>
  xml.replace(/<\/w:p>|<w:(?:br|tab)\b[^>]*(?:>|$)/g, ' ').replace(/<[^>]*(?:>|$)/g, '');

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function withEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (all, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? all;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
