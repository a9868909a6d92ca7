/** Whether a text speaks to whoever grades it. */
import type { Answer, Sentence } from './answer.ts';
import { disguisedRuns, maySpaceOut, undisguised } from './disguise.ts';
import { HINTS, SURE, type Wordings } from './grader-talk.ts';
import { figure } from './traits.ts';

interface Hit {
  start: number;
  end: number;
}

/**
 * What an answer says to its grader, as it says it, or nothing. Where the question itself is about scores, grades or
 * prompts, only two turns in different places are enough.
 */
export function saidToGrader(
  { text: original, sentences }: Pick<Answer, 'text' | 'sentences'>,
  aboutGrading: boolean,
): string | undefined {
  const spaced = maySpaceOut(sentences);
  let spoken = signsIn(original) | spokenOf(sentences);
  for (const run of disguisedRuns(original)) spoken |= spokenIn(undisguised(run, false));
  if (!spaced && !mayBe(spoken)) return undefined;
  const text = undisguised(original, spaced);
  if (spaced) spoken |= spokenIn(text);
  const sure = hitsIn(text, spoken, 0, SURE);
  const [found] =
    sure.length > 0 && !aboutGrading ? sure : apart([...sure, ...hitsIn(text, spoken, SURE.length, HINTS)]);
  return found && text.slice(found.start, found.end);
}

const ALL: readonly Wordings[] = [...SURE, ...HINTS];

/** Of bits, whether any of the wordings has both its words. */
const mayBe = (spoken: number): boolean => (spoken & (spoken >> ALL.length)) !== 0;

/**
 * The wordings of which some word has what they need: words tell it faster than the text. A bit for each of which the
 * word is there, and behind them a bit for each of which the other is.
 */
function spokenOf(sentences: readonly Sentence[]): number {
  let bits = 0;
  for (const { words } of sentences)
    for (const word of words) {
      bits |= bitsOfWord(word);
      if (word.whole !== undefined) bits |= bitsOf(word.whole);
    }
  return bits;
}

/** The same of a text that hid something: its words are others now, and begin wherever a pattern sees one begin. */
function spokenIn(text: string): number {
  let bits = 0;
  for (const word of text.split(/\W+/)) bits |= bitsOf(word);
  return bits;
}

/** Words whose bits are remembered; the memory is dropped rather than grown beyond it. */
const REMEMBERED = 15_000;
const known = new Map<string, number>();

const bitsOfWord = figure(it => bitsOf(it.text));

/** The same bits for those that a sign announces. */
function signsIn(text: string): number {
  let bits = 0;
  for (const [at, { sign }] of ALL.entries())
    if (sign?.test(text)) bits |= (1 << at) | (1 << (ALL.length + at));
  return bits;
}

function bitsOf(word: string): number {
  const found = known.get(word);
  if (found !== undefined) return found;
  if (known.size >= REMEMBERED) known.clear();
  // Emphasis of Markdown is a part of the word (_marks_), and what is looked for may be its beginning.
  const bare = word.replace(/^_+/, '');
  let bits = 0;
  for (const [at, { word: needed, also }] of ALL.entries()) {
    if (needed.test(bare)) bits |= 1 << at;
    if (also?.test(bare) ?? true) bits |= 1 << (ALL.length + at);
  }
  known.set(word, bits);
  return bits;
}

function hitsIn(text: string, spoken: number, from: number, all: readonly Wordings[]): Hit[] {
  const hits: Hit[] = [];
  for (const [index, { needs, patterns }] of all.entries()) {
    const at = from + index;
    if ((spoken & (spoken >> ALL.length) & (1 << at)) === 0 || !needs.test(text)) continue;
    for (const { pattern, anywhere } of patterns) {
      if (anywhere && !anywhere.test(text)) continue;
      const hit = pattern.exec(text);
      if (hit && !isQuoted(text, hit.index)) hits.push({ start: hit.index, end: hit.index + hit[0].length });
    }
  }
  return hits;
}

/** The hits, if two of them do not overlap. */
function apart(hits: readonly Hit[]): readonly Hit[] {
  const firstEnd = Math.min(...hits.map(it => it.end));
  return hits.some(it => it.start >= firstEnd) ? hits : [];
}

/** Somebody else's words, of which an answer tells. */
const TELLS =
  /(?:like|as|says?|said|writes?|wrote|types?|typed|e\.g\.?|example|contains?|with|text|called|inject\w*|prompt|message),? ?["'`]\S?$/;

const isQuoted = (text: string, at: number): boolean => TELLS.test(text.slice(Math.max(0, at - 24), at + 1));
