/** Submissions for tests: a question with sensible defaults. */
import type { Rubric, SignalSpec } from '../../src/model/content.ts';
import type { Asked, Submission } from '../../src/model/score.ts';
import { shippedLexicon } from '../../src/scoring/lexicon/files.ts';
import { contextOf } from '../../src/scoring/signals/context.ts';
import { rolesOf } from '../../src/scoring/signals/role.ts';
import { assignRoles } from '../../src/scoring/signals/roles.ts';
import type { Reading } from '../../src/scoring/signals/shape.ts';
import { signalOf } from '../../src/scoring/signals/table.ts';

export function submission(
  answer: string,
  asked: Partial<Asked> = {},
  rest: Partial<Submission> = {},
): Submission {
  return {
    question: 'bank/question',
    asked: { prompt: 'How does it work?', points: [], pitfalls: [], answer: [], ...asked },
    aliases: {},
    rubrics: [],
    answer,
    ...rest,
  };
}

export function rubricOf(...signals: SignalSpec[]): Rubric {
  const anchors = { 1: 'none', 2: 'some', 3: 'most', 4: 'all' };
  const criteria = signals.map((signal, index) => ({
    id: `c${index + 1}`,
    title: `C${index + 1}`,
    weight: 1,
    signals: [signal],
    anchors,
    probes: [],
    advice: '',
  }));
  return { kind: 'rubric', id: 'test', title: 'Test', for: [], cuts: [30, 55, 80], criteria };
}

/** What a signal reads in an answer; other signals lend their roles. */
export function reading(
  answer: string,
  spec: SignalSpec,
  asked: Partial<Asked> = {},
  others: SignalSpec[] = [],
): Reading {
  const context = contextOf(submission(answer, asked), shippedLexicon());
  const roles = assignRoles(context, rolesOf(rubricOf(spec, ...others)));
  return signalOf(spec.kind)!.measure({ ...context, roles }, spec);
}
