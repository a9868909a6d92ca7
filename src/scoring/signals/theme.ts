import { isTalk } from '../classifiers/manner.ts';
import type { ThemeFit } from '../lexicon/themes/fit.ts';
import { ramp } from '../ramp.ts';
import { type Context, quotes } from './context.ts';
import { againstYou, worstDeed } from './flags/conduct.ts';
import { signal } from './shape.ts';
import { bearingOf, FIT } from './story.ts';
import { tellingAmong, tellingOf } from './telling.ts';

const MIDDLE = (FIT.from + FIT.to) / 2;

/** What talk of the theme is worth in which nothing is told, and the parts with which it is a story. */
const TALK = 0.3;
const PARTS = 3;

/** How much of a story it is, 0.3 to 1; 1 where points tell that, or where the rubric knows no parts of one. */
function toldOf(context: Context): number {
  if (tellingAmong(context, context.answer.prose).length === 0) return TALK;
  if (context.coverage.value !== null || context.roles.size === 0) return 1;
  const parts = [...context.roles.keys()].filter(it => tellingOf(context, it).length > 0).length;
  return TALK + (1 - TALK) * Math.min(1, parts / Math.min(PARTS, context.roles.size));
}

/** Share that is left of a story from which down its manner is spoken of. */
const DOUBTFUL = 0.6;

const soundsLike = ({ fit, best, asked }: ThemeFit): string =>
  fit < MIDDLE
    ? `It sounds more like a story about ${best} than about ${asked}.`
    : `It sounds like a story about ${asked}.`;

/** What is wanting, and why, where hardly anything is left of it and that is not for the theme. */
function doubtOf(context: Context, bearing: number): { missing: string; reason: string } | undefined {
  if (bearing >= DOUBTFUL) return undefined;
  return isTalk(context.manner)
    ? { missing: 'something that happened', reason: ' Nothing is told that could be checked.' }
    : { missing: 'conduct that speaks for you', reason: ` ${againstYou(worstDeed(context))}` };
}

export const theme = signal({
  kind: 'theme',
  about:
    'Whether a story tells of what the question asks for, such as a conflict or a mistake, and speaks for its teller.',
  params: {},
  measure(context) {
    const { theme: found, answer } = context;
    if (!found)
      return {
        value: null,
        evidence: [],
        missing: [],
        reason: 'The question asks for no theme that is known.',
      };
    const bearing = bearingOf(context);
    const doubt = doubtOf(context, bearing);
    const value = ramp(found.fit, FIT.from, FIT.to) * toldOf(context) * bearing;
    return {
      value,
      evidence: quotes(answer, found.evidence),
      missing: value < 0.5 ? [doubt?.missing ?? `a story about ${found.asked}`] : [],
      reason: `${soundsLike(found)}${doubt?.reason ?? ''}`,
    };
  },
});
