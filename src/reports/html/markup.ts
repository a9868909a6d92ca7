/** HTML in which everything is text, unless it is markup of ours. */
import { visible } from '../../model/unseen.ts';

/**
 * Markup that only this file makes: told apart by its class, not by its shape, so that no object from a file of answers
 * can pass for one.
 */
class Markup {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

export type { Markup };

/** What may stand in a template; nothing stands for undefined, null and false. */
export type Content = string | number | Markup | undefined | null | false | readonly Content[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand between tags and in quoted attributes; characters nobody can see are written out. */
function withEntities(text: string): string {
  return visible(text).replace(/[&<>"']/g, char => ENTITIES[char]!);
}

/**
 * A template of our own HTML around foreign values, each of them escaped. Throws on a value that would be an attribute
 * without quotes: there no escaping would hold.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  let source = parts[0]!;
  for (const [index, value] of values.entries()) {
    if (source.endsWith('=')) throw new Error('An attribute needs quotes around its value.');
    source += sourceOf(value) + parts[index + 1]!;
  }
  return new Markup(source);
}

function sourceOf(value: Content): string {
  if (value === undefined || value === null || value === false) return '';
  if (value instanceof Markup) return value.source;
  if (Array.isArray(value)) return value.map(sourceOf).join('');
  return withEntities(String(value));
}

/** Text of ours that is not HTML: the content of a style or script element. Never for anything that was read. */
export function verbatim(ours: string): Markup {
  return new Markup(ours);
}

/** The first characters of a text as one line, cut with an ellipsis. */
export function clipped(text: string, most: number): string {
  const line = text
    .slice(0, most * 4)
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  // Not through the middle of a pair.
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
