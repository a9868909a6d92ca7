import type { Evidence } from '../../model/score.ts';
import { runWords } from '../../model/test-run.ts';
import type { Answer } from '../text/answer.ts';
import { slice } from '../text/evidence.ts';
import { signal } from './shape.ts';

export const tests = signal({
  kind: 'tests',
  about: 'Whether the code passes the tests of its question; nothing where they were not run.',
  params: {
    part: {
      type: 'number',
      min: 0,
      max: 1,
      default: 0.5,
      about: 'What all but one of very many tests are worth: code that fails one is not right.',
    },
  },
  measure({ submission: { run }, answer }, { part }) {
    if (!run) return { value: null, evidence: [], missing: [], reason: 'Its tests were not run.' };
    const { passed = 0, failed = 0 } = run.counts ?? {};
    const share = passed + failed > 0 ? passed / (passed + failed) : 0;
    const isGood = run.end === 'passed';
    return {
      value: isGood ? 1 : part * share,
      evidence: theCode(answer),
      missing: isGood
        ? []
        : run.failing.length > 0
          ? run.failing.map(it => `a pass of ${it}`)
          : ['passing tests'],
      reason: runWords(run),
    };
  },
});

/** What was run is the whole of it; its own first stretch stands for that. */
function theCode({ text, code, sentences }: Answer): Evidence[] {
  const [first] = code.length > 0 ? code : sentences;
  return first ? [slice(text, first.start, first.end)] : [];
}
