import { mannerOf } from '../text/manner.ts';
import { quotes, sentencesOf } from './context.ts';
import { signal } from './shape.ts';

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
    const acts = sentencesOf(context, { within }).map(sentence => ({
      sentence,
      ...mannerOf(sentence.words),
    }));
    const i = acts.reduce((sum, it) => sum + it.iAct, 0);
    const we = acts.reduce((sum, it) => sum + it.weAct, 0);
    if (i === 0) {
      const reason = we > 0 ? 'Only we acts, never I.' : 'Nobody says I.';
      return { value: 0, evidence: [], missing: ['what you did yourself'], reason };
    }
    const value = i / (i + we) / share;
    return {
      value,
      evidence: quotes(
        context.answer,
        acts.filter(it => it.iAct > 0).map(it => it.sentence),
      ),
      missing: value < 1 ? ['your own part beside that of the team'] : [],
      reason: `I acts ${times(i)}, we ${times(we)}.`,
    };
  },
});

const times = (count: number) => (count === 1 ? 'once' : `${count} times`);
