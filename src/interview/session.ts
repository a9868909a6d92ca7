/** A session is the fold of its journal's events; replay and live interviews go through the same function. */

import { isDropped } from '../model/another-try.ts';
import type { Level } from '../model/level.ts';
import type { AskState, RoundState, Session, SessionEvent, Try } from '../model/session.ts';
import { withTests } from './tested.ts';

/** Folds a whole journal. Undefined when it does not begin with an `opened` event: then there is nothing to go on with. */
export function sessionFrom(events: readonly SessionEvent[]): Session | undefined {
  const [first, ...rest] = events;
  if (first?.type !== 'opened') return undefined;
  return rest.reduce(after, {
    id: first.session,
    version: first.version,
    plan: first.plan,
    startedAt: first.at,
    lastAt: first.at,
    rounds: first.plan.rounds.map(({ id }) => ({
      id,
      state: 'ahead',
      asks: [],
      dug: [],
      notAsked: [],
      rested: false,
    })),
    closed: false,
  });
}

/** The session after one more event. Events that do not fit (a damaged journal) change nothing but the time. */
export function after(session: Session, event: SessionEvent): Session {
  const next = { ...session, lastAt: event.at };
  switch (event.type) {
    case 'round-started':
      return withRound(next, event.round, round => ({ ...round, state: 'running' }));
    case 'asked': {
      const { at: _at, type: _type, ...ask } = event;
      const asked: AskState = { ...ask, tries: [], hints: [], open: true, reviewed: false };
      return withRound(next, event.round, round => ({ ...round, asks: [...round.asks, asked] }));
    }
    case 'hinted':
      // Shown again in another try or after a break, it is still one hint taken.
      return withAsk(next, event.key, ask => ({ ...ask, hints: [...new Set([...ask.hints, event.hint])] }));
    case 'answered': {
      const { at, answer, seconds, outcome } = event;
      if (!wasAsked(next, event.key)) return next;
      const { draft: _draft, ...rest } = next;
      return withAsk(rest, event.key, ask =>
        isDropped(ask, event)
          ? { ...ask, open: false, reviewed: true }
          : withTests({ ...ask, tries: [...ask.tries, { at, answer, seconds, outcome }], open: false }),
      );
    }
    case 'tested': {
      const { at: _at, type: _type, key, ...tested } = event;
      return withAsk(next, key, ask => withTests({ ...ask, tested: [...(ask.tested ?? []), tested] }));
    }
    case 'self-scored':
      return withAsk(next, event.key, ask => ({
        ...ask,
        tries: ask.tries.map(selfScored(ask, event.level)),
      }));
    case 'again':
      return withAsk(next, event.key, ask => ({ ...ask, open: true }));
    case 'moved-on':
      return withAsk(next, event.key, ask => ({ ...ask, reviewed: true }));
    case 'left':
      return event.draft ? { ...next, draft: event.draft } : next;
    case 'dug': {
      const { ref, chains } = event;
      return withRound(next, event.round, round => ({ ...round, dug: [...round.dug, { ref, chains }] }));
    }
    case 'not-asked': {
      const { refs, why } = event;
      return withRound(next, event.round, round => ({
        ...round,
        notAsked: [...round.notAsked, { refs, why }],
      }));
    }
    case 'round-ended':
      return withRound(next, event.round, round => ({ ...round, state: 'ended' }));
    case 'rested':
      return withRound(next, event.round, round => ({ ...round, rested: true }));
    case 'closed':
      return { ...next, closed: true };
    default:
      return next;
  }
}

/** The last try with the level that the candidate gives it; the others as they are. */
function selfScored(ask: AskState, selfLevel: Level): (attempt: Try, index: number) => Try {
  return (attempt, index) => (index === ask.tries.length - 1 ? { ...attempt, selfLevel } : attempt);
}

function wasAsked(session: Session, key: string): boolean {
  return session.rounds.some(round => round.asks.some(ask => ask.key === key));
}

function withRound(session: Session, id: string, change: (round: RoundState) => RoundState): Session {
  return { ...session, rounds: session.rounds.map(round => (round.id === id ? change(round) : round)) };
}

function withAsk(session: Session, key: string, change: (ask: AskState) => AskState): Session {
  const rounds = session.rounds.map(round =>
    round.asks.some(ask => ask.key === key)
      ? { ...round, asks: round.asks.map(ask => (ask.key === key ? change(ask) : ask)) }
      : round,
  );
  return { ...session, rounds };
}
