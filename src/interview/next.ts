/** The next step of an interview: a pure function of the session so far. */
import { assignmentOf } from '../model/assignment.ts';
import type { Coding } from '../model/content.ts';
import type {
  Ask,
  AskState,
  Chain,
  Plan,
  PlannedQuestion,
  PlannedRound,
  RoundState,
  Session,
} from '../model/session.ts';
import { chainsOf } from './chains.ts';
import { LEAST_TIME, leftForQuestions, leftInRound } from './clock.ts';
import { dig } from './dig.ts';
import { plannedFor } from './submission.ts';
import { awaitsTests, codingOf } from './tested.ts';

export type Step =
  | { do: 'start-round'; round: PlannedRound; number: number }
  /** Say it, and wait for an answer. */
  | { do: 'ask'; ask: Ask }
  /** It was said before (an earlier try, or before a crash); wait for an answer. */
  | { do: 'await'; ask: AskState }
  /** Code was handed in: run its tests, if the candidate agrees. */
  | { do: 'test'; ask: AskState; coding: Coding }
  /** Coach mode: show what the last try was worth. */
  | { do: 'review'; ask: AskState }
  /** A main question is done with: note how deep its chains went. */
  | { do: 'dug'; round: string; ref: string; chains: Chain[] }
  | { do: 'pass'; round: string; refs: string[]; why: string }
  | { do: 'end-round'; round: string }
  | { do: 'rest'; round: string; seconds: number }
  | { do: 'close' };

export function nextStep(session: Session): Step {
  const { plan, rounds } = session;
  for (const [index, round] of rounds.entries()) {
    const planned = plan.rounds[index]!;
    if (round.state === 'ahead') return { do: 'start-round', round: planned, number: numberOf(plan, index) };
    if (round.state === 'running') return withinRound(session, planned, round);
    const another = rounds[index + 1]?.state === 'ahead';
    if (another && !round.rested && !planned.warmUp && plan.breakSeconds > 0)
      return { do: 'rest', round: round.id, seconds: plan.breakSeconds };
  }
  return { do: 'close' };
}

/** The place of a round among those that count, from 1; 0 for the warm-up. */
function numberOf({ rounds }: Plan, index: number): number {
  return rounds.slice(0, index + 1).filter(it => !it.warmUp).length;
}

function withinRound(session: Session, planned: PlannedRound, round: RoundState): Step {
  const { plan } = session;
  const last = round.asks.at(-1);
  if (last?.open) return { do: 'await', ask: last };
  const coding = last && codingOf(planned, last);
  if (coding && awaitsTests(coding, last)) return { do: 'test', ask: last, coding };
  const coached = plan.mode === 'coach' || planned.warmUp;
  if (last && coached && !last.reviewed && isReviewed(plan, last)) return { do: 'review', ask: last };
  const current = planned.questions.find(it => it.ref === last?.ref);
  if (current && !planned.warmUp && !round.dug.some(it => it.ref === current.ref)) {
    const deeper = dig(session, current, round);
    if (deeper) return { do: 'ask', ask: deeper };
    return { do: 'dug', round: round.id, ref: current.ref, chains: chainsOf(session, current, round) };
  }
  return (
    opening(planned, round) ??
    nextQuestion(plan, planned, round) ??
    closing(planned, round) ?? { do: 'end-round', round: round.id }
  );
}

/** A coach says nothing of what is not judged: the opening, the candidate's own questions, a probe that nothing measures. */
function isReviewed(plan: Plan, ask: AskState): boolean {
  if (ask.kind !== 'probe') return ask.kind !== 'opening' && ask.kind !== 'closing';
  const { asked, rubrics } = assignmentOf(plan, plannedFor(plan, ask.ref), ask);
  return asked.points.length > 0 || rubrics.length > 0;
}

/** Before anything else of its round. */
function opening({ opening: about }: PlannedRound, round: RoundState): Step | undefined {
  if (!about || round.asks.length > 0) return undefined;
  const ask = mainAsk(about, round.id, about.budget);
  return { do: 'ask', ask: { ...ask, kind: 'opening', why: 'it is in your profile' } };
}

/** The next main question, or, once the time is up, the note that the rest cannot be asked any more. */
function nextQuestion(plan: Plan, planned: PlannedRound, round: RoundState): Step | undefined {
  const gone = new Set([...round.asks.map(ask => ask.ref), ...round.notAsked.flatMap(it => it.refs)]);
  const waiting = planned.questions.filter(it => !gone.has(it.ref));
  const [next] = waiting;
  if (!next) return undefined;
  const left = leftForQuestions(planned, round);
  const enough = Math.min(LEAST_TIME * plan.scale, next.budget);
  if (left >= enough) return { do: 'ask', ask: mainAsk(next, round.id, Math.min(left, next.budget)) };
  return { do: 'pass', round: round.id, refs: waiting.map(it => it.ref), why: "the round's time was up" };
}

function mainAsk(planned: PlannedQuestion, round: string, budget: number): Ask {
  const { ref, question } = planned;
  const kind = question.type === 'closing' ? 'closing' : 'question';
  return { key: ref, kind, round, ref, prompt: question.prompt, why: 'planned', depth: 0, budget };
}

/** The candidate's own questions: their minutes are kept for them, however long the rest took. */
function closing(planned: PlannedRound, round: RoundState): Step | undefined {
  const own = planned.closing;
  if (!own || round.asks.some(ask => ask.ref === own.ref)) return undefined;
  return { do: 'ask', ask: mainAsk(own, round.id, Math.max(own.budget, leftInRound(planned, round))) };
}
