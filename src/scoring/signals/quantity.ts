import { counted, times } from '../../model/prose.ts';
import { slice } from '../text/evidence.ts';
import { changesOf, quantitiesOf } from '../text/numbers.ts';
import { signal } from './shape.ts';
import { tellingOf } from './telling.ts';

/** Figures without the change that was wanted, at most. */
const WITHOUT_CHANGE = 0.6;

/** A bare number, against one that says what it measures. */
const PLAIN = 0.5;

const MOST_QUOTES = 3;

export const quantity = signal({
  kind: 'quantity',
  about: 'Figures that mean something: percentages, money, durations, counts with a unit, before and after.',
  params: {
    atLeast: { type: 'number', min: 1, max: 20, default: 1, about: 'Figures for full marks.' },
    change: {
      type: 'boolean',
      default: false,
      about: 'Full marks only with a change: before and after, or by how much.',
    },
    within: { type: 'string', about: 'Only in the sentences that play this role of the rubric.' },
  },
  measure(context, { atLeast, change, within }) {
    const { text } = context.answer;
    const found = tellingOf(context, within).map(sentence => {
      const said = text.slice(sentence.start, sentence.end);
      const figures = quantitiesOf(said);
      return { sentence, figures, changes: changesOf(said, figures).length };
    });
    const worth = found
      .flatMap(it => it.figures)
      .reduce((sum, it) => sum + (it.unit === 'plain' ? PLAIN : 1), 0);
    const changes = found.reduce((sum, it) => sum + it.changes, 0);
    const value = Math.min(1, (worth + changes) / atLeast);
    const telling = found.filter(it => it.figures.length + it.changes > 0).slice(0, MOST_QUOTES);
    return {
      value: change && changes === 0 ? WITHOUT_CHANGE * value : value,
      evidence: telling.map(({ sentence }) => slice(text, sentence.start, sentence.end)),
      missing: missing(worth + changes, atLeast, change && changes === 0),
      reason: wording(found.flatMap(it => it.figures).length, changes, change),
    };
  },
});

/** What was found; that there was no change only where one is wanted. */
function wording(figures: number, changes: number, change: boolean): string {
  const told = figures === 0 ? 'No figures' : counted(figures, 'figure');
  if (changes > 0) return `${told}; by how much something changed is told ${times(changes)}.`;
  return change && figures > 0 ? `${told}, but not by how much anything changed.` : `${told}.`;
}

function missing(worth: number, atLeast: number, noChange: boolean): string[] {
  if (worth < atLeast && noChange) return ['figures, with before and after'];
  if (noChange) return ['what it was before, or by how much it changed'];
  return worth < atLeast ? ['figures'] : [];
}
