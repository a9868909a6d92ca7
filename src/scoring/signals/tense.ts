import { counted } from '../../model/prose.ts';
import { type Tense, tenseOf } from '../text/tense.ts';
import { quotes, sentencesOf } from './context.ts';
import { signal } from './shape.ts';

const LACKS = {
  past: 'what you did, instead of what you would do',
  hypothetical: 'what you would do, beside what you once did',
} as const;

export const tense = signal({
  kind: 'tense',
  about: 'Whether it tells what happened or what would happen.',
  params: {
    wanted: {
      type: 'string',
      oneOf: ['past', 'hypothetical'],
      default: 'past',
      about: 'Which of the two.',
    },
    share: {
      type: 'number',
      min: 0.1,
      max: 1,
      default: 0.7,
      about: 'Share of the words told in one of the two that earns full marks.',
    },
    within: { type: 'string', about: 'Only in the sentences that play this role of the rubric.' },
  },
  measure(context, { wanted, share, within }) {
    const told = sentencesOf(context, { within })
      .filter(it => it.kind !== 'code')
      .map(sentence => ({ sentence, tense: tenseOf(sentence.words) }));
    const words = (some: Tense) =>
      told.reduce((sum, it) => sum + (it.tense === some ? it.sentence.words.length : 0), 0);
    const [past, hypothetical] = [words('past'), words('hypothetical')];
    if (past + hypothetical === 0)
      return { value: null, evidence: [], missing: [], reason: 'Neither what happened nor what would.' };
    const value = (wanted === 'past' ? past : hypothetical) / (past + hypothetical) / share;
    return {
      value,
      evidence: quotes(
        context.answer,
        told.filter(it => it.tense === wanted).map(it => it.sentence),
      ),
      missing: value < 1 ? [LACKS[wanted]] : [],
      reason: `${counted(past, 'word')} on what happened, ${hypothetical} on what would happen.`,
    };
  },
});
