/** The parts into which an answer is divided: list items, branches, rows of a table, headed sections, sentences that are counted off or turn to something. */
import type { Answer, Sentence } from './answer.ts';
import { BRANCH_BEFORE } from './drawn.ts';
import { gridsOf } from './grid.ts';

export interface Part {
  /** Its sentences, the first being the item, the heading or the sentence that is counted off. */
  sentences: readonly Sentence[];
}

/** Counting off: first, second, the third reason, finally; one, two with a comma. */
const ORDINAL =
  /^(?:and |then |so )?(?:the )?(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|last(?:ly)?|finally|next|one|two|three|four|another|number (?:one|two|three|four)|on the one hand|on the other hand)\b(?=[ ,:—–-])/i;

/** A lead-in that names what follows: `Cost: ...`, `**Cost** - ...`. */
const LABEL = /^(?:\*\*|__)?[\p{Lu}][\p{L}\p{N} /&-]{1,40}(?:\*\*|__)?\s*(?::|\s[-–—]\s)/u;

/** Not, behind `for the`, a time in place of a subject: `for the first month`, `for the moment`. */
const NO_TIME = String.raw`(?!(?:first|last|next|past|whole|entire|time|moment|most|sake|\d+)\b)`;

/**
 * Turning to what comes beside or after something else: then, besides, for the larger ones, on the supply side. Whoever
 * begins so has told another part before.
 */
const TURN = new RegExp(
  String.raw`^(?:and |but |so )?(?:(?:then|after that|afterwards|besides|beyond that|apart from that|in addition|in parallel|meanwhile|as for|when it comes to)\b|for (?:the|those|everything) ${NO_TIME}|(?:on|from|at) the (?:[\p{L}\p{N}-]+ ){1,3}?(?:side|end|level|front)\b)`,
  'iu',
);

/** Parts of one kind from which on no other kind is needed beside it to see how an answer is divided. */
const ENOUGH = 3;

const BULLET_BEFORE = /(?:^|[\r\n])[ \t]*(?:[-*•‣–—+]|\(?\w{1,2}[.)])\s+$/;

/** Words of a beginning that is a part and no mere announcement, where what follows turns away from it. */
const TOLD = 12;

/**
 * The division that makes the most parts, of those it may have; fewer than two parts are none. Where none makes three, the
 * sentences that open a part in any of these ways count together: people number the first part and label the last.
 */
export function partsOf(answer: Answer): Part[] {
  const { prose } = answer;
  const items = prose.filter(it => it.kind === 'item' && startsItem(answer, it));
  const outermost = outermostOf(items);
  const outer = new Set(items.filter(it => it.indent === outermost));
  const rows = rowsOf(answer);
  const divisions = [
    closed(divided(prose, it => outer.has(it))),
    closed(divided(prose, it => rows.has(it))),
    divided(prose, it => it.kind === 'heading'),
    divided(prose, it => ORDINAL.test(answer.text.slice(it.start, it.end))),
    divided(prose, it => it.kind === 'sentence' && LABEL.test(answer.text.slice(it.start, it.end))),
  ];
  const most = longest(divisions);
  const parts = most.length < ENOUGH ? longest([most, opened(answer)]) : most;
  return parts.length > 1 ? parts : [];
}

const longest = (divisions: readonly Part[][]): Part[] =>
  divisions.reduce((best, it) => (it.length > best.length ? it : best), []);

/** Divided by whatever opens a part. */
function opened({ prose, text }: Answer): Part[] {
  const said = ({ start, end }: Sentence) => text.slice(start, end);
  const opens = (it: Sentence) =>
    it.kind === 'sentence' && [ORDINAL, LABEL, TURN].some(opening => opening.test(said(it)));
  const first = prose.findIndex(opens);
  if (first < 0) return [];
  const before = prose.slice(0, first);
  const words = before.reduce((sum, it) => sum + it.words.length, 0);
  const parts = divided(prose, opens);
  return TURN.test(said(prose[first]!)) && words >= TOLD ? [{ sentences: before }, ...parts] : parts;
}

/** The indentation of the outermost items, that of a root above all of them apart: one item alone divides nothing. */
function outermostOf(items: readonly Sentence[]): number {
  const indents = [...new Set(items.map(it => it.indent))].sort((a, b) => a - b);
  return indents.find(indent => items.filter(it => it.indent === indent).length > 1) ?? Number.NaN;
}

/** The sentences that are, or begin, a row below the head of a table. */
function rowsOf({ text, prose }: Answer): ReadonlySet<Sentence> {
  const found = new Set<Sentence>();
  // Rows and sentences are both in the order of the text.
  let at = 0;
  for (const [, ...rows] of gridsOf(text))
    for (const [first] of rows) {
      while (at < prose.length && prose[at]!.end <= first!.start) at++;
      const sentence = prose[at];
      if (sentence && sentence.start <= first!.start) found.add(sentence);
    }
  return found;
}

/** An item of several sentences begins only once: where a bullet stands before it. */
function startsItem(answer: Answer, { start }: Sentence): boolean {
  const before = answer.text.slice(Math.max(0, start - 24), start);
  return BULLET_BEFORE.test(before) || BRANCH_BEFORE.test(before);
}

/** What stands behind a list, in a paragraph of its own, is no part of its last item, unless the other items have such paragraphs. */
function closed(parts: readonly Part[]): Part[] {
  const paragraphs = ({ sentences }: Part) => sentences.at(-1)!.paragraph - sentences[0]!.paragraph;
  const last = parts.at(-1);
  if (!last) return [];
  const most = parts.slice(0, -1).reduce((all, it) => Math.max(all, paragraphs(it)), 0);
  const [first] = last.sentences;
  return [
    ...parts.slice(0, -1),
    { sentences: last.sentences.filter(it => it.paragraph - first!.paragraph <= most) },
  ];
}

function divided(sentences: readonly Sentence[], begins: (sentence: Sentence) => boolean): Part[] {
  const parts: Sentence[][] = [];
  for (const sentence of sentences) {
    if (begins(sentence)) parts.push([sentence]);
    else parts.at(-1)?.push(sentence);
  }
  return parts.map(it => ({ sentences: it }));
}
