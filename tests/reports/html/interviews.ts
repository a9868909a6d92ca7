/** An interview with a text of one's own in every place where somebody else's could stand. */
import type { Debrief } from '../../../src/model/debrief.ts';
import type { Evidence } from '../../../src/model/score.ts';

/** Words of ours, told by their kind: nobody else can put another in their place. */
const OURS = new Set(
  `debrief coach real question follow-up probe closing answered time-up skipped scored cannot-assess error covered partial
  missing explained dropped unused technical behavioral no-hire hire-one-level-lower hire undecided passed failed too-much
  open admitted wrong out-of-time`.split(/\s+/),
);

/** @param put what stands before each text; evidence then reaches from there to where it ended. */
export function reworded(debrief: Debrief, put: string): Debrief {
  return change(debrief, put) as Debrief;
}

/** @param answer what evidence is of; in a debrief's grounds there is none at hand, only the quote. */
function change(value: unknown, put: string, answer?: string): unknown {
  if (typeof value === 'string') return OURS.has(value) ? value : put + value;
  if (Array.isArray(value)) return value.map(it => change(it, put, answer));
  if (typeof value !== 'object' || value === null) return value;
  if ('quote' in value && answer !== undefined) return widened(value as Evidence, put, answer);
  const own = 'answer' in value && typeof value.answer === 'string' ? value.answer : answer;
  return Object.fromEntries(
    Object.entries(value).map(([key, it]) => [key, isName(key, value) ? it : change(it, put, own)]),
  );
}

function widened({ end }: Evidence, put: string, answer: string): Evidence {
  return { start: 0, end: put.length + end, quote: put + answer.slice(0, end) };
}

/** By these one part of a debrief finds another: keys of asks, ids of rubrics and of criteria. */
function isName(key: string, of: object): boolean {
  if (key === 'rubrics') return 'followUps' in of;
  return key === 'key' || (key === 'id' && ('anchors' in of || 'confidence' in of));
}
