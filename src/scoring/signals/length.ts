import { ramp } from '../ramp.ts';
import { signal } from './shape.ts';

/** Sentences on average can be told from this many words on. */
const LEAST_WORDS = 25;

export const length = signal({
  kind: 'length',
  about: 'Words between bounds.',
  absence: true,
  params: {
    of: {
      type: 'string',
      oneOf: ['answer', 'sentence'],
      default: 'answer',
      about: 'The whole answer, or its sentences on average.',
    },
    bounds: {
      type: 'numbers',
      required: true,
      min: 0,
      about: 'Four figures: too short, good from, good to, too long.',
    },
  },
  measure({ answer }, { of, bounds: [none = 0, from = 0, to = 1e9, all = 1e9] }) {
    const prose = answer.prose.filter(it => it.words.length > 0);
    if (of === 'sentence' && answer.wordCount < LEAST_WORDS)
      return { value: null, evidence: [], missing: [], reason: 'Too short to tell.' };
    const words = of === 'answer' ? answer.wordCount : answer.wordCount / Math.max(1, prose.length);
    const told = of === 'answer' ? `${words} words` : `${Math.round(words)} words to a sentence`;
    const verdict = words < from ? ', too few' : words > to ? ', too many' : '';
    return {
      value: Math.min(ramp(words, none, from), 1 - ramp(words, to, all)),
      evidence: [],
      missing: [],
      reason: `${told}${verdict}.`,
    };
  },
});
