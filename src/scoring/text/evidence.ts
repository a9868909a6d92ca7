/** Places in an answer as quotes that are exactly that slice. */
import type { Evidence } from '../../model/score.ts';
import type { Answer, Sentence } from './answer.ts';

/** The stretch from one sentence to another as an exact slice. */
export function evidenceOf(answer: Answer, from: number, to: number): Evidence[] {
  const first = answer.sentences[from];
  const last = answer.sentences[to];
  return first && last ? [slice(answer.text, first.start, last.end)] : [];
}

export function slice(text: string, start: number, end: number): Evidence {
  return { start, end, quote: text.slice(start, end) };
}

export const quoteOf = (answer: Answer, sentence: Sentence): Evidence =>
  slice(answer.text, sentence.start, sentence.end);

/** The longest quote, which says most; the first of equals, undefined without any. */
export const longestOf = (evidence: readonly Evidence[]): Evidence | undefined =>
  evidence.toSorted((a, b) => b.quote.length - a.quote.length)[0];

/** Each place once. */
export function distinct(evidence: readonly Evidence[]): Evidence[] {
  const isSame = (a: Evidence, b: Evidence) => a.start === b.start && a.end === b.end;
  return evidence.filter((it, at) => evidence.findIndex(one => isSame(one, it)) === at);
}
