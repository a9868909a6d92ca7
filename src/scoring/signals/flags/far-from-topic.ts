import type { Flag } from '../../../model/score.ts';
import { talk } from '../../coverage/background.ts';
import type { Prepared } from '../../coverage/prepared.ts';
import { topicOfAnswer } from '../../coverage/topic.ts';
import type { Context } from '../context.ts';
import { topicShare } from './off-topic.ts';
import { percent } from './wording.ts';

/** Whoever covers so much is on the topic, in whatever words. */
const COVERAGE = 0.45;

const remembered = new WeakMap<Prepared, number>();

/** Share of the words of any talk about software that bear on a question. */
function talkShare(question: Prepared): number {
  const share = remembered.get(question) ?? topicOfAnswer(question, talk());
  remembered.set(question, share);
  return share;
}

/**
 * An answer to another question of the field, as a rule: it has no more of this one's words than any talk about software
 * has. Or it is right in everyday words; then nobody can tell by them (docs/judging.md).
 */
export function farFromTopic(context: Context): Flag | undefined {
  const { answer, question, submission } = context;
  // Code has few words, a model answer alone tells too little of what belongs to a topic, and of oneself one talks in any words.
  if (answer.code.length > 0 || question.points.length === 0) return undefined;
  if (submission.asked.type === 'behavioral') return undefined;
  const share = topicShare(context, COVERAGE);
  if (share === undefined || share >= talkShare(question)) return undefined;
  return {
    kind: 'far-from-topic',
    reason: `Only ${percent(share)} of its words bear on the question, no more than of any talk about software: right or wrong, by its words nobody can tell.`,
  };
}
