/** Holds an interview: takes the next step, lets the candidate act, records what happened, and again. */
import type { Coding } from '../model/content.ts';
import type { Level } from '../model/level.ts';
import type { Judge } from '../model/score.ts';
import type { Ask, AskState, Draft, Session, SessionEvent, Tested } from '../model/session.ts';
import type { TestRun } from '../model/test-run.ts';
import type { Candidate, Room } from './candidate.ts';
import { leftToAnswer } from './clock.ts';
import type { Step } from './next.ts';
import { plainStep } from './plain-step.ts';
import { farewell, introduction, remarksFor } from './remarks.ts';
import { hintsFor, reviewOf } from './review.ts';
import { after } from './session.ts';
import { codeName, codingOf } from './tested.ts';
import type { Wording } from './wording.ts';

/** Where a session is kept; every call returns only when its data are safe. */
export interface Keeper {
  record(event: SessionEvent): void;
  draft(): Draft | undefined;
  saveDraft(draft: Draft, flush: boolean): void;
  dropDraft(): void;
}

export interface Conducting {
  candidate: Candidate;
  keeper: Keeper;
  /** Puts a probe into words that fit what was said; undefined where it cannot, and the probe's own words are said. */
  wording?: Wording;
  /** Judges single answers for coach mode. */
  judge: Pick<Judge, 'judge'>;
  /** Unix time in milliseconds. */
  now(): number;
}

export interface Ending {
  session: Session;
  ended: 'closed' | 'left';
  /** The signal that ended it. */
  signal?: number;
  /** The input ended before all was answered. */
  cut?: true;
}

/** `SessionEvent` without its time, for each of its kinds. */
type Happening = SessionEvent extends infer Event
  ? Event extends { at: number }
    ? Omit<Event, 'at'>
    : never
  : never;

/**
 * Goes on from wherever the session is, to its end or until the candidate leaves. Each event is on the disk before the
 * next thing is shown.
 */
