/** What a clock says and how urgent it is. The words carry the meaning; the tone only adds to them. */
import { clockText } from '../../model/clock-text.ts';

/** `calm`, `soon` under a fifth of the budget, `now` under ten seconds and afterwards. */
export type Tone = 'calm' | 'soon' | 'now';

export interface Countdown {
  /** `12:34 left`, `+0:42 over`. */
  words: string;
  tone: Tone;
}

const SOON = 0.2;
const NOW_SECONDS = 10;

/**
 * @param left seconds; negative when the time is over.
 * @param budget seconds in all.
 * @param coarse whole minutes, for screen readers: words that change every second would be read out every second.
 */
export function countdown(left: number, budget: number, coarse = false): Countdown {
  const tone = left < NOW_SECONDS ? 'now' : left < budget * SOON ? 'soon' : 'calm';
  return { words: coarse ? coarseWords(left) : words(left), tone };
}

function words(left: number): string {
  // Rounded so that a full budget is shown at the start, and over begins with the first second over.
  return left > 0 ? `${clockText(Math.ceil(left))} left` : `+${clockText(Math.floor(-left))} over`;
}

function coarseWords(left: number): string {
  if (left <= 0) return left > -60 ? 'time is over' : `${Math.floor(-left / 60)} min over`;
  if (left < NOW_SECONDS) return 'under 10 seconds left';
  return left < 60 ? 'under a minute left' : `${Math.floor(left / 60)} min left`;
}
