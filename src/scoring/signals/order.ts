import { quotes, sentencesOf } from './context.ts';
import { signal } from './shape.ts';

export const order = signal({
  kind: 'order',
  about: 'Whether the roles of the rubric come in this order.',
  params: {
    roles: { type: 'strings', required: true, min: 2, about: 'Names of roles, first to last.' },
  },
  measure(context, { roles }) {
    const found = roles.flatMap(name => {
      const numbers = context.roles.get(name) ?? [];
      const middle = numbers.reduce((sum, it) => sum + it, 0) / numbers.length;
      return numbers.length > 0 ? [{ name, middle }] : [];
    });
    if (found.length < 2)
      return { value: null, evidence: [], missing: [], reason: 'Too few parts to have an order.' };
    const late = found.slice(1).filter((it, index) => it.middle < found[index]!.middle);
    const first = found.flatMap(it => sentencesOf(context, { within: it.name }).slice(0, 1));
    return {
      value: 1 - late.length / (found.length - 1),
      evidence: quotes(context.answer, first),
      missing: late.map(it => `${it.name} in its place`),
      reason:
        late.length > 0 ? `Out of order: ${late.map(it => it.name).join(', ')}.` : 'The parts come in order.',
    };
  },
});
