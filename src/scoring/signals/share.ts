import { ramp } from '../ramp.ts';
import { quotes, sentencesOf } from './context.ts';
import { signal } from './shape.ts';

/** Fewer words than this have no proportions. */
const LEAST_WORDS = 40;

export const share = signal({
  kind: 'share',
  about: 'How much of the answer is spent on some roles of the rubric; nothing where none of them was found.',
  params: {
    roles: { type: 'strings', required: true, min: 1, about: 'Names of roles, taken together.' },
    bounds: {
      type: 'numbers',
      required: true,
      min: 0,
      max: 1,
      about: 'Four shares of the words: too little, good from, good to, too much.',
    },
  },
  measure(context, { roles, bounds: [none = 0, from = 0, to = 1, all = 1] }) {
    const sentences = roles.flatMap(within => sentencesOf(context, { within }));
    const words = sentences.reduce((sum, it) => sum + it.words.length, 0);
    const { wordCount } = context.answer;
    const called = roles.join(' and ');
    if (words === 0 || wordCount < LEAST_WORDS) {
      const reason = words === 0 ? `Nothing was found of ${called}.` : 'Too short to have proportions.';
      return { value: null, evidence: [], missing: [], reason };
    }
    const part = words / wordCount;
    return {
      // Full at the bound itself, where nothing lies beyond it.
      value: Math.min(from > none ? ramp(part, none, from) : 1, all > to ? 1 - ramp(part, to, all) : 1),
      evidence: quotes(context.answer, sentences),
      missing: part < from ? [`more ${called}`] : part > to ? [`less ${called}`] : [],
      reason: `${Math.round(100 * part)} % of it goes to ${called}.`,
    };
  },
});
