/** A document for people: what it says, before anybody decides how it looks. */

export type Block =
  /** Depth 3 to 5: the title has 1, a section 2. */
  | { kind: 'heading'; depth: 3 | 4 | 5; text: string }
  /** Several paragraphs as somebody wrote them. `quiet` is said beside. */
  | { kind: 'prose'; text: string; quiet?: true }
  /** Depth 0 is the left margin. */
  | { kind: 'list'; items: readonly { text: string; depth?: number }[] }
  | { kind: 'code'; text: string; language: string }
  /** `isWhole`: short enough to stand on one page, and filled by hand. */
  | {
      kind: 'table';
      caption?: string;
      head: readonly string[];
      rows: readonly (readonly string[])[];
      isWhole?: boolean;
    }
  /** Lines to write on; nothing where nobody can write. */
  | { kind: 'lines'; count: number };

export interface SheetSection {
  id: string;
  title: string;
  blocks: readonly Block[];
  /** Whether it begins a page on paper. */
  onNewPage?: boolean;
}

/** A picture that a company is known by. */
export interface Logo {
  type: 'png' | 'jpg' | 'svg';
  bytes: Uint8Array;
  /** Pixels; of an SVG unknown. */
  size?: { width: number; height: number };
}

export interface Sheet {
  title: string;
  company?: string;
  logo?: Logo;
  /** Under the title, a line each. */
  lead: readonly string[];
  sections: readonly SheetSection[];
  foot: string;
}

export const heading = (depth: 3 | 4 | 5, text: string): Block => ({ kind: 'heading', depth, text });
export const prose = (text: string): Block => ({ kind: 'prose', text });
export const aside = (text: string): Block => ({ kind: 'prose', text, quiet: true });
export const lines = (count: number): Block => ({ kind: 'lines', count });

/** A list under a heading, or nothing for no items. */
export function titledList(depth: 3 | 4 | 5, title: string, items: readonly string[]): Block[] {
  if (items.length === 0) return [];
  return [heading(depth, title), { kind: 'list', items: items.map(text => ({ text })) }];
}
