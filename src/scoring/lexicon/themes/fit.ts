/** Whether a story answers the question that was asked, or is a good story for another one. */
import type { Classifier } from '../../classifiers/classifier.ts';
import type { Answer, Sentence } from '../../text/answer.ts';
import { findPhrases } from '../../text/phrases.ts';
import type { Theme, ThemeBook, Themes } from './themes.ts';

/** A sentence, and the terms of a theme that were found in it. */
export interface ThemeEvidence {
  readonly sentence: Sentence;
  readonly terms: readonly string[];
}

export interface ThemeFit {
  /** Name of the theme that the question asks for. */
  readonly asked: string;
  /** How much the story sounds like it rather than like another theme, 0 to 1; about 0.5 when both alike. */
  readonly fit: number;
  /** So little like it that it answers another question; to be said only where the terms alone say so, too. */
  readonly isOff: boolean;
  /** Name of the theme that the story sounds most like, and its fit. */
  readonly best: string;
  readonly bestFit: number;
  /** Where the story sounds like the asked theme, and where like the best one: the most telling sentences first. */
  readonly evidence: readonly ThemeEvidence[];
  readonly bestEvidence: readonly ThemeEvidence[];
}

/**
 * A story with a lower fit, by its terms as well as with what its words are like, answers another question. Set low: of the
 * stories and model answers at hand none on the theme lies below, in likeness alone some short ones do.
 */
export const OFF_THEME = 0.3;

/** Themes asked for nearly as plainly as the plainest one are asked for as well. */
const NEARLY = 0.6;

/** A question that asks for more themes at once asks for none. */
const MOST_ASKED = 3;

/** Each further place of the same term adds less. */
const AGAIN = 0.3;

/** Keeps one chance term in a short story from deciding. */
const DOUBT = 1.5;

/** What the terms of the strongest near theme add: a failure may be told as an incident, and in its words. */
const NEAR = 0.3;

/**
 * What each standard deviation adds by which the story's words speak for the theme, beyond one; and how many fewer they
 * speak for it when they speak for one that is near.
 */
const WORDS = { worth: 0.15, from: 1, near: 0.5 };

/** Words from which on a story is long enough for that; in fewer, chance has more of a say. */
const ENOUGH = 30;

/** A rival theme counts half, since a good story touches several; and what no term shows is open, not against. */
const RIVAL = 0.5;
const OPEN = 0.5;

const MOST_EVIDENCE = 3;

interface Found {
  weight: number;
  times: number;
  places: Sentence[];
}

/** For each theme, the terms found by their number. */
type Finds = readonly ReadonlyMap<number, Found>[];

/**
 * How well a story fits the theme of the prompt; undefined when the prompt asks for no theme that is known. Without a
 * classifier only the terms of the themes count.
 */
export function themeFit(
  themes: Themes,
  prompt: Answer,
  answer: Answer,
  classifier?: Classifier,
): ThemeFit | undefined {
  const asked = askedThemes(themes, prompt);
  if (asked.length === 0) return undefined;
  const finds = find(themes, themes.told, answer);
  const strengths = finds.map((found, theme) => {
    const expected = (themes.themes[theme]!.usual * answer.wordCount) / 100;
    return weigh(found) / (expected + DOUBT);
  });
  const byTerms = strengths.map((_, theme) => fitOf(themes, strengths, theme));
  const words = classifier ? wordsFor(themes, answer, classifier) : byTerms.map(() => WORDS.from);
  const worth = WORDS.worth * Math.min(1, answer.wordCount / ENOUGH);
  const fits = byTerms.map((fit, theme) => {
    const near = [...themes.themes[theme]!.near].map(it => words[it]! - WORDS.near);
    const spoken = Math.max(words[theme]!, ...near) - WORDS.from;
    return Math.min(1, Math.max(0, fit + worth * spoken));
  });
  const best = highest([...fits.keys()], fits);
  const mine = highest(asked, fits);
  return {
    asked: themes.themes[mine]!.name,
    fit: fits[mine]!,
    isOff: asked.every(it => Math.max(fits[it]!, byTerms[it]!) < OFF_THEME),
    best: themes.themes[best]!.name,
    bestFit: fits[best]!,
    evidence: evidenceOf(themes, finds[mine]!),
    bestEvidence: evidenceOf(themes, finds[best]!),
  };
}

