/** Time as a fold: what was used and what is left, in seconds. Reading feedback, pauses and breaks use no time. */
import type { Ask, AskState, PlannedRound, RoundState } from '../model/session.ts';

/** Nobody begins a question or a follow-up with less time than this; seconds at scale 1. */
export const LEAST_TIME = 45;

/** Time used by one ask. Another try in coach mode is practice beside the interview: only the first counts. */
export function used(ask: AskState): number {
  return ask.tries[0]?.seconds ?? 0;
}

export function usedInRound(round: RoundState): number {
  return round.asks.reduce((sum, ask) => sum + used(ask), 0);
}

/** What the round still has for its questions: the closing keeps its own minutes. */
export function leftForQuestions(plan: PlannedRound, round: RoundState): number {
  return plan.budget - (plan.closing?.budget ?? 0) - usedInRound(round);
}

/** Of a question that is still ahead, the round keeps this share of its minutes: enough for a main answer. */
const MAIN_ANSWER = 0.5;

/** Seconds that nobody digs in, because other questions of the round are still to be asked. */
export function keptForOthers(plan: PlannedRound, round: RoundState): number {
  const asked = new Set([...round.asks.map(ask => ask.ref), ...round.notAsked.flatMap(it => it.refs)]);
  const ahead = plan.questions.filter(it => !asked.has(it.ref));
  return ahead.reduce((sum, it) => sum + MAIN_ANSWER * it.budget, 0);
}

/** What is left of the whole round. */
export function leftInRound(plan: PlannedRound, round: RoundState): number {
  return plan.budget - usedInRound(round);
}

/** What the round leaves for the answer to one ask: the closing has its minutes, however long the rest took. */
export function leftToAnswer(ask: Ask, plan: PlannedRound, round: RoundState): number {
  return ask.ref === plan.closing?.ref ? ask.budget : leftForQuestions(plan, round);
}
