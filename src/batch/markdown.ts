/** A Markdown file as one row: its front matter holds the keys, its body the answer. */
import { frontMatter } from '../content/front-matter.ts';
import type { Part } from './part.ts';
import type { Decoded } from './row.ts';

export function decodeMarkdown({ file, id }: Part, text: string): Decoded {
  const parts = frontMatter(file, text);
  if ('cause' in parts) return parts;
  return { raw: { id, answer: parts.body, ...parts.head } };
}
