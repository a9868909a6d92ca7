/** Changes to an answer that should change its score little, each the same on every run. */
import { seededRandom } from '../../src/interview/random.ts';
import { parse, type Sentence } from '../../src/scoring/text/answer.ts';

/** One slip in so many words that are long enough to slip in. */
const EVERY = 12;

const LONG_WORD = /\p{L}{5,}/gu;

/** Swapped with the next letter, left out, doubled. */
const SLIPS: readonly ((word: string, at: number) => string)[] = [
  (word, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at) => word.slice(0, at) + word[at] + word.slice(at),
];

/** A letter slips in every twelfth word of five letters or more; never its first letter, and never in code. */
export function withTypos(text: string, seed: number): string {
  const random = seededRandom(seed);
  const code = parse(text).code;
  let seen = Math.floor(random() * EVERY);
  return text.replace(LONG_WORD, (word, start: number) => {
    if (code.some(it => it.start <= start && start < it.end) || ++seen % EVERY !== 0) return word;
    const at = 1 + Math.floor(random() * (word.length - 2));
    return SLIPS[Math.floor(random() * SLIPS.length)]!(word, at);
  });
}

/** Said before and after, apart from a list or code so that neither is torn. */
export const withFiller = (text: string) =>
  ['Thank you for the question.', text, 'I hope that answers it.'].join(gapIn(text));

export const withSentence = (text: string, sentence: string) =>
  text + gapIn(text) + sentence.replace(/[.\s]*$/, '.');

const gapIn = (text: string) => (parse(text).sentences.every(it => it.kind === 'sentence') ? ' ' : '\n\n');

/** Begins somewhere else: at a paragraph where there are several, else at a sentence; what stood before comes last. */
export function rotated(text: string, seed: number): string {
  const paragraphs = text.split(/\n\s*\n/);
  const pieces = paragraphs.length > 1 ? paragraphs : piecesOf(text);
  const between = paragraphs.length > 1 ? '\n\n' : gapIn(text).slice(0, 1);
  const first = 1 + Math.floor(seededRandom(seed)() * (pieces.length - 1));
  return [...pieces.slice(first), ...pieces.slice(0, first)].join(between);
}

/** Sentences and items, each with the bullet before it. */
function piecesOf(text: string): string[] {
  const { sentences } = parse(text);
  const ends = sentences.filter((_, index) => !goesOn(text, sentences, index)).map(it => it.end);
  return ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end).trim());
}

/** A long sentence is read in pieces; one that has no stop goes on in the next. */
function goesOn(text: string, sentences: readonly Sentence[], index: number): boolean {
  const next = sentences[index + 1];
  return next?.kind === 'sentence' && !/[.!?:;]["')\]]*$/.test(text.slice(0, sentences[index]!.end));
}

/** The order of its lines is what code means. */
export const hasCode = (text: string) => parse(text).code.length > 0;

const MARKED = /\[\[(.*?)\]\]/gs;

/** A text whose parts between double brackets are told, and one without them. */
export const marked = (text: string) => ({
  full: text.replace(MARKED, '$1'),
  without: text.replace(MARKED, '').trimEnd(),
});
