import { signal } from './shape.ts';

export const coverage = signal({
  kind: 'coverage',
  about:
    'How much of what a full answer contains is there: the points of the question, or else likeness to its best model answer.',
  params: {},
  measure({ coverage: { value, findings, derived } }) {
    if (value === null)
      return {
        value,
        evidence: [],
        missing: [],
        reason: 'The question has neither points nor a model answer.',
      };
    const found = findings.filter(it => it.status !== 'missing');
    const covered = findings.filter(it => it.status === 'covered').length;
    const of = derived ? 'sentences of the model answer' : 'points';
    const half = found.length - covered;
    const inferred = found.filter(it => it.inferred).length;
    const how = inferred > 0 ? ` By the parts of the story, not by its words: ${inferred}.` : '';
    return {
      value,
      evidence: found.flatMap(it => it.evidence),
      missing: findings.filter(it => it.status === 'missing').map(it => it.text),
      reason: `${covered} of ${findings.length} ${of} covered${half > 0 ? `, ${half} in part` : ''}.${how}`,
    };
  },
});
