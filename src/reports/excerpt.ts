/** The part of somebody's words that proves a thing, short enough for a row. */
import type { Evidence } from '../model/score.ts';
import { visible } from '../model/unseen.ts';
import { clip, columns } from './columns.ts';

/**
 * The words of the evidence that say most of `about`, in quote marks, in at most `width` columns. They are a slice of
 * the answer, but for white space, which becomes single blanks; what was left out is an ellipsis outside the quote
 * marks. Undefined without evidence.
 */
export function excerpt(evidence: readonly Evidence[], about: string, width: number): string | undefined {
  const wanted = stemsIn(about);
  let best: { told: string; said: number } | undefined;
  for (const { quote } of evidence) {
    const found = window(visible(quote).split(/\s+/).filter(Boolean), wanted, width - MARKS);
    if (found && found.said > (best?.said ?? -1)) best = found;
  }
  return best?.told;
}

/** Two quote marks and two ellipses. */
const MARKS = 4;

/** Of the runs of words that fit, the first that says most; a word that is longer than the row is cut. */
function window(words: readonly string[], wanted: ReadonlySet<string>, room: number) {
  let best: { from: number; to: number; said: number } | undefined;
  for (let from = 0, to = 0; from < words.length; from++) {
    to = Math.max(to, from + 1);
    while (to < words.length && columns(words.slice(from, to + 1).join(' ')) <= room) to++;
    const said = [...stemsIn(words.slice(from, to).join(' '))].filter(it => wanted.has(it)).length;
    if (said > (best?.said ?? -1)) best = { from, to, said };
  }
  if (!best) return undefined;
  const { from, to, said } = best;
  const slice = words.slice(from, to).join(' ');
  const shown = clip(slice, room).replace(/…$/, '');
  const [before, after] = [from > 0, to < words.length || shown !== slice];
  return { told: `${before ? '…' : ''}"${shown}"${after ? '…' : ''}`, said };
}

/** Words that carry a meaning, by their first letters, so that forms of one word meet. */
export function stemsIn(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return new Set(words.filter(it => !COMMON.has(it)).map(it => it.slice(0, STEM)));
}

const STEM = 5;

/** Words that say nothing by themselves. */
const COMMON = new Set(
  'the and for are not who how say its was has had can may you your our all any but one two out off own that this with when what which from have does into they them than then only each same other first such where there were would could about after before because their until while'.split(
    ' ',
  ),
);
