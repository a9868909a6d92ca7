/** A question made ready to be looked for in answers: its points as targets, and which words tell anything. */

import type { Aliases, Pitfall, Point } from '../../model/content.ts';
import { wordingsOf } from '../../model/pitfalls.ts';
import type { Asked } from '../../model/score.ts';
import { gathered } from '../gathered.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { windowFor } from '../text/alignment.ts';
import { type Answer, parse } from '../text/answer.ts';
import { type Contrast, contrastsOf } from '../text/contrasts.ts';
import { type Filter, filterOf, hashOf } from '../text/hash.ts';
import { type Model, modelOf } from '../text/model-answer.ts';
import { type PhraseBook, phraseBook } from '../text/phrases.ts';
import { searchable, type Target, targetOf, type Weigh } from '../text/searchable.ts';
import { type Word, wordsOf } from '../text/tokens.ts';
import { type Vocabulary, vocabularyOf, weightIn } from '../text/vocabulary.ts';
import { recallByChance } from './background.ts';

/** One phrasing of a point. */
export interface Phrasing {
  target: Target;
  /** Recall, 0 to below 1, that the question said again would reach: the zero of the scale. */
  base: number;
}

export interface PreparedPoint {
  id: string;
  /** The first phrasing, as written. */
  text: string;
  weight: number;
  phrasings: readonly Phrasing[];
  cues: PhraseBook | undefined;
}

/** A model answer: its sentences, each as a point, and the whole. */
export interface PreparedAnswer {
  points: readonly PreparedPoint[];
  whole: Model;
}

/** Texts that are true of a question, with a vocabulary of their own. */
export interface Truths {
  targets: readonly Target[];
  vocabulary: Vocabulary;
}

export interface PreparedPitfall extends Pitfall {
  /** Each wording of a claim; none where an absence or a signal is looked for. */
  claims: readonly Target[];
  absences: PhraseBook | undefined;
}

export interface PreparedKeyword {
  term: string;
  names: PhraseBook;
  means: Target | undefined;
}

export interface Prepared {
  /** From 1 upwards, another for each that was ever prepared: what is remembered of one must not hold on to it. */
  number: number;
  /** Stems of the prompt's words that carry meaning. */
  prompt: ReadonlySet<string>;
  promptWords: readonly Word[];
  /** Stems of all that is known of the question: prompt, points and model answers. */
  topic: ReadonlySet<string>;
  topicFilter: Filter;
  /** Stems of the words of all cues. */
  cueStems: ReadonlySet<string>;
  vocabulary: Vocabulary;
  points: readonly PreparedPoint[];
  /** Numbers of the words that more than one point has: what the question is about. */
  subject: readonly number[];
  /** Model answers, where they stand for points. */
  answers: readonly PreparedAnswer[];
  /** All texts that prove something: the phrasings of the points, or the sentences of the model answers in their place. */
  proving: readonly Target[];
  /** The sentences of the model answers beside points: made when a doubtful statement must be compared with all that is true. */
  truths: () => Truths;
  /** What the points say of things that the prompt sets side by side. */
  contrasts: readonly Contrast[];
  pitfalls: readonly PreparedPitfall[];
  keywords: readonly PreparedKeyword[];
}

/** A word of the question counts this much: whoever says it again has said little (measured best between .1 and .3). */
const ECHOED = 0.2;

/** A sentence of a model answer that carries less (sum of weights) leads over to the next and is no point. */
const LEAST_MEANING = 2;

/** Content is frozen and shared, so that a question is prepared once, however many answers it gets. */
const remembered = new WeakMap<Asked, { aliases: Aliases; lexicon: Lexicon; prepared: Prepared }>();

export function prepare(asked: Asked, aliases: Aliases, lexicon: Lexicon): Prepared {
  const known = remembered.get(asked);
  if (known && known.aliases === aliases && known.lexicon === lexicon) return known.prepared;
  const made = prepareAnew(asked, aliases, lexicon);
  remembered.set(asked, { aliases, lexicon, prepared: made });
  return made;
}

/** Questions prepared so far. */
let count = 0;

