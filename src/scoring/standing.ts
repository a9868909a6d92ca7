/** The arithmetic of the scorecard: what an answer counts, and the means by round, competency and principle. */
import type { DebriefQuestion, DebriefTry, Standing } from '../model/debrief.ts';
import { type Level, levelOf } from '../model/level.ts';
import type { AskKind } from '../model/session.ts';

/**
 * Share of an answer in every mean. A main question leads, a follow-up refines. Probes are asked only where something
 * was missing, so counting them would punish the same gap twice. Nothing says what a good opening is.
 */
const WEIGHTS: Readonly<Record<AskKind, number>> = {
  opening: 0,
  question: 3,
  'follow-up': 1,
  closing: 1,
  probe: 0,
};

/** An answer that moves the scorecard. */
export interface Counted {
  question: DebriefQuestion;
  /** 0 to 100. */
  score: number;
  weight: number;
}

/** A mean in the form in which it is told. */
export interface Mean {
  /** 0 to 100, one decimal; null without any answer. */
  score: number | null;
  level: Level | null;
  answers: number;
}

/** A question and everything asked beneath it, in the order in which it is told. */
export function withFollowUps(question: DebriefQuestion): DebriefQuestion[] {
  return [question, ...question.followUps.flatMap(withFollowUps)];
}

/**
 * The answers among these questions and all beneath them that move the scorecard. The last try counts. A skipped or
 * empty one counts as 0; one that could not be judged, or is still open, is left out, because no zero stands for a
 * failure.
 */
export function countedIn(questions: readonly DebriefQuestion[]): Counted[] {
  return questions.flatMap(withFollowUps).flatMap(question => {
    const score = scoreOf(question);
    const weight = WEIGHTS[question.kind];
    return score === null || weight === 0 ? [] : [{ question, score, weight }];
  });
}

function scoreOf(question: DebriefQuestion): number | null {
  const last = lastTry(question);
  if (!last) return null;
  if (isUnanswered(question)) return 0;
  return last.result.status === 'scored' ? last.result.score : null;
}

/** The try that counts; undefined for what is still open. */
export function lastTry({ tries }: DebriefQuestion): DebriefTry | undefined {
  return tries.at(-1);
}

/** Whether it was skipped, or handed in empty. */
export function isUnanswered(question: DebriefQuestion): boolean {
  const last = lastTry(question);
  return last !== undefined && (last.outcome === 'skipped' || last.answer.trim() === '');
}

/** The weighted mean; its level is that of the figure as told, under the usual cuts. */
export function meanOf(counted: readonly Counted[]): Mean {
  if (counted.length === 0) return { score: null, level: null, answers: 0 };
  const weight = counted.reduce((sum, it) => sum + it.weight, 0);
  const total = counted.reduce((sum, it) => sum + it.weight * it.score, 0);
  const score = Math.round((10 * total) / weight) / 10;
  return { score, level: levelOf(score), answers: counted.length };
}

/** A main question with the names (of competencies, say) that its answers speak for. */
export interface Tagged {
  names: readonly string[];
  question: DebriefQuestion;
}

/** One line for each name, in alphabetical order, so that two reports can be laid side by side. */
export function standingsOf(tagged: readonly Tagged[]): Standing[] {
  const names = [...new Set(tagged.flatMap(it => it.names))].sort();
  return names.map(id => {
    const questions = tagged.filter(it => it.names.includes(id)).map(it => it.question);
    return { id, ...meanOf(countedIn(questions)) };
  });
}
