/** A small library: a bank for engineers, one of stories, and loops over them. */
import type { PlanOptions } from '../../src/interview/plan.ts';
import type { Library, Loop, Question, Round } from '../../src/model/content.ts';
import { question, rubric } from '../reports/building.ts';

export const OPTIONS: PlanOptions = { mode: 'real', input: 'typed', scale: 1, seed: 1 };
export const behavioral = (id: string, ...principles: string[]) =>
  question(id, { type: 'behavioral', principles });

export function library(stories: Question[]): Library {
  const bank = (id: string, questions: Question[]) => ({
    kind: 'bank' as const,
    id,
    title: id,
    aliases: {},
    questions,
  });
  const banks = [
    { ...bank('go', [question('gc'), question('map'), question('twice')]), aliases: { mutex: ['lock'] } },
    bank('stories', [...stories, question('twice')]),
    bank('closing', [question('your-questions', { type: 'closing' })]),
  ];
  const rubrics = [
    { ...rubric('technical', []), for: ['technical' as const] },
    { ...rubric('story', []), for: ['behavioral' as const] },
    rubric('unused', []),
  ];
  return {
    banks: new Map(banks.map(it => [it.id, it])),
    loops: new Map(),
    rubrics: new Map(rubrics.map(it => [it.id, it])),
  };
}

export const round = (id: string, questions: Round['questions'], rest: Partial<Round> = {}): Round => ({
  id,
  title: id,
  minutes: 45,
  interviewer: 'engineer',
  principles: [],
  questions,
  barRaiser: false,
  ...rest,
});
export const loop = (...rounds: Round[]): Loop => ({
  kind: 'loop',
  id: 'sample',
  title: 'Sample',
  level: 'L5',
  breakMinutes: 10,
  facts: [],
  rounds,
});
