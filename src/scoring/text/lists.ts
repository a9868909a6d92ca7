/** The parts into which an answer is divided: list items, headed sections, paragraphs that are counted off. */
import type { Answer, Sentence } from './answer.ts';

export interface Part {
  /** Its sentences, the first being the item, the heading or the sentence that is counted off. */
  sentences: readonly Sentence[];
}

/** Counting off: first, second, the third reason, finally; one, two with a comma. */
const ORDINAL =
  /^(?:and |then |so )?(?:the )?(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|last(?:ly)?|finally|next|one|two|three|four|another|number (?:one|two|three|four)|on the one hand|on the other hand)\b(?=[ ,:—–-])/i;

/** A lead-in that names what follows: `Cost: ...`, `**Cost** - ...`. */
const LABEL = /^(?:\*\*|__)?[\p{Lu}][\p{L}\p{N} /&-]{1,40}(?:\*\*|__)?\s*(?::|\s[-–—]\s)/u;

/** The division that makes the most parts, of those it may have; fewer than two parts are none. */
export function partsOf(answer: Answer): Part[] {
  const { prose } = answer;
  let outermost = Number.POSITIVE_INFINITY;
  for (const { kind, indent } of prose) if (kind === 'item') outermost = Math.min(outermost, indent);
  const divisions = [
    divided(prose, it => it.kind === 'item' && it.indent === outermost && startsItem(answer, it)),
    divided(prose, it => it.kind === 'heading'),
    divided(prose, it => ORDINAL.test(answer.text.slice(it.start, it.end))),
    divided(prose, it => it.kind === 'sentence' && LABEL.test(answer.text.slice(it.start, it.end))),
  ];
  const most = divisions.reduce((best, it) => (it.length > best.length ? it : best), []);
  return most.length > 1 ? most : [];
}

/** An item of several sentences begins only once: where a bullet stands before it. */
function startsItem(answer: Answer, { start }: Sentence): boolean {
  return /(?:^|[\r\n])[ \t]*(?:[-*•‣–—+]|\(?\w{1,2}[.)])\s+$/.test(
    answer.text.slice(Math.max(0, start - 24), start),
  );
}

function divided(sentences: readonly Sentence[], begins: (sentence: Sentence) => boolean): Part[] {
  const parts: Sentence[][] = [];
  for (const sentence of sentences) {
    if (begins(sentence)) parts.push([sentence]);
    else parts.at(-1)?.push(sentence);
  }
  return parts.map(it => ({ sentences: it }));
}