const remembered = new WeakMap<Answer, { themes: Themes; asked: readonly number[] }>();

/** Numbers of the themes that a prompt asks for, the plainest first; none for a prompt that asks for too many. */
export function askedThemes(themes: Themes, prompt: Answer): readonly number[] {
  const known = remembered.get(prompt);
  if (known?.themes === themes) return known.asked;
  const asked = readAsked(themes, prompt);
  remembered.set(prompt, { themes, asked });
  return asked;
}

function readAsked(themes: Themes, prompt: Answer): number[] {
  const weights = find(themes, themes.asked, prompt).map(weigh);
  const enough = NEARLY * Math.max(...weights);
  const asked = [...weights.keys()].filter(it => weights[it]! > 0 && weights[it]! >= enough);
  return asked.length > MOST_ASKED ? [] : asked.sort((a, b) => weights[b]! - weights[a]!);
}

/** One pass over the text; of phrases that overlap, a theme counts the first, of those at one place the longest. */
function find({ themes }: Themes, { book, terms }: ThemeBook, { sentences }: Answer): Finds {
  const finds = themes.map(() => new Map<number, Found>());
  const ends = new Int32Array(themes.length);
  for (const sentence of sentences) {
    if (sentence.kind === 'code') continue;
    ends.fill(0);
    for (const { list, to } of findPhrases(book, sentence.words))
      for (const { theme, weight } of terms[list]!.says) {
        if (to <= ends[theme]!) continue;
        ends[theme] = to;
        note(finds[theme]!, list, weight, sentence);
      }
  }
  return finds;
}

function note(found: Map<number, Found>, term: number, weight: number, sentence: Sentence): void {
  const known = found.get(term);
  if (!known) {
    found.set(term, { weight, times: 1, places: [sentence] });
    return;
  }
  known.times++;
  known.places.push(sentence);
}

/** Distinct terms count in full, repetitions less and less. */
function weigh(found: ReadonlyMap<number, Found>): number {
  let sum = 0;
  for (const { weight, times } of found.values()) sum += weight * (1 + AGAIN * Math.log(times));
  return sum;
}

/** Those near are no rivals: the strongest of them speaks for the theme as well. */
function fitOf({ themes }: Themes, strengths: readonly number[], theme: number): number {
  const { near } = themes[theme]!;
  let rival = 0;
  let friend = 0;
  for (const [other, strength] of strengths.entries()) {
    if (other === theme) continue;
    if (near.has(other)) friend = Math.max(friend, strength);
    else rival = Math.max(rival, strength);
  }
  const own = strengths[theme]! + NEAR * friend + OPEN;
  return own / (own + RIVAL * rival + OPEN);
}

function highest(themes: readonly number[], values: readonly number[]): number {
  return themes.reduce((best, it) => (values[it]! > values[best]! ? it : best));
}

/** The sentences whose terms say most, with these terms. */
function evidenceOf({ told }: Themes, found: ReadonlyMap<number, Found>): ThemeEvidence[] {
  const bySentence = new Map<Sentence, { terms: string[]; weight: number }>();
  for (const [term, { weight, places }] of found)
    for (const sentence of new Set(places)) {
      const known = bySentence.get(sentence) ?? { terms: [], weight: 0 };
      known.terms.push(told.terms[term]!.text);
      known.weight += weight;
      bySentence.set(sentence, known);
    }
  return [...bySentence]
    .sort(([, a], [, b]) => b.weight - a.weight)
    .slice(0, MOST_EVIDENCE)
    .map(([sentence, { terms }]) => ({ sentence, terms }));
}

/** By how many standard deviations, of those over all themes, the words of a story speak for each theme. */
function wordsFor({ themes }: Themes, { prose }: Answer, classifier: Classifier): number[] {
  const scores = Array.from(classifier.scores(prose));
  const mean = scores.reduce((sum, it) => sum + it, 0) / scores.length;
  const spread = Math.sqrt(scores.reduce((sum, it) => sum + (it - mean) ** 2, 0) / scores.length) || 1;
  return themes.map(it => ((scores[classifier.classes.indexOf(classOf(it))] ?? mean) - mean) / spread);
}

/** The name that a theme has in corpus/ and in the classifier. */
export const classOf = ({ name }: Pick<Theme, 'name'>): string =>
  name.replaceAll("'", '').replaceAll(' ', '-');
