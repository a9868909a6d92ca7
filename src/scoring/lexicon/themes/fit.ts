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
  /**
   * How much it sounds like that rather than like a story on any other theme, 0 to 1: 0.5 where it does not tell, 0.8 where
   * its words are four times as likely there.
   */
  readonly fit: number;
  /** So little like it that it answers another question. */
  readonly isOff: boolean;
  /** Name of the theme that the story sounds most like. */
  readonly best: string;
  /** Where the story sounds like the asked theme, the most telling sentences first. */
  readonly evidence: readonly Sentence[];
}

/** A story with a lower fit answers another question. */
export const OFF_THEME = 0.17;

/**
 * Nats that a score of 1 is worth: so that odds come out about right on voices that were left out. What points and model
 * answers say of a question repeats what its prompt says.
 */
const SURE = { story: 8, prompt: 6, points: 3, model: 4 };

/**
 * Themes this likely beside the likeliest are asked for as well, and a question that asks for more of them asks for none;
 * nor does one that is half as likely to be of another kind.
 */
const NEARLY = 0.1;
const MOST_ASKED = 6;
const OTHER_KIND = 0.5;

/** Words from which on a story is long enough for its words to be believed; below, in proportion. */
const ENOUGH = 60;

/** What a story on a near theme is worth of one on the theme itself. */
const NEAR = 0.5;

const MOST_EVIDENCE = 3;

/** How well a story fits the theme of a question; undefined when it asks for no theme that is known. */
export function themeFit(reader: ThemeReader, question: Asked, story: Answer): ThemeFit | undefined {
  const asked = askedThemes(reader, question);
  if (asked.length === 0) return undefined;
  const { themes, stories } = reader;
  const sure = SURE.story * Math.min(1, story.wordCount / ENOUGH);
  const likelihoods = Array.from(stories.scores(story.prose), it => Math.exp(sure * it));
  const likelihoodOf = (id: string) => likelihoods[stories.classes.indexOf(id)]!;
  const told = ({ id, near }: Theme) =>
    Math.max(likelihoodOf(id), ...near.map(it => NEAR * likelihoodOf(it)));
  const mine = asked.reduce((a, b) => (told(b) > told(a) ? b : a));
  const kin = new Set(asked.flatMap(it => [it.id, ...it.near]));
  const others = likelihoods.filter((_, at) => !kin.has(stories.classes[at]!));
  const fit = told(mine) / (told(mine) + sumOf(others) / others.length);
  const best = stories.classes[likelihoods.indexOf(Math.max(...likelihoods))]!;
  return {
    asked: mine.name,
    fit,
    isOff: fit < OFF_THEME,
    best: themes.get(best)!.name,
    evidence: telling(stories, story, stories.classes.indexOf(mine.id)),
  };
}

const remembered = new WeakMap<Asked, readonly Theme[]>();

/** The themes that a question asks for, the plainest first; none where it asks for none, or for too many. */
export function askedThemes(reader: ThemeReader, question: Asked): readonly Theme[] {
  const asked = remembered.get(question) ?? readAsked(reader, question);
  remembered.set(question, asked);
  return asked;
}

function readAsked({ themes, questions, stories }: ThemeReader, { prompt, points, answer }: Asked): Theme[] {
  const scores = [
    speaking(questions, SURE.prompt, [prompt]),
    speaking(questions, SURE.points, [points.flatMap(it => it.text).join('\n')]),
    speaking(stories, SURE.model, answer),
  ];
  const odds = questions.classes.map(id => Math.exp(sumOf(scores.map(it => it(id)))));
  // A class without a theme stands for questions that ask for none.
  const known = gathered(questions.classes, (id, at) => {
    const theme = themes.get(id);
    return theme ? [{ theme, odds: odds[at]! }] : [];
  });
  const most = Math.max(...known.map(it => it.odds));
  const asked = known.filter(it => it.odds >= NEARLY * most).sort((a, b) => b.odds - a.odds);
  const isOther = questions.classes.some((id, at) => !themes.has(id) && odds[at]! >= OTHER_KIND * most);
  return isOther || asked.length > MOST_ASKED ? [] : asked.map(it => it.theme);
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
