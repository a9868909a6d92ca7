/** What a pitfall is. */
import type { Pitfall } from './content.ts';

/** The ways in which a wrong claim is made; none of a pitfall that is an absence or a manner. */
export const wordingsOf = ({ text, also = [], absent, signal }: Pitfall): string[] =>
  absent || signal ? [] : [text, ...also];
