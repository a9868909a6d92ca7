/** What flags say of themselves. */
import type { Context } from '../context.ts';

export const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** A quote on one line, cut where it would be too long for a reason. */
export const short = (text: string): string =>
  (text.length > 60 ? `${text.slice(0, 57).trimEnd()}...` : text).replace(/\s+/g, ' ').trim();

/** Who says that they do not know is honest, however little else is said. */
const ADMITS =
  /\b(?:(?:do not|don't|dont) (?:really |actually |quite )?(?:know|remember|recall)|not (?:sure|familiar|certain)|no (?:idea|experience)|never (?:used|worked|done|had)|have(?:n't| not) (?:used|worked|done|had|come)|can(?:'t|not) (?:say|remember|recall|think of)|i would (?:have to )?(?:look|guess|find out|check))\b/i;

export const admits = ({ answer }: Context): boolean => ADMITS.test(answer.text.replaceAll('’', "'"));
