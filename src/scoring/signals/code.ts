import { counted } from '../../model/prose.ts';
import { ramp } from '../ramp.ts';
import { slice } from '../text/evidence.ts';
import { bookFor, findPhrases } from '../text/phrases.ts';
import { signal } from './shape.ts';

export const code = signal({
  kind: 'code',
  about: 'Program code in the answer.',
  params: {
    constructs: {
      type: 'terms',
      about: 'Constructs to look for in the code; without them only code counts.',
    },
    atLeast: { type: 'number', min: 1, max: 20, default: 1, about: 'Different constructs for full marks.' },
    lines: { type: 'number', min: 1, max: 200, default: 6, about: 'Lines of code for full marks.' },
  },
  measure({ answer }, { constructs, atLeast, lines }) {
    const count = answer.code.reduce((sum, it) => sum + it.lines, 0);
    if (count === 0) return { value: 0, evidence: [], missing: ['code'], reason: 'There is no code.' };
    const written = answer.sentences.filter(it => it.kind === 'code');
    const found = new Set(
      written.flatMap(it => findPhrases(bookFor(constructs), it.words).map(hit => hit.list)),
    );
    const enough = ramp(count, 0, lines);
    const lacking = (constructs ?? [])
      .filter((_, index) => !found.has(index))
      .map(it => (typeof it === 'string' ? it : it[0]!));
    return {
      value: constructs ? enough * Math.min(1, found.size / atLeast) : enough,
      evidence: answer.code.slice(0, 1).map(it => slice(answer.text, it.start, it.end)),
      missing: found.size < atLeast && constructs ? lacking.slice(0, 3) : [],
      reason: constructs
        ? `The code uses ${found.size > 0 ? found.size : 'none'} of the constructs looked for.`
        : `${counted(count, 'line')} of code.`,
    };
  },
});
