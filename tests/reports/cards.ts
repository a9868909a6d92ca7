/** The form of a card's test case, and the way from it to a review: through the plan, as in an interview. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadLibrary } from '../../src/content/files.ts';
import { loopOfOne, planLoop } from '../../src/interview/plan.ts';
import { reviewOf } from '../../src/interview/review.ts';
import { criteriaOf, probeKey } from '../../src/model/assignment.ts';
import type { Level } from '../../src/model/level.ts';
import { findQuestions } from '../../src/model/library.ts';
import type { Review } from '../../src/model/review.ts';
import type { AnswerScore, Judge } from '../../src/model/score.ts';
import type { Outcome, Plan } from '../../src/model/session.ts';
import { localJudge } from '../../src/scoring/judges/local.ts';
import { ask } from './building.ts';

export interface CardCase {
  /** `bank/question`, `bank/question/follow-up` or `bank/question/?criterion.probe`. */
  question: string;
  /** Every try, the last one is told. */
  tries: string[];
  outcome?: Outcome;
  selfLevel?: Level;
}

const folder = new URL('cards/', import.meta.url);

/** The names of the cases: each is a folder with case.yaml and what the card must be. */
export const cardCases = readdirSync(folder).sort();

/** A file of a case, from the folder of these tests. */
export const inCase = (name: string, file: string) => `cards/${name}/${file}`;

export function caseNamed(name: string): CardCase {
  return parse(readFileSync(new URL(`${name}/case.yaml`, folder), 'utf8')) as CardCase;
}

export async function reviewFor(name: string): Promise<Review> {
  const { question, tries, outcome, selfLevel } = caseNamed(name);
  const library = await loadLibrary({});
  const [bank, main] = question.split('/');
  const [found] = findQuestions(library, `${bank}/${main}`);
  const plan = planLoop(library, loopOfOne(found!), { mode: 'coach', input: 'typed', scale: 1, seed: 1 });
  const made = tries.map(answer => ({ answer, seconds: 120, outcome: outcome ?? ('answered' as const) }));
  const asked = { ...ask('single', question, made), prompt: promptOf(plan, question) };
  return reviewOf(plan, asked, selfLevel, keptJudge(new URL(`${name}/scores.jsonl`, folder)));
}

/**
 * The scores of a case are kept beside it, one a line, so that a better judge changes no words here. A case without
 * them is judged and they are written; remove the file to judge anew.
 */
function keptJudge(path: URL): Judge {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
  const kept = new Map(lines.map(line => JSON.parse(line) as Kept).map(it => [it.answer, it.score]));
  return {
    ...localJudge,
    async judge(submission) {
      const { answer } = submission;
      const score = kept.get(answer) ?? (await localJudge.judge(submission));
      kept.set(answer, score);
      const told = [...kept].map(([text, it]) => `${JSON.stringify({ answer: text, score: it })}\n`);
      if (kept.size > lines.length) writeFileSync(path, told.join(''));
      return score;
    },
  };
}

interface Kept {
  answer: string;
  score: AnswerScore;
}

/** A probe has nothing but its words, which are the rubric's. */
function promptOf({ rounds, ...plan }: Plan, key: string): string {
  const { ref, question, rubrics } = rounds[0]!.questions[0]!;
  const probes = criteriaOf({ rounds, ...plan }, rubrics).flatMap(({ name, criterion }) =>
    criterion.probes.map(it => ({ key: probeKey(ref, name, it.id), prompt: it.ask })),
  );
  return probes.find(it => it.key === key)?.prompt ?? question.prompt;
}
