/** The HTML that Markdown has no words for: sections that open on a click. */

export interface Piece {
  kind: 'summary' | 'text' | 'end';
  text: string;
}

/** A summary that is not closed ends at the next: looking for its end through the whole page takes its length squared. */
const PARTS = /<summary\b[^<>]*>((?:(?!<summary\b)[\s\S])*?)<\/summary\s*>|<\/details\s*>/gi;

/** What an HTML block says: the summaries in it, the text between them, and where a section ends. */
export function detailsIn(html: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const bare = html.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  const textUpTo = (end: number) => {
    const text = textOf(bare.slice(from, end));
    if (text !== '') pieces.push({ kind: 'text', text });
  };
  for (const part of bare.matchAll(PARTS)) {
    textUpTo(part.index);
    from = part.index + part[0].length;
    if (part[1] === undefined) pieces.push({ kind: 'end', text: '' });
    else pieces.push({ kind: 'summary', text: textOf(part[1]).replace(/\s+/g, ' ') });
  }
  textUpTo(bare.length);
  return pieces;
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
};

function textOf(html: string): string {
  return html
    .replace(/<(?:br|\/p|\/li|\/div)\b[^<>]*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(lt|gt|amp|quot|#39|nbsp);/g, (_, name: string) => ENTITIES[name]!)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
