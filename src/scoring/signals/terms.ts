import { keywordsOf } from '../coverage/keywords.ts';
import { findPhrases } from '../text/phrases.ts';
import { quotes } from './context.ts';
import { signal } from './shape.ts';

export const terms = signal({
  kind: 'terms',
  about:
    "Whether the question's keywords that are used are explained, or only dropped; unused ones cost nothing.",
  absence: true,
  params: {
    free: {
      type: 'number',
      min: 0,
      max: 20,
      default: 0,
      about: 'Terms that may be dropped without a cost.',
    },
  },
  measure({ question, search, coverage, answer }, { free }) {
    const used = keywordsOf(question, search, coverage.findings).filter(it => it.use !== 'unused');
    if (used.length === 0)
      return { value: null, evidence: [], missing: [], reason: 'No keyword of the question is used.' };
    const named = (use: string) => used.filter(it => it.use === use).map(it => it.term);
    const [explained, dropped] = [named('explained'), named('dropped')];
    const books = question.keywords.filter(it => explained.includes(it.term)).map(it => it.names);
    const saying = answer.sentences.filter(it => books.some(book => findPhrases(book, it.words).length > 0));
    return {
      value: (used.length - Math.max(0, dropped.length - free)) / used.length,
      evidence: quotes(answer, saying),
      missing: dropped.map(term => `how ${term} works`),
      reason:
        dropped.length > 0
          ? `Dropped without saying how: ${dropped.join(', ')}.`
          : `Explained: ${explained.join(', ')}.`,
    };
  },
});
