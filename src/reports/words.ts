/** Figures in the words that every report uses. */
import { timeUsed } from '../model/clock-text.ts';
import type { DebriefTry } from '../model/debrief.ts';
import { LEVEL_NAMES, type Level } from '../model/level.ts';
import type { Chain, ChainEnd } from '../model/session.ts';

/** `3:20`, or `1:05:00` from an hour on; rounded to seconds. */
export const time = timeUsed;

/** `3:20 of 10:00`, with what went over. */
export function timeOf(seconds: number, budget: number): string {
  const over = Math.round(seconds) - Math.round(budget);
  return `${time(seconds)} of ${time(budget)}${over > 0 ? `, ${time(over)} over` : ''}`;
}

/** `3, there`. */
export function levelWord(level: Level | null): string {
  return level === null ? 'not judged' : `${level}, ${LEVEL_NAMES[level]}`;
}

/** `71.4`; a dash where there is no score. */
export function scoreWord(score: number | null): string {
  return score === null ? '–' : String(Math.round(score * 10) / 10);
}

/** `71.4`, `41.0`: for columns, in which the points stand below each other; a dash where there is no score. */
export function scoreColumn(score: number | null): string {
  return score === null ? '–' : (Math.round(score * 10) / 10).toFixed(1);
}

/** How an answer came to its end. */
export function outcomeWord({ outcome, answer }: DebriefTry): string {
  if (outcome === 'skipped') return 'skipped';
  if (outcome === 'time-up') return 'the time was up: handed in as it stood';
  return answer.trim() === '' ? 'handed in empty' : 'handed in';
}

const ENDS: Readonly<Record<ChainEnd, string>> = {
  answered: 'answered',
  open: 'left open',
  admitted: 'you said that you did not know',
  wrong: 'ended with a wrong claim',
  skipped: 'skipped',
  'out-of-time': 'out of time',
};

/** `3 layers deep, answered`; the main answer is the first layer. */
export function chainWord({ layers, end }: Chain): string {
  return `${layers === 1 ? 'nothing followed' : `${layers} layers deep`}, ${ENDS[end]}`;
}

/**
 * Why an answer has no score; undefined where it has one. The cause is the judge's own text, not yet escaped.
 * @param counts whether the answer would move the scorecard.
 */
export function noScore(it: DebriefTry, counts: boolean): string | undefined {
  const as0 = counts ? '; it counts as 0 in the scorecard' : '';
  if (it.outcome === 'skipped') return `skipped${as0}`;
  if (it.answer.trim() === '') return `nothing was written${as0}`;
  const { status, cause } = it.result;
  if (status === 'scored') return undefined;
  const why = status === 'error' ? 'the judge failed' : 'it could not be assessed';
  return `${why}${cause ? ` (${cause})` : ''}; it is left out of the scorecard`;
}
