import type { Flag } from '../../../model/score.ts';
import { topicOfAnswer } from '../../coverage/topic.ts';
import type { Context } from '../context.ts';
import { admits, percent } from './wording.ts';

/** A shorter answer may have few words in common with anything. */
export const WORDS = 20;
const COVERAGE = 0.08;
const SHARE = 0.08;

/** Of a question about which less is known (stems of its points and answers), nobody can say what is off its topic. */
export const KNOWN = 30;

/** It covers nothing and has hardly a word in common with anything known about the question. */
export function offTopic(context: Context): Flag | undefined {
  const { answer, candid, coverage, question, submission } = context;
  // A story has a subject of its own: its words are the teller's, not the question's.
  if (submission.asked.type === 'behavioral') return undefined;
  if (coverage.value === null || coverage.value >= COVERAGE) return undefined;
  if (question.topic.size < KNOWN || answer.wordCount < WORDS) return undefined;
  // Whoever does not know a thing has few of its words.
  if (candid.length > 0 || admits(context)) return undefined;
  const share = topicOfAnswer(question, answer);
  if (share >= SHARE) return undefined;
  return {
    kind: 'off-topic',
    reason: `Only ${percent(share)} of its words bear on the question, and no point is covered.`,
  };
}
