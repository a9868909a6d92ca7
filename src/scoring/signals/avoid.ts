import { counted } from '../../model/prose.ts';
import { ramp } from '../ramp.ts';
import { bookFor, findPhrases } from '../text/phrases.ts';
import { signal } from './shape.ts';

/** Fewer words than this show no manner. */
const LEAST_WORDS = 25;

export const avoid = signal({
  kind: 'avoid',
  about: 'Words that had better not be there: hedges, vague words, blame.',
  absence: true,
  params: {
    terms: { type: 'terms', required: true, min: 1, about: 'What to avoid.' },
    free: {
      type: 'number',
      min: 0,
      max: 50,
      default: 1,
      about: 'Occurrences in a hundred words that cost nothing.',
    },
    most: {
      type: 'number',
      min: 0.1,
      max: 100,
      default: 6,
      about: 'Occurrences in a hundred words that leave nothing.',
    },
  },
  measure({ answer }, { terms, free, most }) {
    if (answer.wordCount < LEAST_WORDS)
      return { value: null, evidence: [], missing: [], reason: 'Too short to show a manner.' };
    const book = bookFor(terms);
    const said = answer.sentences.flatMap(({ words }) =>
      findPhrases(book, words).map(it =>
        answer.text.slice(words[it.from]!.start, words[it.to - 1]!.end).toLowerCase(),
      ),
    );
    const rate = (100 * said.length) / answer.wordCount;
    const different = [...new Set(said)].slice(0, 4);
    return {
      value: 1 - ramp(rate, free, most),
      evidence: [],
      missing: [],
      reason:
        said.length === 0
          ? 'None of the words to avoid.'
          : `${counted(said.length, 'word')} to avoid among ${answer.wordCount}: ${different.join(', ')}.`,
    };
  },
});
