/**
 * Which sentence of an answer plays which role. Every sentence is weighed for every role by the signs in its clauses
 * (who acts, in which form, where and when) and by the rubric's own phrases; it may play several, as sentences of told
 * stories do: the setting and the task in one breath, or the last step and what came of it. Order speaks only softly,
 * since many a story begins with its end.
 */
import type { Manner } from '../classifiers/manner.ts';
import { gathered } from '../gathered.ts';
import { isOwnDeed } from '../text/acts.ts';
import type { Answer, Sentence } from '../text/answer.ts';
import { type Clause, clausesOf } from '../text/clauses.ts';
import { findPhrases, type PhraseBook, phraseBook, type Term } from '../text/phrases.ts';
import { type SignedClause, signsOf } from './clause-signs.ts';
import { labelledAs } from './labels.ts';
import { asDone, isNarrated } from './narrated.ts';
import { toldIn } from './told.ts';

export interface RoleSpec {
  role: string;
  /** Names of signs, see signs.ts. */
  signs: readonly string[];
  hints: readonly string[];
  against: readonly string[];
  never: readonly string[];
  cues: readonly Term[];
  strong?: readonly Term[] | undefined;
  place: string;
  /** Other names under which people write the part (`What I did:`), in lower case. */
  labels?: readonly string[];
}

/** Indexes of the sentences that play each role. */
export type Roles = ReadonlyMap<string, readonly number[]>;

/**
 * What one sign, one hint and one sign of something else are worth; a strong phrase is worth a sign, and nothing stands against
 * it; a cue is worth a hint.
 */
const SIGN = 1;
const HINT = 0.5;
const AGAINST = 0.5;
const MOST_CUES = 2;

/** Each further clause that speaks for a role adds this share. */
const FURTHER = 0.5;

/**
 * What the place adds before all that was done, and behind it. It is little, for many a story begins with its end; it
 * decides where hints alone speak for a role while the sentence could as well play one of the other end: figures and what
 * others did are the setting before any deed, and the outcome behind.
 */
const ADDS = {
  start: { settled: [0.4, 0], hinted: [0.4, 0], contested: [0.4, -0.4] },
  end: { settled: [0, 0.5], hinted: [-0.05, 0.5], contested: [-0.8, 0.5] },
} as const;

/** Fit at which a sentence plays a role. */
const PLAYS = 1;

/** With fewer deeds than this the place is that among the sentences. */
const LEAST_DEEDS = 2;

/** What roles are looked for in; of a story it is known how it is told. */
export interface Telling {
  readonly answer: Answer;
  readonly manner?: Manner | undefined;
}

export function assignRoles(telling: Telling, specs: readonly RoleSpec[]): Roles {
  const roles = new Map<string, number[]>(specs.map(it => [it.role, []]));
  if (specs.length === 0) return roles;
  for (const [index, fits] of fitsOf(telling, specs).entries())
    for (const [number, fit] of fits.entries()) if (fit >= PLAYS) roles.get(specs[number]!.role)!.push(index);
  return roles;
}

/** How well each sentence fits each role, in the order of the specs. */
function fitsOf({ answer, manner }: Telling, specs: readonly RoleSpec[]): number[][] {
  const { sentences } = answer;
  const read = sentences.map(it => (it.kind === 'code' ? [] : clausesOf(answer.text, it)));
  const narrated = isNarrated(answer, read, manner);
  const clauses = narrated ? read.map((it, index) => asDone(sentences[index]!, it)) : read;
  const told = toldIn(answer, clauses.flat(), manner, narrated);
  if (told === 'nothing') return sentences.map(() => specs.map(() => 0));
  const places = placesOf(clauses);
  const labelled = labelledAs(answer, specs);
  return sentences.map((sentence, index) => {
    if (isListed(sentence, clauses[index]!)) return specs.map(() => 0);
    const said = saidIn(sentence, specs, signsOf(answer, sentence, clauses[index]!));
    const fits = specs.map((spec, number) =>
      told === 'undone' && spec.place !== 'start' ? NONE : fitness(spec, number, said),
    );
    return specs.map((spec, number) => {
      const { fit, settled } = fits[number]!;
      const standing = settled ? 'settled' : isClaimed(specs, fits, spec, fit) ? 'contested' : 'hinted';
      const placed = fit + placeFit(spec.place, places[index]!, standing);
      const isLabelled = labelled[index] === number && told === 'something';
      return isLabelled && (fit > 0 || !tellsPast(said)) && canPlay(spec, said)
        ? Math.max(PLAYS, placed)
        : placed;
    });
  });
}

/** A label decides only what the sentence leaves open: what happened is a part by itself, or none. */
const tellsPast = (clauses: readonly Said[]): boolean =>
  clauses.some(({ acts }) => acts.some(({ form }) => form === 'past' || form === 'was'));

/** Nothing is against it in one clause at least. */
const canPlay = ({ never }: RoleSpec, clauses: readonly Said[]): boolean =>
  clauses.some(({ from, to, signs }) => to - from > 1 && !never.some(it => signs.has(it)));

