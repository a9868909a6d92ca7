import { visible } from '../model/unseen.ts';

/** The text on one line, unseen characters written out. */
export function oneLine(text: string): string {
  return visible(text).replace(/\s+/g, ' ').trim();
}
