import type { Flag } from '../../../model/score.ts';
import type { Context } from '../context.ts';
import { admits } from './wording.ts';

const WORDS = 20;

/** A story about something else than was asked for. */
export function offTheme(context: Context): Flag | undefined {
  const { theme, answer } = context;
  if (!theme?.isOff || answer.wordCount < WORDS || admits(context)) return undefined;
  return {
    kind: 'off-topic',
    reason: `It sounds like a story about ${theme.best}; the question asks for ${theme.asked}.`,
  };
}
