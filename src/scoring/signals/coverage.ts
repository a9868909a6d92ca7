import { isDoubtful, type Submission } from '../../model/score.ts';
import { gathered } from '../gathered.ts';
import { doesSomething } from '../text/code.ts';
import { signal } from './shape.ts';

/** Share that is left of what is said about code that nobody wrote. */
const WITHOUT_CODE = 0.6;

/** The question is about code, and the rubric looks for some; its follow-ups are answered in words. */
const wantsCode = ({ asked, rubrics }: Submission): boolean =>
  asked.type === 'coding' &&
  rubrics.some(it => it.criteria.some(criterion => criterion.signals.some(spec => spec.kind === 'code')));

export const coverage = signal({
  kind: 'coverage',
  about:
    'How much of what a full answer contains is there: the points of the question, or else likeness to its best model answer.',
  params: {},
  measure({ coverage: { value, findings, derived, trust }, submission, answer }) {
    if (value === null)
      return {
        value,
        evidence: [],
        missing: [],
        reason: 'The question has neither points nor a model answer.',
      };
    const found = findings.filter(it => it.status !== 'missing');
    const perhaps = derived ? 0 : findings.filter(isDoubtful).length;
    const covered = findings.filter(it => it.status === 'covered').length - perhaps;
    const of = derived ? 'sentences of the model answer' : 'points';
    const half = found.filter(it => it.status === 'partial').length;
    const told = [
      `${covered} of ${findings.length} ${of} covered`,
      ...(perhaps > 0 ? [`${perhaps} perhaps`] : []),
      ...(half > 0 ? [`${half} in part`] : []),
    ].join(', ');
    const inferred = found.filter(it => it.inferred).length;
    const how =
      inferred > 0
        ? ` ${inferred} of them ${inferred === 1 ? 'is' : 'are'} judged by the parts of the story, not by its words.`
        : '';
    const doubt = trust < 1 ? ' It also says something wrong, so the rest is believed less.' : '';
    const talk =
      wantsCode(submission) && !answer.code.some(it => it.lines > 0 && doesSomething(answer.text, it));
    return {
      value: talk ? WITHOUT_CODE * value : value,
      evidence: gathered(found, it => it.evidence),
      missing: findings.filter(it => it.status === 'missing').map(it => it.text),
      reason: `${told}.${how}${doubt}${talk ? ' There is no code that does anything, so only a part of it counts.' : ''}`,
    };
  },
});
