import { counted } from '../../model/prose.ts';
import { bookFor, findPhrases } from '../text/phrases.ts';
import { quotes } from './context.ts';
import { signal } from './shape.ts';

/** Questions without a question mark, as people type them. */
const ASKS =
  /^(?:and |so |also )?(?:what|how|why|when|where|which|who|is|are|do|does|did|can|could|would|will|has|have|i'd like to (?:know|ask|hear|understand)|i would like to (?:know|ask|hear|understand)|tell me|could you)\b/i;

/** A question about another thing than was asked for. */
const OFF_POINT = 0.4;

export const questions = signal({
  kind: 'questions',
  about: 'Questions that the candidate asks.',
  params: {
    atLeast: { type: 'number', min: 1, max: 20, default: 2, about: 'Good questions for full marks.' },
    words: {
      type: 'number',
      min: 1,
      max: 40,
      default: 6,
      about: 'Words below which a question is too thin to count.',
    },
    terms: { type: 'terms', about: 'What such a question is about; without it any question counts.' },
    public: { type: 'terms', about: 'What anybody could look up: a question about it does not count.' },
  },
  measure({ answer }, { atLeast, words, terms, public: known }) {
    const asked = answer.sentences.filter(sentence => {
      const said = answer.text.slice(sentence.start, sentence.end);
      return sentence.kind !== 'code' && (/[?？]/.test(said) || ASKS.test(said));
    });
    const looked = bookFor(known);
    const full = asked.filter(it => it.words.length >= words && findPhrases(looked, it.words).length === 0);
    const book = bookFor(terms);
    const good = terms ? full.filter(it => findPhrases(book, it.words).length > 0) : full;
    const worth = good.length + OFF_POINT * (full.length - good.length);
    return {
      value: worth / atLeast,
      evidence: quotes(answer, good.length > 0 ? good : full),
      missing: good.length < atLeast ? ['questions that only this team could answer'] : [],
      reason: `${counted(asked.length, 'question')}, ${good.length === asked.length ? 'to the point' : `${good.length > 0 ? good.length : 'none'} of them to the point`}.`,
    };
  },
});