/** Terms strung together, as nobody tells a story: many pieces, hardly a word in each. */
function isListed({ words }: Sentence, clauses: readonly Clause[]): boolean {
  return clauses.length >= LIST && words.length < LIST_WORDS * clauses.length;
}

const LIST = 6;
const LIST_WORDS = 2.5;

/** For each sentence, the share of all that was done which was done before it, from 0 to 1. */
function placesOf(clauses: readonly (readonly Clause[])[]): number[] {
  const deeds = clauses.map(it => gathered(it, clause => clause.acts).filter(isOwnDeed).length);
  const all = deeds.reduce((sum, it) => sum + it, 0);
  if (all < LEAST_DEEDS) return clauses.map((_, index) => index / Math.max(1, clauses.length - 1));
  let before = 0;
  return deeds.map(count => {
    const place = before / all;
    before += count;
    return place;
  });
}

/** A clause with the phrases found in it: twice the number of a role's spec for strong ones, one more for cues. */
interface Said extends SignedClause {
  phrases: ReadonlyMap<number, number>;
}

function saidIn({ words }: Sentence, specs: readonly RoleSpec[], clauses: readonly SignedClause[]): Said[] {
  const { book, owners } = bookOf(specs);
  const hits = findPhrases(book, words);
  return clauses.map(clause => {
    const phrases = new Map<number, number>();
    const lists = new Set(
      hits.filter(it => it.from >= clause.from && it.from < clause.to).map(it => it.list),
    );
    for (const list of lists) phrases.set(owners[list]!, (phrases.get(owners[list]!) ?? 0) + 1);
    const { from, to, acts, signs } = clause;
    return { from, to, acts, signs, phrases };
  });
}

interface Book {
  book: PhraseBook;
  /** For each list of the book, whose it is, numbered as in `Said`. */
  owners: readonly number[];
}

const books = new WeakMap<readonly RoleSpec[], Book>();

/** The phrases of all roles in one book, so that a sentence is searched once; made once for a rubric's list of roles. */
function bookOf(specs: readonly RoleSpec[]): Book {
  const known = books.get(specs);
  if (known) return known;
  const lists = specs.flatMap(it => [it.strong ?? [], it.cues]);
  const owners = lists.flatMap((terms, owner) => terms.map(() => owner));
  const made = { book: phraseBook(lists.flat()), owners };
  books.set(specs, made);
  return made;
}

interface Fit {
  fit: number;
  /** A sign or a strong phrase speaks for the role, not hints alone. */
  settled: boolean;
}

const NONE: Fit = { fit: 0, settled: true };

/** The best clause, and a share of what others add to it. */
function fitness(spec: RoleSpec, number: number, clauses: readonly Said[]): Fit {
  const fits = clauses.map(it => clauseFit(spec, number, it));
  const best = Math.max(0, ...fits);
  const first = clauses[fits.indexOf(best)];
  const further = clauses.filter((it, index) => it !== first && fits[index]! > 0);
  const settled = first !== undefined && (count(spec.signs, first) > 0 || first.phrases.has(2 * number));
  return { fit: best + (further.length > 0 ? FURTHER * newSigns(spec, first, further) : 0), settled };
}

function clauseFit({ signs, hints, against, never }: RoleSpec, number: number, clause: Said): number {
  if (never.some(it => clause.signs.has(it))) return 0;
  const strong = Math.min(1, clause.phrases.get(2 * number) ?? 0);
  const cues = Math.min(MOST_CUES, clause.phrases.get(2 * number + 1) ?? 0);
  return (
    SIGN * (count(signs, clause) + strong) +
    HINT * (count(hints, clause) + cues) -
    (strong > 0 ? 0 : AGAINST * count(against, clause))
  );
}

function count(names: readonly string[], { signs }: SignedClause): number {
  let found = 0;
  for (const name of names) if (signs.has(name)) found++;
  return found;
}

/** What further clauses add to the first: only signs that it has not. */
function newSigns({ signs, hints }: RoleSpec, first: Said | undefined, further: readonly Said[]): number {
  const isNew = (sign: string) => !first?.signs.has(sign) && further.some(it => it.signs.has(sign));
  return SIGN * signs.filter(isNew).length + HINT * hints.filter(isNew).length;
}

function placeFit(wanted: string, place: number, standing: keyof (typeof ADDS)['start']): number {
  if (wanted !== 'start' && wanted !== 'end') return 0;
  const [before, behind] = ADDS[wanted][standing];
  return before + (behind - before) * place;
}

/** Whether a role of the other end of the story fits the sentence at least as well. */
function isClaimed(
  specs: readonly RoleSpec[],
  fits: readonly Fit[],
  { place }: RoleSpec,
  own: number,
): boolean {
  const least = Math.max(PLAYS, own);
  return specs.some((it, index) => it.place !== 'any' && it.place !== place && fits[index]!.fit >= least);
}
