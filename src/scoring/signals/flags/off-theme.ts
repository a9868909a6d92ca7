import type { Flag } from '../../../model/score.ts';
import { hasNoCase } from '../../text/candour.ts';
import type { Context } from '../context.ts';

const WORDS = 20;

/** A story about something else than was asked for. */
export function offTheme(context: Context): Flag | undefined {
  const { theme, answer, candid } = context;
  if (!theme?.isOff || answer.wordCount < WORDS) return undefined;
  // Whoever says that they have no such story tells none on another theme.
  if (candid.length > 0 || hasNoCase(answer.text)) return undefined;
  return {
    kind: 'off-topic',
    reason: `It sounds like a story about ${theme.best}; the question asks for ${theme.asked}.`,
  };
}
