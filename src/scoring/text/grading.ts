/** Whether a text speaks to whoever grades it. */
import { gathered } from '../gathered.ts';
import type { Answer, Sentence } from './answer.ts';
import { disguisedRuns, maySpaceOut, undisguised } from './disguise.ts';
import { HINTS, SURE, type Wordings } from './grader-talk.ts';
import { remembering } from './remembering.ts';
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
  const spoken = spokenIn(sentences);
  for (const run of disguisedRuns(original)) for (const it of disguised(run)) spoken[it] = 1;
  if (!spaced && !mayReach(original, spoken)) return undefined;
  const text = undisguised(original, spaced);
  if (spaced) for (const it of servedBy(text)) spoken[it] = 1;
  const hits = (all: readonly Prepared[]) =>
    gathered(all, it => (mayBe(it, original, spoken) ? hitsIn(text, it) : []));
  const sure = hits(SURELY);
  const [found] = sure.length > 0 && !aboutGrading ? sure : apart([...sure, ...hits(PERHAPS)]);
  return found && text.slice(found.start, found.end);
}

/** Whether one hit that is enough, or two of the others, may be there. */
function mayReach(original: string, spoken: Spoken): boolean {
  if (SURELY.some(it => mayBe(it, original, spoken))) return true;
  let hits = 0;
  for (const it of PERHAPS) if (mayBe(it, original, spoken)) hits += it.patterns.length;
  return hits > 1;
}

/** Wordings with the numbers of the words that they need. */
interface Prepared extends Wordings {
  readonly required: readonly number[];
}

/** What wordings need in a word, each once. */
const REQUIRED: RegExp[] = [];

function requiredOf(pattern: RegExp): number {
  const known = REQUIRED.findIndex(it => it.source === pattern.source);
  return known >= 0 ? known : REQUIRED.push(pattern) - 1;
}

const prepared = (all: readonly Wordings[]): readonly Prepared[] =>
  all.map(it => ({ ...it, required: it.words.map(requiredOf) }));

const [SURELY, PERHAPS] = [prepared(SURE), prepared(HINTS)];
const ANY = new RegExp(REQUIRED.map(it => it.source).join('|'));

/** By the number of what is needed in a word, whether some word of a text has it: words tell it faster than the text. */
type Spoken = Uint8Array;

function spokenIn(sentences: readonly Sentence[]): Spoken {
  const spoken = new Uint8Array(REQUIRED.length);
  let before: string | undefined;
  for (const { words } of sentences)
    for (const word of words) {
      const own = servesOf(word);
      if (own !== NONE) add(spoken, own);
      // Once for a compound, not for each of its parts: a giant one has hundreds of thousands.
      if (word.whole !== undefined && word.whole !== before) add(spoken, servesOfWhole(word.whole));
      before = word.whole;
    }
  return spoken;
}

/** The needs that a text served which hid something: its words are others now, and begin wherever a pattern sees one begin. */
const servedBy = (text: string): readonly number[] => [
  ...new Set(text.split(/\W+/).flatMap(word => SERVES[servesAnew(word)]!)),
];

const REMEMBERED = 2_000;

/** The same of what is disguised, or has a curled apostrophe, as most such stretches have. */
const disguised = remembering(run => servedBy(undisguised(run, false)), REMEMBERED);

function add(spoken: Spoken, serves: number): void {
  for (const it of SERVES[serves]!) spoken[it] = 1;
}

/** The needs that words serve, by number; nearly all words serve none. */
const SERVES: (readonly number[])[] = [[]];
const NONE = 0;

function servesAnew(word: string): number {
  // Emphasis of Markdown is a part of the word (_marks_), and what is looked for may be its beginning.
  const bare = word.replace(/^_+/, '');
  if (!ANY.test(bare)) return NONE;
  const own = [...REQUIRED.keys()].filter(it => REQUIRED[it]!.test(bare));
  const known = SERVES.findIndex(it => it.join() === own.join());
  return known >= 0 ? known : SERVES.push(own) - 1;
}

const servesOf = figure(it => servesAnew(it.text));

const servesOfWhole = remembering(servesAnew, REMEMBERED);

function mayBe({ required, sign }: Prepared, original: string, spoken: Spoken): boolean {
  for (let at = 0; at < required.length; at++) if (spoken[required[at]!] === 0) return false;
  return sign?.test(original) ?? true;
}

function hitsIn(text: string, { needs, patterns }: Wordings): Hit[] {
  const hits: Hit[] = [];
  if (!needs.test(text)) return hits;
  for (const { pattern, anywhere } of patterns) {
    if (anywhere && !anywhere.test(text)) continue;
    const hit = pattern.exec(text);
    if (hit && !isQuoted(text, hit.index)) hits.push({ start: hit.index, end: hit.index + hit[0].length });
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
