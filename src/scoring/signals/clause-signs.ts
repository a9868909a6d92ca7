/** The signs of each clause of a sentence, see signs.ts. */
import type { Answer, Sentence } from '../text/answer.ts';
import type { Clause } from '../text/clauses.ts';
import { changesOf, type Quantity, quantitiesOf } from '../text/numbers.ts';
import { addSignsOfAct } from './act-signs.ts';
import type { Sign } from './signs.ts';
import { addSignsOfWords, isPraise } from './word-signs.ts';

/** A clause with what speaks in it. */
export interface SignedClause extends Clause {
  signs: ReadonlySet<string>;
}

/** The signs of each clause of a sentence. */
export function signsOf(answer: Answer, sentence: Sentence, clauses: readonly Clause[]): SignedClause[] {
  const said = answer.text.slice(sentence.start, sentence.end);
  const quantities = quantitiesOf(said);
  const changes = changesOf(said, quantities);
  const { words } = sentence;
  let opened = false;
  return clauses.map(clause => {
    const { from, to, acts } = clause;
    const signs = new Set<Sign>();
    for (const act of acts) addSignsOfAct(signs, act, words);
    opened = addSignsOfWords(signs, answer.text, words, clause, opened);
    const start = words[from]!.start - sentence.start;
    const end = words[to - 1]!.end - sentence.start;
    // How long something went on is part of its course (`I stayed three days`), not a measure of what came of it.
    const lasted = signs.has('state') || acts.some(it => it.verb === 'took');
    const measures = ({ unit }: Quantity) => !(lasted && unit === 'duration');
    if (quantities.some(it => it.start >= start && it.start < end && measures(it))) signs.add('figure');
    if (changes.some(it => it.start >= start && it.start < end)) signs.add('change');
    if (isPraise(signs, words, clause)) signs.add('praise');
    return { from, to, acts, signs };
  });
}
