import type { Flag, Submission } from '../../../model/score.ts';
import { topicOfAnswer } from '../../coverage/topic.ts';
import { type Context, weighsTheme } from '../context.ts';
import { isOfOwnWork } from './little-of-work.ts';
import { admits, percent } from './wording.ts';

/** A shorter answer may have few words in common with anything. */
const WORDS = 20;

/** Of a question about which less is known (stems of its points and answers), nobody can say what is off its topic. */
const KNOWN = 30;

/**
 * Share, 0 to 1, of an answer's words that bear on the question; undefined where nobody can tell by it, and where more than
 * so much (0 to 1) is covered, in whatever words.
 */
export function topicShare(context: Context, covered: number): number | undefined {
  const { answer, candid, coverage, question, submission } = context;
  if (tellsStory(submission)) return undefined;
  if (coverage.value === null || coverage.value >= covered) return undefined;
  if (question.topic.size < KNOWN || answer.wordCount < WORDS) return undefined;
  // Whoever does not know a thing has few of its words.
  if (candid.length > 0 || admits(context)) return undefined;
  return topicOfAnswer(question, answer);
}

/**
 * A story has a subject of its own: its words are the teller's, not the question's. What is told to a follow-up or a probe
 * belongs to one; motives and expectations, for which no rubric weighs a theme, do not.
 */
function tellsStory({ asked, rubrics }: Submission): boolean {
  if (asked.type !== 'behavioral') return false;
  return rubrics.length === 0 || rubrics.some(it => it.criteria.length < 2 || weighsTheme(it));
}

const COVERAGE = 0.08;
const SHARE = 0.08;

/** It covers nothing and has hardly a word in common with anything known about the question. */
export function offTopic(context: Context): Flag | undefined {
  const share = topicShare(context, COVERAGE);
  if (share === undefined || share >= SHARE || isOfOwnWork(context)) return undefined;
  return {
    kind: 'off-topic',
    reason: `Only ${percent(share)} of its words bear on the question, and no point is covered.`,
  };
}
