import { gathered } from '../gathered.ts';
import type { Sentence } from '../text/answer.ts';
import { clausesOf } from '../text/clauses.ts';
import { bookFor, findPhrases } from '../text/phrases.ts';
import { tenseOf } from '../text/tense.ts';
import { meaningOf } from '../text/tokens.ts';
import { among } from '../text/traits.ts';
import { quotes } from './context.ts';
import { signal } from './shape.ts';

/** A question that wants a case from one's own life. */
const ASKS_FOR_IT =
  /\b(?:tell (?:me|us) about (?:a|the last|one) time|have you ever|(?:from|in) your (?:own )?(?:work|experience|practice)|of your own|you (?:have )?(?:once |last |yourself )?(?:debugged|investigated|ran into|met|dealt with|fixed))\b/i;

/** Sum of the weights of a sentence below which it tells nothing. */
const LEAST_MEANING = 2;

/** What happens whenever something is so was not lived through. */
const isIf = among(new Set(['if', 'whenever', 'unless']));

export const experience = signal({
  kind: 'experience',
  about:
    'A case that the candidate lived through, told in the past and the first person. None told costs nothing, unless the question asks for one.',
  params: {
    parts: {
      type: 'terms',
      required: true,
      min: 1,
      about: 'Parts of such a case, each a list of its words: what was seen, what was done to find out, ...',
    },
    names: { type: 'strings', required: true, min: 1, about: 'What to call the parts, in the same order.' },
    atLeast: { type: 'number', min: 1, max: 10, default: 2, about: 'Parts that make it a case.' },
  },
  measure({ answer, coverage, topical, submission }, { parts, names, atLeast }) {
    const book = bookFor(parts);
    const telling = gathered(answer.prose, sentence => {
      const { words } = sentence;
      // What is soonest found out comes first: most sentences are not in the past.
      if (tenseOf(words) !== 'past' || words.some(isIf) || meaningOf(words) < LEAST_MEANING) return [];
      const lists = findPhrases(book, words).map(it => it.list);
      return lists.length > 0 ? [{ sentence, lists }] : [];
    });
    const isOwn = (sentence: Sentence) =>
      clausesOf(answer.text, sentence).some(it => it.acts.some(act => act.who === 'i' || act.who === 'we'));
    const told = new Set(gathered(telling, it => it.lists));
    const lacking = names.filter((_, index) => !told.has(index));
    const bears = () => coverage.value === null || telling.some(it => topical().has(it.sentence));
    if (told.size < atLeast || !bears() || !telling.some(it => isOwn(it.sentence))) {
      const wanted = ASKS_FOR_IT.test(submission.asked.prompt);
      return {
        value: wanted ? 0 : null,
        evidence: [],
        missing: wanted ? ['a case of your own'] : [],
        reason: 'No case of the candidate’s own was found.',
      };
    }
    return {
      // Not less for a part that is lacking: who tells a case must never do worse than who tells none.
      value: 1,
      evidence: quotes(
        answer,
        telling.map(it => it.sentence),
      ),
      missing: lacking,
      reason: `A case of the candidate’s own: ${names.filter((_, index) => told.has(index)).join(', ')}.`,
    };
  },
});
