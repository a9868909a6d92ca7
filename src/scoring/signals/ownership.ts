import { times } from '../../model/prose.ts';
import { clausesOf } from '../text/clauses.ts';
import type { Who } from '../text/subjects.ts';
import { quotes } from './context.ts';
import { signal } from './shape.ts';
import { tellingOf } from './telling.ts';

export const ownership = signal({
  kind: 'ownership',
  about: 'Whether the candidate says I or hides behind we.',
  params: {
    share: {
      type: 'number',
      min: 0.1,
      max: 1,
      default: 0.5,
      about: 'Share of I among I and we that earns full marks.',
    },
    within: { type: 'string', about: 'Only in the sentences that play this role of the rubric.' },
  },
  measure(context, { share, within }) {
    const acts = tellingOf(context, within).map(sentence => {
      const all = clausesOf(context.answer.text, sentence).flatMap(it => it.acts);
      const by = (who: Who) => all.filter(it => it.who === who).length;
      return { sentence, i: by('i'), we: by('we') };
    });
    const i = acts.reduce((sum, it) => sum + it.i, 0);
    const we = acts.reduce((sum, it) => sum + it.we, 0);
    if (i === 0) {
      const reason =
        we > 0
          ? 'It tells what "we" did, and never what you did yourself.'
          : 'It never says what you did yourself.';
      return { value: 0, evidence: [], missing: ['what you did yourself'], reason };
    }
    const value = i / (i + we) / share;
    return {
      value,
      evidence: quotes(
        context.answer,
        acts.filter(it => it.i > 0).map(it => it.sentence),
      ),
      missing: value < 1 ? ['your own part beside that of the team'] : [],
      reason: `What you did yourself is told ${times(i)}, what "we" did ${we > 0 ? times(we) : 'never'}.`,
    };
  },
});
