/** The debrief of a real interview that still runs: what was asked and said, and nothing that a candidate hears only at its end. */
import type { Debrief, DebriefQuestion } from '../model/debrief.ts';
import type { AnswerScore } from '../model/score.ts';
import type { Session } from '../model/session.ts';
import { type DebriefInput, debriefOf } from './debrief.ts';

/** Whether nobody may hear yet how it went: in earnest that is told once, when all is over. */
export function isSealed({ plan, closed }: Session): boolean {
  return plan.mode === 'real' && !closed;
}

/** The debrief without scores, points, model answers and advice; no answer is judged for it. */
export function sealedDebrief(input: Omit<DebriefInput, 'scores'>): Debrief {
  const { judge } = input;
  const debrief = debriefOf({ ...input, scores: key => withheld(key, judge) });
  const rounds = debrief.rounds.map(round => ({
    ...round,
    score: null,
    level: null,
    questions: round.questions.map(sealedQuestion),
  }));
  const warmUp = debrief.warmUp && { warmUp: sealedQuestion(debrief.warmUp) };
  return {
    ...debrief,
    rounds,
    ...warmUp,
    score: null,
    competencies: [],
    principles: [],
    recurring: [],
    workOn: [],
  };
}

function sealedQuestion(asked: DebriefQuestion): DebriefQuestion {
  const question = { ...asked.question, points: [], pitfalls: [], keywords: [], answer: [], reading: [] };
  return { ...asked, question, why: '', followUps: asked.followUps.map(sealedQuestion) };
}

function withheld(question: string, { name, version }: DebriefInput['judge']): AnswerScore {
  const nothing = { criteria: [], points: [], pitfalls: [], keywords: [], flags: [] };
  const judge = { name, version, rubric: { id: '', hash: '' }, fingerprint: '' };
  const cause = 'the interview still runs';
  return { question, status: 'cannot-assess', score: null, level: null, ...nothing, judge, cause };
}
