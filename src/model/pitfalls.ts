/** What a pitfall is. */
import type { Pitfall } from './content.ts';

/** Whether it is a wrong claim, and neither an absence nor a manner. */
export const isClaim = ({ absent, signal }: Pitfall): boolean => !absent && !signal;

/** The ways in which a wrong claim is made; none of another pitfall. */
export const wordingsOf = (pitfall: Pitfall): string[] =>
  isClaim(pitfall) ? [pitfall.text, ...(pitfall.also ?? [])] : [];
