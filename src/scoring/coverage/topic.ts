/** What the words of an answer are to a question: of its topic, of its prompt, or of its cues. */
import type { Answer, Sentence } from '../text/answer.ts';
import { mayHave } from '../text/hash.ts';
import { meaningOf, type Word } from '../text/tokens.ts';
import { weightIn } from '../text/vocabulary.ts';
import type { Prepared } from './prepared.ts';

const [TOPIC, PROMPT, CUE] = [1, 2, 4];

/** Whether a word occurs in anything known of the question; the parts of a compound count by themselves. */
export const isOfTopic = (question: Prepared, word: Word): boolean =>
  (standingOf(question, word) & TOPIC) !== 0;

/** Whether the question's prompt has the word, and whether its cues have. */
export const isAsked = (question: Prepared, word: Word): boolean =>
  (standingOf(question, word) & PROMPT) !== 0;
export const isCue = (question: Prepared, word: Word): boolean => (standingOf(question, word) & CUE) !== 0;

/** Looked up when another question has asked about the word in between: one answer's words are asked about many times. */
function standingOf(question: Prepared, { spelling }: Word): number {
  if (spelling.asker === question.number) return spelling.standing;
  spelling.asker = question.number;
  spelling.standing = 0;
  // Prompt and cues are a part of the topic.
  if (!mayHave(question.topicFilter, spelling.stemHash)) return 0;
  const { stem } = spelling;
  const has = (stems: ReadonlySet<string>, bit: number) => (stems.has(stem) ? bit : 0);
  spelling.standing = has(question.topic, TOPIC) | has(question.prompt, PROMPT) | has(question.cueStems, CUE);
  return spelling.standing;
}

/** A sentence bears on the question when its words in common with it weigh this much, the prompt's own little. */
const LEAST_COMMON = 2;

export function onTopic(question: Prepared, { words }: Sentence): boolean {
  // Few are found before they are enough: a list is searched sooner than a set is made.
  const common: string[] = [];
  let sum = 0;
  for (const word of words) {
    if (word.weight === 0 || !bears(question, word) || common.includes(word.stem)) continue;
    common.push(word.stem);
    sum += weightIn(word, question.vocabulary);
    if (sum >= LEAST_COMMON) return true;
  }
  return false;
}

/** Share, 0 to 1, of the answer's words with meaning (code apart) that occur in what is known of the question. */
export function topicOfAnswer(question: Prepared, { proseWords }: Answer): number {
  let bearing = 0;
  for (const word of proseWords) if (word.weight > 0 && bears(question, word)) bearing += word.weight;
  return bearing > 0 ? bearing / meaningOf(proseWords) : 0;
}

/** By itself, or as a part of a compound that is known. */
function bears(question: Prepared, word: Word): boolean {
  return isOfTopic(question, word) || (word.whole !== undefined && question.topic.has(word.whole));
}
