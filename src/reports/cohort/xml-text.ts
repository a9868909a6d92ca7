/** What people wrote, as text of an XML document that any parser takes. */
import { escaped } from '../../model/unseen.ts';
import { oneLine } from '../one-line.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/**
 * One line for an attribute in double quotes or for the text of an element. XML 1.0 has no way to write most control
 * characters, halves of pairs, U+FFFE and U+FFFF: they are shown as `\u0000`.
 */
export function xmlText(text: string): string {
  return oneLine(text)
    .replace(/[\ufffe\uffff]/g, escaped)
    .replace(/[&<>"]/g, it => ENTITIES[it]!);
}
