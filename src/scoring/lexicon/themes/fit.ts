/** Whether a story answers the question that was asked, or is a good story for another one. */

import type { Asked } from '../../../model/score.ts';
import type { Classifier } from '../../classifiers/classifier.ts';
import { gathered } from '../../gathered.ts';
import { type Answer, parse, type Sentence } from '../../text/answer.ts';
import type { Theme, Themes } from './themes.ts';

/** What tells themes apart, in questions and in stories. */
export interface ThemeReader {
  readonly themes: Themes;
  readonly questions: Classifier;
  readonly stories: Classifier;
}

export interface ThemeFit {
  /** Name of the asked theme that the story sounds most like. */
  readonly asked: string;
  /** How likely it is to be a story on what was asked for rather than on anything else, 0 to 1. */
  readonly fit: number;
  /** It answers another question. */
  readonly isOff: boolean;
  /** Name of the theme that the story sounds most like. */
  readonly best: string;
  /** Where the story sounds like the asked theme, the most telling sentences first. */
  readonly evidence: readonly Sentence[];
}

/** What a question asks for. */
interface Asking {
  /** The likeliest theme and those nearly as likely, the likeliest first; at least one. */
  readonly themes: readonly Theme[];
  /** For each class of the stories, in their order, how much the question speaks for it, in nats. */
  readonly profile: readonly number[];
}

/** A story with a lower fit answers another question. */
export const OFF_THEME = 0.17;

/**
 * Nats that a score of 1 is worth: so that odds come out about right on voices that were left out. What points and model
 * answers say of a question repeats what its prompt says.
 */
const SURE = { story: 8, prompt: 6, points: 3, model: 4 };

/** Nats beside the likeliest theme from which others are asked for as well, and from which a question is of another kind. */
const NEARLY = Math.log(0.1);
const OTHER_KIND = Math.log(0.5);

/** Words from which on a story is long enough for its words to be believed; below, in proportion. */
const ENOUGH = 60;

/** What a story on a near theme is worth of one on the theme itself. */
const NEAR = 0.5;

/**
 * What a question and a story sound like over all themes, as a correlation, tells of questions too that ask for what no theme
 * is called: nats that a correlation of 1 is worth beside the odds of the asked theme, and the correlation that tells
 * neither way, since all stories have some themes in common. On the ladders 7 to 10 and .03 to .07 do as well.
 */
const LIKENESS = { worth: 8.5, even: 0.05 };

const MOST_EVIDENCE = 3;

/**
 * How well a story fits the theme of a question; undefined when it asks for no story.
 *
 * @param own what the story says beside the question said again: that would bring any story near.
 */
export function themeFit(
  reader: ThemeReader,
  question: Asked,
  story: Answer,
  own: Answer = story,
): ThemeFit | undefined {
  const asking = askingOf(reader, question);
  if (!asking) return undefined;
  const { themes, stories } = reader;
  const scores = Array.from(stories.scores(own.prose));
  const believed = Math.min(1, story.wordCount / ENOUGH);
  const { theme, odds } = oddsOf(
    asking.themes,
    stories.classes,
    scores.map(it => believed * it),
  );
  const likeness = believed * (correlation(asking.profile, scores) - LIKENESS.even);
  const nats = odds + LIKENESS.worth * likeness;
  const fit = 1 / (1 + Math.exp(-nats));
  const best = stories.classes[scores.indexOf(Math.max(...scores))]!;
  return {
    asked: theme.name,
    fit,
    isOff: fit < OFF_THEME,
    best: themes.get(best)!.name,
    evidence: telling(stories, story, stories.classes.indexOf(theme.id)),
  };
}

/** The asked theme that a story sounds most like, and by how many nats more than like any theme that is not asked for. */
function oddsOf(asked: readonly Theme[], classes: readonly string[], scores: readonly number[]) {
  const likelihoods = scores.map(it => Math.exp(SURE.story * it));
  const likelihoodOf = (id: string) => likelihoods[classes.indexOf(id)]!;
  const told = ({ id, near }: Theme) =>
    Math.max(likelihoodOf(id), ...near.map(it => NEAR * likelihoodOf(it)));
  const theme = asked.reduce((a, b) => (told(b) > told(a) ? b : a));
  const kin = new Set(asked.flatMap(it => [it.id, ...it.near]));
  const others = likelihoods.filter((_, at) => !kin.has(classes[at]!));
  return { theme, odds: others.length > 0 ? Math.log((told(theme) * others.length) / sumOf(others)) : 0 };
}

/** -1 to 1 (Pearson); 0 where all values of one are the same. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [sumOf(a) / a.length, sumOf(b) / b.length];
  const product = sumOf(a.map((it, at) => (it - meanA) * (b[at]! - meanB)));
  const spread = sumOf(a.map(it => (it - meanA) ** 2)) * sumOf(b.map(it => (it - meanB) ** 2));
  return spread > 0 ? product / Math.sqrt(spread) : 0;
}

const remembered = new WeakMap<Asked, Asking | null>();

function askingOf(reader: ThemeReader, question: Asked): Asking | null {
  const known = remembered.get(question);
  if (known !== undefined) return known;
  const asking = readAsked(reader, question);
  remembered.set(question, asking);
  return asking;
}

function readAsked(
  { themes, questions, stories }: ThemeReader,
  { prompt, points, answer }: Asked,
): Asking | null {
  const speakers = [
    speaking(questions, SURE.prompt, [prompt]),
    speaking(questions, SURE.points, [points.flatMap(it => it.text).join('\n')]),
    speaking(stories, SURE.model, answer),
  ];
  const nats = (id: string) => sumOf(speakers.map(it => it(id)));
  const known = gathered(questions.classes, id => {
    const theme = themes.get(id);
    return theme ? [{ theme, nats: nats(id) }] : [];
  });
  const most = Math.max(...known.map(it => it.nats));
  // A class without a theme stands for questions that ask for none.
  if (questions.classes.some(id => !themes.has(id) && nats(id) >= most + OTHER_KIND)) return null;
  const asked = known.filter(it => it.nats >= most + NEARLY).sort((a, b) => b.nats - a.nats);
  return { themes: asked.map(it => it.theme), profile: stories.classes.map(nats) };
}

/** Nats by which some texts, on average, speak for a class; for one that the classifier does not know, for any. */
function speaking(
  { classes, scores }: Classifier,
  sure: number,
  texts: readonly string[],
): (id: string) => number {
  const all = texts.map(text => Array.from(scores(parse(text).prose)));
  const means = classes.map((_, at) => (sure * sumOf(all.map(it => it[at]!))) / (all.length || 1));
  const usual = sumOf(means) / means.length;
  return id => means[classes.indexOf(id)] ?? usual;
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, it) => sum + it, 0);

/** The sentences that sound most like a class: one at least, for a whole may tell what none of its sentences does. */
function telling(stories: Classifier, { prose }: Answer, of: number): Sentence[] {
  return prose
    .map(sentence => ({ sentence, score: stories.scores([sentence])[of]! }))
    .sort((a, b) => b.score - a.score)
    .filter((it, at) => at === 0 || it.score > 0)
    .slice(0, MOST_EVIDENCE)
    .map(it => it.sentence);
}
