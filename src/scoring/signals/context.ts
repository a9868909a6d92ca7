/** What every signal of one submission may look at: the answer, parsed once, and how it fits the question. */
import type { Rubric } from '../../model/content.ts';
import type { Evidence, Submission } from '../../model/score.ts';
import { type Manner, mannerOf } from '../classifiers/manner.ts';
import { type Claim, claimsOf } from '../coverage/pitfalls.ts';
import { type Coverage, coverageOf } from '../coverage/points.ts';
import { type Prepared, prepare } from '../coverage/prepared.ts';
import { onTopic } from '../coverage/topic.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { type ThemeFit, themeFit } from '../lexicon/themes/fit.ts';
import { type Answer, parse, type Sentence } from '../text/answer.ts';
import { candidSentences, openSentences } from '../text/candour.ts';
import { withoutEcho } from '../text/echoed.ts';
import { quoteOf } from '../text/evidence.ts';
import { ownText } from '../text/given.ts';
import { politeSentences, withoutPoliteness } from '../text/politeness.ts';
import { withoutRestated } from '../text/restated.ts';
import { type Searchable, searchable } from '../text/searchable.ts';
import type { Roles } from './roles.ts';

export interface Context {
  readonly submission: Submission;
  readonly answer: Answer;
  /** A story without thanks and hopes at either end; any other answer as it is. */
  readonly spoken: Answer;
  readonly question: Prepared;
  readonly search: Searchable;
  readonly claims: readonly Claim[];
  /** Numbers of the sentences that say openly what is not known, and how to find out. */
  readonly candid: readonly number[];
  readonly coverage: Coverage;
  /** How a story fits what was asked for; undefined where no rubric weighs that, or for no theme that is known. */
  readonly theme: ThemeFit | undefined;
  /** How a story is told; undefined where no rubric weighs what it is about. */
  readonly manner: Manner | undefined;
  /** The sentences that bear on the question; looked for when a signal asks. */
  readonly topical: () => ReadonlySet<Sentence>;
  /** Of the rubric that is being read. */
  readonly roles: Roles;
}

const NO_ROLES: Roles = new Map();

/** The context of a submission before any rubric is read. */
export function contextOf(submission: Submission, lexicon: Lexicon): Context {
  const question = prepare(submission.asked, submission.aliases, lexicon);
  const { answer: text, given } = submission;
  const own = ownText(text, given);
  const answer = own === text ? parse(text) : { ...parse(own), text };
  const search = searchable(answer, question.vocabulary);
  const claims = claimsOf(question, search);
  const candid = candidSentences(answer);
  const claiming = claims.map(it => it.sentence);
  const hollow = [...candid, ...openSentences(answer), ...politeSentences(answer)];
  const coverage = coverageOf(question, search, { claiming, hollow });
  const isStory = submission.asked.type === 'behavioral';
  const spoken = isStory ? withoutPoliteness(answer) : answer;
  // A follow-up asks for a detail, which is no story by itself.
  const isWhole = isStory && submission.rubrics.some(weighsTheme);
  const themes = isWhole ? lexicon.themes() : undefined;
  const theme = themes && themeFit(themes, submission.asked, spoken, ownWords(spoken, question));
  const manner = isWhole ? mannerOf(spoken, lexicon.manner()) : undefined;
  let found: ReadonlySet<Sentence> | undefined;
  const topical = () => {
    found ??= new Set(answer.sentences.filter(it => onTopic(question, it)));
    return found;
  };
  const roles = NO_ROLES;
  return {
    submission,
    answer,
    spoken,
    question,
    search,
    claims,
    candid,
    coverage,
    theme,
    manner,
    topical,
    roles,
  };
}

/** What a story says beside the question: to say that it tells of what was asked makes it no such story. */
const ownWords = (story: Answer, { promptWords }: Prepared): Answer =>
  withoutEcho(withoutRestated(story, promptWords), promptWords);

/** Whether a rubric looks at what a story is about. */
export const weighsTheme = ({ criteria }: Rubric): boolean =>
  criteria.some(it => it.signals.some(({ kind }) => kind === 'theme'));

/** The same with what a rubric adds. Field by field: to copy so many by spreading them takes as long as a signal does. */
export function toldBy(context: Context, roles: Roles, coverage: Coverage): Context {
  const { submission, answer, spoken, question, search, claims, candid, theme, manner, topical } = context;
  return {
    submission,
    answer,
    spoken,
    question,
    search,
    claims,
    candid,
    coverage,
    theme,
    manner,
    topical,
    roles,
  };
}

export interface Part {
  /** Name of a role; a role that the rubric does not have leaves nothing. */
  within?: string | undefined;
  onTopic?: boolean | undefined;
}

/** The sentences that a signal looks at: all, or those of one role, or those about the question. */
export function sentencesOf(context: Context, part: Part): readonly Sentence[] {
  const { answer } = context;
  const sentences =
    part.within === undefined
      ? answer.sentences
      : (context.roles.get(part.within) ?? []).map(number => answer.sentences[number]!);
  // Without points or a model answer nobody knows what the topic is.
  if (!part.onTopic || context.coverage.value === null) return sentences;
  const topical = context.topical();
  return sentences.filter(it => topical.has(it));
}

/** A few quotes prove a reading; more only repeat it. */
const MOST_QUOTES = 3;

export function quotes(answer: Answer, sentences: readonly Sentence[]): Evidence[] {
  return sentences.slice(0, MOST_QUOTES).map(it => quoteOf(answer, it));
}
