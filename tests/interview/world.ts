/** Interviews made of plain objects: plans, folds, a keeper in memory and a candidate who does as told. */
import type { Candidate, Reply, Room } from '../../src/interview/candidate.ts';
import type { Keeper } from '../../src/interview/conduct.ts';
import { sessionFrom } from '../../src/interview/session.ts';
import type { Criterion, Rubric } from '../../src/model/content.ts';
import type { Judge } from '../../src/model/score.ts';
import type {
  AskState,
  Draft,
  Plan,
  PlannedRound,
  RoundState,
  Session,
  SessionEvent,
} from '../../src/model/session.ts';
import { ask, planned, question, rubric, scored, sessionOf } from '../reports/building.ts';

export const START = Date.UTC(2026, 2, 2, 9, 30);

export function planOf(rounds: PlannedRound[], rest: Partial<Plan> = {}, rubrics: Rubric[] = []): Plan {
  const held = rounds.map(it => ({ planned: it, asks: [] }));
  return { ...sessionOf(held, rubrics).plan, mode: 'real', ...rest };
}

/** The candidate's own questions at the end of a round. */
export const closingOf = (round: string, minutes: number) =>
  planned(`${round}/closing`, question('your-questions', { type: 'closing', minutes }), []);

export const roundWith = (id: string, asks: AskState[], rest: Partial<RoundState> = {}): RoundState => ({
  id,
  state: 'running',
  asks,
  dug: [],
  notAsked: [],
  rested: false,
  ...rest,
});

/** A session of this plan with its rounds as they are; those not given are ahead. */
export function sessionAt(plan: Plan, rounds: RoundState[] = []): Session {
  const ahead = plan.rounds.map(it => roundWith(it.id, [], { state: 'ahead' }));
  return { ...fold(plan), rounds: ahead.map((it, index) => rounds[index] ?? it) };
}

/** A criterion that is there when one of the terms is mentioned. */
export function wanting(term: string, probes: string[], weight = 1): Criterion {
  const [made] = rubric('any', [[term, `The ${term}`, weight, '']]).criteria;
  return {
    ...made!,
    signals: [{ kind: 'mention', terms: [term] }],
    probes: probes.map((text, index) => ({ id: `p${index + 1}`, ask: text })),
  };
}

export const rubricWith = (id: string, criteria: Criterion[]): Rubric => ({ ...rubric(id, []), criteria });

export type Happening = SessionEvent extends infer Event
  ? Event extends { at: number }
    ? Omit<Event, 'at'>
    : never
  : never;

/** What happened after the opening, a second apart. */
export function eventsOf(plan: Plan, ...happenings: Happening[]): SessionEvent[] {
  const opened: Happening = { type: 'opened', session: 'sample', version: '0.1.0', plan };
  return [opened, ...happenings].map((it, index) => ({ at: START + index * 1000, ...it }) as SessionEvent);
}

export const fold = (plan: Plan, ...happenings: Happening[]): Session =>
  sessionFrom(eventsOf(plan, ...happenings))!;

/** The event that says a key, as the builders of asks would have it. */
export function saying(round: string, key: string): Happening {
  const { tries: _t, hints: _h, open: _o, reviewed: _r, ...said } = ask(round, key, []);
  return { type: 'asked', ...said };
}

export interface Memory extends Keeper {
  events: SessionEvent[];
  saved: Draft[];
  kept: Draft | undefined;
}

/** No interview of these tests is half as long. */
const MOST_EVENTS = 1000;

/** Keeps in memory; tells the log what it does. */
export function memory(log: string[] = []): Memory {
  const keeper: Memory = {
    events: [],
    saved: [],
    kept: undefined,
    record: event => {
      if (keeper.events.push(event) > MOST_EVENTS) throw new Error('The interview does not end.');
      log.push(`record ${event.type}`);
    },
    draft: () => keeper.kept,
    saveDraft: draft => {
      keeper.kept = draft;
      keeper.saved.push(draft);
      log.push('save');
    },
    dropDraft: () => {
      keeper.kept = undefined;
      log.push('drop');
    },
  };
  return keeper;
}

/** A reply with this text; nothing said is a question skipped. */
export const reply = (text: string, rest: Partial<Reply> = {}): Reply =>
  ({
    outcome: text === '' ? 'skipped' : 'answered',
    text,
    seconds: 60,
    hints: [],
    paused: 0,
    ...rest,
  }) as Reply;

export function candidateWho(
  answer: (ask: AskState, room: Room) => Reply,
  rest: Partial<Candidate> = {},
): Candidate {
  return {
    welcome: async () => 'begin',
    answer: async (asked, room) => answer(asked, room),
    selfScore: async () => undefined,
    review: async () => 'next',
    rest: async seconds => seconds,
    ...rest,
  };
}

export const judge: Judge = {
  name: 'fair',
  version: '1',
  paid: false,
  fingerprint: () => 'f',
  judge: submission => scored(60, { question: submission.question }),
};

/** A clock that goes on by a second whenever it is looked at. */
export function ticking(from = START): () => number {
  let time = from;
  return () => {
    time += 1000;
    return time;
  };
}
