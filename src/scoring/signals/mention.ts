import { counted } from '../../model/prose.ts';
import { gathered } from '../gathered.ts';
import type { Sentence } from '../text/answer.ts';
import { quantitiesOf } from '../text/numbers.ts';
import { bookFor, findPhrases, hasPhrase } from '../text/phrases.ts';
import { meaningOf } from '../text/tokens.ts';
import { rowsBelow } from './cells.ts';
import { quotes, sentencesOf } from './context.ts';
import { signal } from './shape.ts';

/** A sentence that carries less than this (sum of weights) drops a word and says nothing with it. */
const LEAST_MEANING = 2;

export const mention = signal({
  kind: 'mention',
  about:
    'Words or phrases of a kind, in sentences that say something, or above a cell in a row that is about the question.',
  params: {
    terms: { type: 'terms', required: true, min: 1, about: 'Any of these counts.' },
    atLeast: {
      type: 'number',
      min: 1,
      max: 20,
      default: 1,
      about: 'Sentences with one of them for full marks.',
    },
    distinct: { type: 'boolean', default: false, about: 'Count different terms instead of sentences.' },
    name: { type: 'string', about: 'What to call it when it is missing.' },
    letters: {
      type: 'string',
      about:
        'Capital letters that stand for the terms, in their order, as a label, alone in a cell or in bold, or behind an arrow.',
    },
    figures: {
      type: 'boolean',
      default: false,
      about: 'Only in sentences, or above cells, with a figure in them.',
    },
    within: { type: 'string', about: 'Only in the sentences that play this role of the rubric.' },
    onTopic: {
      type: 'boolean',
      default: false,
      about: 'Only in sentences that bear on the points or the model answer.',
    },
  },
  measure(context, { terms, atLeast, distinct, name, letters, figures, within, onTopic }) {
    const book = bookFor(terms);
    const { text } = context.answer;
    const says = ({ words, start, end }: Sentence) =>
      !(figures && quantitiesOf(text.slice(start, end)).length === 0) &&
      meaningOf(words) >= LEAST_MEANING &&
      hasPhrase(book, words);
    const below = rowsBelow(context, it => hasPhrase(book, it), figures);
    const letterOf = ({ start, end }: Sentence) => lettersIn(letters, text.slice(start, end));
    const has = (sentence: Sentence) =>
      says(sentence) || below.has(sentence) || letterOf(sentence).length > 0;
    const hits = gathered(sentencesOf(context, { within, onTopic }), sentence =>
      has(sentence)
        ? [
            {
              sentence,
              lists: distinct
                ? [...findPhrases(book, sentence.words).map(it => it.list), ...letterOf(sentence)]
                : [],
            },
          ]
        : [],
    );
    const count = distinct ? new Set(gathered(hits, it => it.lists)).size : hits.length;
    // What is said for a thing, or against it, is worth no more than what is said of it.
    const trust = onTopic ? context.coverage.trust : 1;
    const called = name ?? `words such as ${terms.slice(0, 3).flat().slice(0, 3).join(', ')}`;
    return {
      value: trust * Math.min(1, count / atLeast),
      evidence: quotes(
        context.answer,
        hits.map(it => it.sentence),
      ),
      missing: count < atLeast ? [called] : [],
      reason:
        count === 0
          ? onTopic && sentencesOf(context, { within }).some(has)
            ? `Said, but in no sentence that plainly bears on the question: ${called}.`
            : `Not found: ${called}.`
          : `Said in ${counted(count, distinct ? 'way' : 'sentence')}${count < atLeast ? ` where ${atLeast} were looked for` : ''}: ${called}.`,
    };
  },
});

/** `M: paying by card`, `S - refunds`, `C = 4 days`; `**W**` by itself; `card payment → M`. */
const LABEL = /^[^\p{L}\p{N}]{0,4}(?<letter>\p{Lu})(?:\*\*|__)?\s?[:=–-]/u;
const IN_CELL = /(?<=\|\s{0,4})(?:\*\*|__)?(?<letter>\p{Lu})(?:\*\*|__)?(?=\s{0,4}\|)/gu;
const BOLD = /(?<=\*\*|__)(?<letter>\p{Lu})(?=:?(?:\*\*|__))/gu;
const POINTED_AT = /(?<=(?:→|->|=>)\s{0,2}(?:\*\*)?)(?<letter>\p{Lu})(?![\p{L}\p{N}])/gu;

/** The places, in a list of letters, of those that label a text or stand alone in a cell of it. */
function lettersIn(letters: string | undefined, text: string): number[] {
  if (letters === undefined) return [];
  const matches = [IN_CELL, BOLD, POINTED_AT].flatMap(it => [...text.matchAll(it)]);
  const found = [LABEL.exec(text), ...matches].map(it => it?.groups?.letter);
  return found.map(it => (it === undefined ? -1 : letters.indexOf(it))).filter(it => it >= 0);
}
