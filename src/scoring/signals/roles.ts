/**
 * Which sentence of an answer plays which role. Every sentence is weighed for every role by its cues, person, tense,
 * figures and place; then the sequence of roles that fits best as a whole is taken (Viterbi 1967), because the parts of
 * a story are stretches, not scattered sentences.
 */
import type { Answer, Sentence } from '../text/answer.ts';
import { type Manner, mannerOf } from '../text/manner.ts';
import { changesOf, quantitiesOf } from '../text/numbers.ts';
import { bookFor, findPhrases, type PhraseBook, type Term } from '../text/phrases.ts';

export interface RoleSpec {
  role: string;
  cues: readonly Term[];
  strong?: readonly Term[] | undefined;
  person: string;
  tense: string;
  place: string;
  quantity: boolean;
}

/** Indexes of the sentences that play each role. */
export type Roles = ReadonlyMap<string, readonly number[]>;

const CUE = 0.7;
const MOST_CUES = 2;
const STRONG = 1.6;
const STRONGER = 0.6;
const PERSON = 0.35;
const TENSE = 0.35;
const FIGURE = 0.5;
const CHANGE = 0.5;
const PLACE = 0.9;

/** What a role must reach to be preferred to none. */
const NO_ROLE = 0.85;

/** Going from one role to another costs this much. */
const SWITCH = 0.3;

/** A sentence with fewer words that carry meaning says too little to play a role by itself. */
const LEAST_MEANING = 2.5;

export function assignRoles(answer: Answer, specs: readonly RoleSpec[]): Roles {
  const sentences = answer.sentences;
  const books = specs.map(booksOf);
  const fits = sentences.map((sentence, index) => {
    const traits = traitsOf(answer, sentence, sentences.length < 2 ? 0.5 : index / (sentences.length - 1));
    return specs.map((spec, number) => fitness(spec, books[number]!, traits));
  });
  const path = bestPath(fits);
  return new Map(
    specs.map((spec, number) => [spec.role, path.flatMap((it, index) => (it === number ? [index] : []))]),
  );
}

interface Traits extends Manner {
  sentence: Sentence;
  /** 0 at the start of the answer, 1 at its end. */
  place: number;
  figures: number;
  changes: number;
  meaning: number;
}

function traitsOf(answer: Answer, sentence: Sentence, place: number): Traits {
  const text = answer.text.slice(sentence.start, sentence.end);
  const quantities = quantitiesOf(text);
  return {
    ...mannerOf(sentence.words),
    sentence,
    place,
    figures: quantities.length,
    changes: changesOf(text, quantities).length,
    meaning: sentence.words.reduce((sum, word) => sum + word.weight, 0),
  };
}

interface Books {
  cues: PhraseBook;
  strong: PhraseBook;
}

const booksOf = (spec: RoleSpec): Books => ({ cues: bookFor(spec.cues), strong: bookFor(spec.strong) });

function fitness(spec: RoleSpec, books: Books, traits: Traits): number {
  const { words } = traits.sentence;
  if (traits.sentence.kind === 'code' || words.length === 0) return Number.NEGATIVE_INFINITY;
  const cues = new Set(findPhrases(books.cues, words).map(it => it.list)).size;
  const strong = findPhrases(books.strong, words).length;
  const sum =
    Math.min(MOST_CUES, cues) * CUE +
    (strong > 0 ? STRONG : 0) +
    (strong > 1 ? STRONGER : 0) +
    personFit(spec.person, traits) +
    tenseFit(spec.tense, traits) +
    (spec.quantity ? Math.min(1, traits.figures) * FIGURE + Math.min(1, traits.changes) * CHANGE : 0) +
    placeFit(spec.place, traits.place);
  return traits.meaning < LEAST_MEANING ? sum / 2 : sum;
}

function personFit(person: string, { i, we }: Traits): number {
  if (person === 'I') return i > 0 ? PERSON : we > 0 ? 0 : -PERSON / 2;
  if (person === 'we') return we > 0 ? PERSON : 0;
  return 0;
}

function tenseFit(tense: string, { past, hypothetical }: Traits): number {
  if (tense === 'past') return hypothetical ? -TENSE : past ? TENSE : 0;
  if (tense === 'hypothetical') return hypothetical ? TENSE : 0;
  return 0;
}

/** From PLACE in the right place down to a little below nothing in the wrong one. */
function placeFit(wanted: string, place: number): number {
  if (wanted === 'start') return PLACE * (1 - 1.6 * place);
  if (wanted === 'end') return PLACE * (1 - 1.6 * (1 - place));
  if (wanted === 'middle') return PLACE * (0.8 - 1.6 * Math.abs(place - 0.5));
  return 0;
}

/** The sequence of roles (-1 for none) with the greatest sum of fits less the cost of switching. */
function bestPath(fits: readonly (readonly number[])[]): number[] {
  const states = [-1, ...(fits[0] ?? []).keys()];
  let sums = states.map(() => 0);
  const backs: number[][] = [];
  for (const fit of fits) {
    const back: number[] = [];
    const next = states.map((state, here) => {
      let from = here;
      for (const there of states.keys())
        if (there !== here && sums[there]! - SWITCH > sums[from]!) from = there;
      back.push(from);
      const cost = from === here || backs.length === 0 ? 0 : SWITCH;
      return sums[from]! - cost + (state < 0 ? NO_ROLE : fit[state]!);
    });
    sums = next;
    backs.push(back);
  }
  let at = sums.reduce((best, sum, here) => (sum > sums[best]! ? here : best), 0);
  const path: number[] = [];
  for (let index = backs.length - 1; index >= 0; index--) {
    path[index] = states[at]!;
    at = backs[index]![at]!;
  }
  return path;
}
