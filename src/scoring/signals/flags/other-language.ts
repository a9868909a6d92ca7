import type { Flag } from '../../../model/score.ts';
import { foreignLanguage } from '../../text/language.ts';
import type { Context } from '../context.ts';

/** An answer in a language that the question is not in: no word of it can be compared. */
export function otherLanguage(context: Context): Flag | undefined {
  const language = foreignLanguage(context.answer.proseWords);
  if (language === undefined || foreignLanguage(context.question.promptWords) === language) return undefined;
  return { kind: 'other-language', reason: `It is written in ${language}, the question is not.` };
}