function prepareAnew(asked: Asked, aliases: Aliases, lexicon: Lexicon): Prepared {
  const prompt = parse(asked.prompt);
  const points = asked.points.map(point => ({ point, phrasings: point.text.map(parse) }));
  const derived = points.length === 0;
  const models = derived ? asked.answer.map(parse) : [];
  const promptStems = stemsIn([prompt]);
  const cueStems = stemsOf(gathered(asked.points, it => gathered(it.cues, wordsOf)));
  const inPoints = points.map(it => stemsIn(it.phrasings));
  const factors = rarityIn(derived ? sentencesOf(models).map(stemsIn) : inPoints);
  for (const stem of promptStems) factors.set(stem, ECHOED);
  // Seen as a whole, a model answer's common words tell as much as its rare ones (docs/judging.md).
  const evenly: Weigh = word => (word.weight === 0 ? 0 : promptStems.has(word.stem) ? ECHOED : 1);
  const vocabulary = vocabularyOf(aliases, lexicon, factors);
  const aim = aimAt(vocabulary);
  const drafts = points.map(({ point, phrasings }) => draftOf(point, phrasings.map(aim)));
  const answers = derived ? models.map(model => derivedPoints(model, aim)) : [];
  const wholes = derived ? models.map(model => targetOf(model, evenly, vocabulary)) : [];
  const claims = asked.pitfalls.map(it => wordingsOf(it).map(text => aim(parse(text))));
  const meanings = (asked.keywords ?? []).map(it =>
    it.means === undefined ? undefined : aim(parse(it.means)),
  );
  // From here on the vocabulary is complete, and the prompt can be looked at as an answer.
  const echo = searchable(prompt, vocabulary);
  // A story is not talk about software.
  const chance = asked.type === 'behavioral' ? 0 : CHANCE;
  const baseOf = (target: Target) =>
    Math.max(windowFor(target, echo).recall, chance > 0 ? chance * recallByChance(target) : 0);
  const finishedPoints = drafts.map(it => finished(it, baseOf));
  const finishedAnswers = answers.map((drafted, at) => ({
    points: drafted.map(it => finished(it, baseOf)),
    whole: modelOf(wholes[at]!, models[at]!.wordCount, asked.prompt),
  }));
  // Beside points no more than their words are asked for: to find their sentences as well takes as long as all points do.
  const inModels = derived ? stemsIn(models) : stemsOf(gathered(asked.answer, wordsOf));
  const topic = united([promptStems, inModels, ...inPoints, cueStems]);
  return {
    number: ++count,
    prompt: promptStems,
    promptWords: gathered(prompt.sentences, it => it.words),
    topic,
    topicFilter: filterOf(Array.from(topic, hashOf)),
    cueStems,
    vocabulary,
    points: finishedPoints,
    // A story has a subject of its own: its words are the teller's, not the question's.
    subject: asked.type === 'behavioral' ? [] : subjectOf(drafts, vocabulary),
    answers: finishedAnswers,
    proving: gathered(derived ? gathered(finishedAnswers, it => it.points) : finishedPoints, targetsOf),
    contrasts: contrastsOf(
      prompt,
      gathered(points, it => it.phrasings),
      inPoints,
    ),
    truths: truthsLater(derived ? [] : asked.answer, aliases, lexicon, factors),
    pitfalls: asked.pitfalls.map((pitfall, at) => ({
      claims: claims[at]!,
      absences: pitfall.absent && phraseBook(pitfall.absent),
      ...pitfall,
    })),
    keywords: (asked.keywords ?? []).map(({ term, aliases: names }, at) => ({
      term,
      names: phraseBook([[term, ...names]]),
      means: meanings[at],
    })),
  };
}

const targetsOf = (point: PreparedPoint) => point.phrasings.map(it => it.target);

function subjectOf(drafts: readonly Draft[], { wanted: all }: Vocabulary): number[] {
  const counts = new Uint32Array(all.length);
  const last = new Int32Array(all.length).fill(-1);
  for (const [at, { targets }] of drafts.entries())
    for (const { wanted } of targets)
      for (const { number } of wanted)
        if (last[number] !== at) {
          last[number] = at;
          counts[number]!++;
        }
  const shared: number[] = [];
  for (let number = 0; number < counts.length; number++) if (counts[number]! > 1) shared.push(number);
  return shared;
}

