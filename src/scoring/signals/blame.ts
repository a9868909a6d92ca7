import { times } from '../../model/prose.ts';
import { admissionsIn, blamesIn } from '../text/blame.ts';
import { quotes } from './context.ts';
import { signal } from './shape.ts';

export const blame = signal({
  kind: 'blame',
  about: 'Fault that is put on other people; what the speaker owns up to makes good for it.',
  absence: true,
  params: {
    most: {
      type: 'number',
      min: 1,
      max: 20,
      default: 2,
      about:
        'Times, less those where the speaker takes the fault, that read 1; half of them touch a pitfall.',
    },
    avoid: {
      type: 'boolean',
      default: false,
      about: 'For criteria: read 1 less the blame, and nothing where there is none.',
    },
  },
  measure({ answer }, { most, avoid }) {
    const found = blamesIn(answer.text);
    if (found.length === 0)
      return { value: avoid ? null : 0, evidence: [], missing: [], reason: 'Nobody is blamed.' };
    const own = admissionsIn(answer.text).length;
    const value = Math.min(1, Math.max(0, found.length - own) / most);
    const saying = answer.sentences.filter(({ start, end }) =>
      found.some(it => start < it.end && it.start < end),
    );
    return {
      value: avoid ? 1 - value : value,
      evidence: quotes(answer, saying),
      missing: avoid && value > 0 ? ['your own part in it'] : [],
      reason: `The fault of others is told ${times(found.length)}${own > 0 ? `, your own ${times(own)}` : ''}: "${answer.text.slice(found[0]!.start, found[0]!.end)}".`,
    };
  },
});