export async function conduct(
  start: Session,
  { candidate, keeper, judge, now, wording }: Conducting,
): Promise<Ending> {
  let session = start;
  /** The candidate goes on another day. */
  let stopped = false;
  const record = (happening: Happening) => {
    const event = { at: now(), ...happening } as SessionEvent;
    keeper.record(event);
    session = after(session, event);
  };

  while (!session.closed) {
    // What reads answers is large; it is loaded only once a step follows from one.
    const step = plainStep(session) ?? (await import('./next.ts')).nextStep(session);
    if (step.do !== 'await') {
      await take(step);
      if (!stopped) continue;
      record({ type: 'left' });
      return { session, ended: 'left' };
    }
    const tested = (code: string, run: TestRun) =>
      record({ type: 'tested', key: step.ask.key, code: codeName(code), run });
    const reply = await candidate.answer(step.ask, { ...roomFor(session, step.ask, keeper), tested });
    for (const hint of reply.hints) record({ type: 'hinted', key: step.ask.key, hint });
    if (reply.paused > 0) record({ type: 'paused', key: step.ask.key, seconds: reply.paused });
    if (reply.outcome === 'left') {
      const draft = draftOf(step.ask, reply.text, reply.seconds);
      keeper.saveDraft(draft, true);
      record({ type: 'left', draft });
      const { signal, cut } = reply;
      return { session, ended: 'left', ...(signal !== undefined && { signal }), ...(cut && { cut }) };
    }
    const { seconds, outcome } = reply;
    const answer = isGiven(session, step.ask, reply.text) ? '' : reply.text;
    record({ type: 'answered', key: step.ask.key, answer, seconds, outcome });
    keeper.dropDraft();
  }
  return { session, ended: 'closed' };

  async function take(step: Exclude<Step, { do: 'await' }>): Promise<void> {
    switch (step.do) {
      case 'start-round': {
        const { plan } = session;
        const words = introduction(plan, step.round, step.number);
        stopped = (await candidate.welcome(step.round, step.number, plan, words)) === 'stop';
        return stopped ? undefined : record({ type: 'round-started', round: step.round.id });
      }
      case 'ask':
        return record({ type: 'asked', ...(await inWords(step.ask)) });
      case 'test':
        return record({ type: 'tested', key: step.ask.key, ...(await test(step.ask, step.coding)) });
      case 'review':
        return record({ type: await review(step.ask), key: step.ask.key });
      case 'pass':
        return record({ type: 'not-asked', round: step.round, refs: step.refs, why: step.why });
      case 'dug':
        return record({ type: 'dug', round: step.round, ref: step.ref, chains: step.chains });
      case 'end-round':
        record({ type: 'round-ended', round: step.round });
        return takeLeave(step.round);
      case 'rest': {
        const taken = await candidate.rest(step.seconds);
        stopped = taken === 'stop';
        // Whoever comes back another day has had their break.
        return record({ type: 'rested', round: step.round, seconds: taken === 'stop' ? 0 : taken });
      }
      case 'close':
        return record({ type: 'closed' });
    }
  }

  /** What it says goes into the journal; replay reads it there and asks nobody again. */
  async function inWords(ask: Ask): Promise<Ask> {
    const prompt = ask.kind === 'probe' ? await wording?.(session, ask) : undefined;
    return prompt === undefined ? ask : { ...ask, prompt, meant: ask.prompt, why: `${ask.why} (${WORDED})` };
  }

  /** Nobody takes leave after a warm-up. */
  async function takeLeave(id: string): Promise<void> {
    const round = session.plan.rounds.find(it => it.id === id);
    if (!round?.warmUp) await candidate.farewell?.(farewell(session, id));
  }

  async function test(ask: AskState, coding: Coding): Promise<Tested> {
    const code = codeName(ask.tries.at(-1)!.answer);
    const came = (await candidate.test?.(ask, coding)) ?? 'there was nobody to agree to it';
    return typeof came === 'string' ? { code, untested: came } : { code, run: came };
  }

  async function review(ask: AskState): Promise<'again' | 'moved-on'> {
    const selfLevel = ask.tries.at(-1)!.selfLevel ?? (await selfScore(ask));
    const choice = await candidate.review(ask, await reviewOf(session.plan, ask, selfLevel, judge));
    return choice === 'again' ? 'again' : 'moved-on';
  }

  /** Asked for before anything is said of the answer, and kept at once: seen the card, nobody could still say it. */
  async function selfScore(ask: AskState): Promise<Level | undefined> {
    const wanted = session.plan.selfScore && ask.tries.at(-1)!.answer.trim() !== '';
    const level = wanted ? await candidate.selfScore(ask) : undefined;
    if (level !== undefined) record({ type: 'self-scored', key: ask.key, level });
    return level;
  }
}

const WORDED = 'in the words of a language model';

/** Code handed in as it was given is no answer; nor are its tests, which lie beside it. */
function isGiven({ plan }: Session, ask: AskState, text: string): boolean {
  const round = plan.rounds.find(it => it.id === ask.round);
  const { starter, tests } = (round && codingOf(round, ask)?.files) ?? {};
  return [starter, tests].some(it => it?.trim() === text.trim());
}

function draftOf(ask: AskState, text: string, seconds: number): Draft {
  return { key: ask.key, attempt: ask.tries.length, text, seconds };
}

function roomFor(session: Session, ask: AskState, keeper: Keeper): Omit<Room, 'tested'> {
  const index = session.rounds.findIndex(round => round.id === ask.round);
  const round = session.plan.rounds[index]!;
  const coding = codingOf(round, ask);
  const belongs = (draft: Draft | undefined) => draft?.key === ask.key && draft.attempt === ask.tries.length;
  return {
    round,
    remarks: remarksFor(session, ask),
    hints: hintsFor(session.plan, ask),
    left: { question: ask.budget, round: leftToAnswer(ask, round, session.rounds[index]!) },
    // Another try is beside the clock (see clock.ts), so the round's end cannot cut it off.
    hard: session.plan.mode === 'real' && !round.warmUp && ask.tries.length === 0,
    // The file is never older than the journal; the journal stands in when the file was lost.
    draft: [keeper.draft(), session.draft].find(belongs),
    save: (text, seconds, flush) => keeper.saveDraft(draftOf(ask, text, seconds), flush),
    ...(coding && { coding }),
  };
}
