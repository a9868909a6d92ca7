/** What flags say of themselves, and the part of an answer that they look at. */
import type { Sentence } from '../../text/answer.ts';
import type { Word } from '../../text/tokens.ts';
import type { Context } from '../context.ts';

export const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** A quote on one line, cut where it would be too long for a reason. */
export const short = (text: string): string =>
  (text.length > 60 ? `${text.slice(0, 57).trimEnd()}...` : text).replace(/\s+/g, ' ').trim();

/** The sentences outside of code. */
export const prose = ({ answer }: Context): Sentence[] => answer.sentences.filter(it => it.kind !== 'code');

const remembered = new WeakMap<Context, readonly Word[]>();

/** Their words: several flags count them. */
export function wordsOfProse(context: Context): readonly Word[] {
  const known = remembered.get(context);
  if (known) return known;
  const words = prose(context).flatMap(it => it.words);
  remembered.set(context, words);
  return words;
}

/** Who says that they do not know is honest, however little else is said. */
const ADMITS =
  /\b(?:(?:do not|don't|dont) (?:really |actually |quite )?(?:know|remember|recall)|not (?:sure|familiar|certain)|no (?:idea|experience)|never (?:used|worked|done|had)|have(?:n't| not) (?:used|worked|done|had|come)|can(?:'t|not) (?:say|remember|recall|think of)|i would (?:have to )?(?:look|guess|find out|check))\b/i;

export const admits = ({ answer }: Context): boolean => ADMITS.test(answer.text.replaceAll('’', "'"));
