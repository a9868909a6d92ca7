import { ramp } from '../ramp.ts';
import { quotes } from './context.ts';
import { signal } from './shape.ts';

/** Fit at which a story begins to tell of what was asked for, and at which it plainly does. */
const FROM = 0.25;
const PLAIN = 0.6;

export const theme = signal({
  kind: 'theme',
  about: 'Whether a story tells of what the question asks for, such as a conflict or a mistake.',
  params: {},
  measure({ theme: found, answer }) {
    if (!found)
      return {
        value: null,
        evidence: [],
        missing: [],
        reason: 'The question asks for no theme that is known.',
      };
    const value = ramp(found.fit, FROM, PLAIN);
    return {
      value,
      evidence: quotes(
        answer,
        found.evidence.map(it => it.sentence),
      ),
      missing: value < 0.5 ? [`a story about ${found.asked}`] : [],
      reason:
        value < 0.5
          ? `It sounds more like a story about ${found.best} than about ${found.asked}.`
          : `It sounds like a story about ${found.asked}.`,
    };
  },
});
