import { ramp } from '../ramp.ts';
import { type Context, quotes } from './context.ts';
import { signal } from './shape.ts';
import { tellingOf } from './telling.ts';

/** Fit at which a story begins to tell of what was asked for, and at which it plainly does. */
const FROM = 0.25;
const PLAIN = 0.6;

const MIDDLE = (FROM + PLAIN) / 2;

/** What talk of the theme is worth in which nothing is told, and the parts with which it is a story. */
const TALK = 0.3;
const PARTS = 3;

/** How much of a story it is, 0.3 to 1; 1 where points tell that, or where the rubric knows no parts of one. */
function toldOf(context: Context): number {
  if (context.coverage.value !== null || context.roles.size === 0) return 1;
  const parts = [...context.roles.keys()].filter(it => tellingOf(context, it).length > 0).length;
  return TALK + (1 - TALK) * Math.min(1, parts / Math.min(PARTS, context.roles.size));
}

export const theme = signal({
  kind: 'theme',
  about: 'Whether a story tells of what the question asks for, such as a conflict or a mistake.',
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
    const value = ramp(found.fit, FROM, PLAIN) * toldOf(context);
    return {
      value,
      evidence: quotes(
        answer,
        found.evidence.map(it => it.sentence),
      ),
      missing: value < 0.5 ? [`a story about ${found.asked}`] : [],
      reason:
        found.fit < MIDDLE
          ? `It sounds more like a story about ${found.best} than about ${found.asked}.`
          : `It sounds like a story about ${found.asked}.`,
    };
  },
});
