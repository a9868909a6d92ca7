import type { Flag } from '../../../model/score.ts';
import { topicOfAnswer } from '../../coverage/topic.ts';
import { parse } from '../../text/answer.ts';
import { isTableRow } from '../../text/grid.ts';
import { isArticle } from '../../text/language.ts';
import { isNotes } from '../../text/notes.ts';
import { countOf } from '../../text/tokens.ts';
import { orderOf } from '../../text/word-order.ts';
import type { Context } from '../context.ts';

/**
 * Fewer pairs tell nothing. The mean that no honest text stays below, less what the mean of few pairs may be off: set so that
 * hardly any honest answer is below it, and most of them are when they are reversed (tests/scoring/signals/disorder.test.ts).
 */
const PAIRS = 15;
const LEAST_ORDER = 0.05;
const MAY_BE_OFF = 1.4;

/**
 * Nobody answers in nothing but the words of the question's own texts; whoever does has copied them. Texts in sentences have a
 * mean of 0.25 or more, with every third word left out 0.15 at most. Who leaves out all articles speaks so.
 */
const COPIED = { topic: 0.97, pairs: 50, order: 0.17, whole: 0.28, from: 0.25, articles: 0.01 };

/** Words that people do not put in such an order. */
export function disorder({ answer, submission, question }: Context): Flag | undefined {
  // A program without a fence is read as prose.
  const isCoding = submission.asked.type === 'coding';
  if (isCoding && answer.code.length > 0) return undefined;
  const sentences = answer.prose.filter(it => !isTableRow(answer.text, it));
  const { pairs, mean } = orderOf(sentences, answer.flat);
  if (pairs < PAIRS || mean >= COPIED.order) return undefined;
  const copied =
    pairs >= COPIED.pairs &&
    mean < COPIED.whole - MAY_BE_OFF / Math.sqrt(pairs) &&
    countOf(answer.proseWords, isArticle) >= COPIED.articles * answer.wordCount &&
    topicOfAnswer(question, answer) >= COPIED.topic &&
    submission.asked.answer.every(isInOrder);
  if (!copied && (isCoding || mean >= LEAST_ORDER - MAY_BE_OFF / Math.sqrt(pairs))) return undefined;
  if (isNotes(answer, answer.wordCount)) return undefined;
  return { kind: 'gibberish', reason: 'Its words stand in no order that makes sentences.' };
}

/** Of a model answer in notes a copy has no better order than they have. */
function isInOrder(text: string): boolean {
  const { prose, flat } = parse(text);
  return orderOf(prose, flat).mean >= COPIED.from;
}