const aimAt =
  (vocabulary: Vocabulary): Aim =>
  text =>
    targetOf(text, word => weightIn(word, vocabulary), vocabulary);

/**
 * Model answers are read again when it comes to that, which is seldom: till then nothing of them is kept. This is a function of
 * its own, as a closure would hold on to all that was at hand while the question was made ready.
 */
function truthsLater(
  models: readonly string[],
  aliases: Aliases,
  lexicon: Lexicon,
  factors: Vocabulary['factors'],
) {
  let made: Truths | undefined;
  return (): Truths => {
    made ??= truthsOf(models.map(parse), vocabularyOf(aliases, lexicon, factors));
    return made;
  };
}

function truthsOf(models: readonly Answer[], vocabulary: Vocabulary): Truths {
  const aim = aimAt(vocabulary);
  const targets = models.flatMap(model => derivedPoints(model, aim).flatMap(it => it.targets));
  return { targets, vocabulary };
}

function stemsIn(texts: readonly Answer[]): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const { sentences } of texts) for (const { words } of sentences) addStems(stems, words);
  return stems;
}

function stemsOf(words: readonly Word[]): ReadonlySet<string> {
  const stems = new Set<string>();
  addStems(stems, words);
  return stems;
}

function addStems(stems: Set<string>, words: readonly Word[]): void {
  for (const { weight, stem, whole } of words) {
    if (weight === 0) continue;
    stems.add(stem);
    if (whole) stems.add(whole);
  }
}

/** Each sentence of the first model answer: the others say the same again. */
function sentencesOf([model]: readonly Answer[]): Answer[][] {
  return (model?.sentences ?? []).map(sentence => [{ ...model!, sentences: [sentence] }]);
}

/**
 * How much a stem tells one point from another, 0 to below 1: what stands in every point of a question (`channel`,
 * `sender`) proves none of them. Those of one point alone tell all and are left out. The usual inverse document frequency
 * (Spärck Jones 1972), the points being the documents.
 *
 * @param points the stems of each.
 */
function rarityIn(points: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  const shared = new Set<string>();
  for (const stems of points)
    for (const stem of stems) {
      const count = counts.get(stem) ?? 0;
      if (count === 1) shared.add(stem);
      counts.set(stem, count + 1);
    }
  const most = Math.log(points.length + 1);
  const rarity = new Map<string, number>();
  for (const stem of shared) rarity.set(stem, 1 - Math.log(counts.get(stem)!) / most);
  return rarity;
}

function united(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const all = new Set<string>();
  for (const set of sets) for (const it of set) all.add(it);
  return all;
}

type Aim = (text: Answer) => Target;

/** A point before it is known how much of it the prompt says. */
type Draft = Omit<PreparedPoint, 'phrasings'> & { targets: readonly Target[] };

function draftOf({ id, text, weight, cues }: Point, targets: readonly Target[]): Draft {
  return { id, text: text[0]!, weight, targets, cues: cues.length > 0 ? phraseBook([cues]) : undefined };
}

/** Share of the recall of background talk that is taken for chance: more costs those who use few terms of the field. */
const CHANCE = 0.3;

function finished(
  { id, text, weight, cues, targets }: Draft,
  baseOf: (target: Target) => number,
): PreparedPoint {
  return { id, text, weight, cues, phrasings: targets.map(target => ({ target, base: baseOf(target) })) };
}

/** Without points the sentences of a model answer stand for them, each by how much it says. */
function derivedPoints(model: Answer, aim: Aim): Draft[] {
  const all = model.sentences.flatMap((sentence, index) => {
    if (sentence.kind === 'heading') return [];
    const text = model.text.slice(sentence.start, sentence.end);
    const target = aim({ ...model, text, sentences: [sentence] });
    if (target.total === 0) return [];
    return [{ id: `s${index + 1}`, text, weight: target.total, targets: [target], cues: undefined }];
  });
  const telling = all.filter(it => it.weight >= LEAST_MEANING);
  return telling.length > 0 ? telling : all;
}
