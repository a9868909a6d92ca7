import { describe, expect, test } from 'vitest';
import { after, sessionFrom } from '../../src/interview/session.ts';
import type { Draft, Session, SessionEvent } from '../../src/model/session.ts';
import { plannedRound } from '../reports/building.ts';
import { eventsOf, fold, type Happening, planOf, START, saying } from './world.ts';

const plan = planOf([plannedRound('one'), plannedRound('two')]);
const draft: Draft = { key: 'go/gc', attempt: 0, text: 'It ma', seconds: 12 };
const begun: Happening[] = [{ type: 'round-started', round: 'one' }, saying('one', 'go/gc')];
const given: Happening = {
  type: 'answered',
  key: 'go/gc',
  answer: 'It marks.',
  seconds: 40,
  outcome: 'answered',
};
const first = (session: Session) => session.rounds[0]!;
const gc = (session: Session) => first(session).asks[0]!;

test('without an opening there is no session', () => {
  expect(sessionFrom([])).toBeUndefined();
  expect(sessionFrom(eventsOf(plan, ...begun).slice(1))).toBeUndefined();
});

test('an opened session has all its rounds ahead', () =>
  expect(fold(plan)).toEqual({
    id: 'sample',
    version: '0.1.0',
    plan,
    startedAt: START,
    lastAt: START,
    rounds: ['one', 'two'].map(id => ({
      id,
      state: 'ahead',
      asks: [],
      dug: [],
      notAsked: [],
      rested: false,
    })),
    closed: false,
  }));

describe('each kind of event changes one thing', () => {
  test('round-started', () =>
    expect(fold(plan, begun[0]!).rounds.map(it => it.state)).toEqual(['running', 'ahead']));

  test('asked: waits for an answer, and keeps what was said and why', () =>
    expect(gc(fold(plan, ...begun))).toEqual({
      key: 'go/gc',
      kind: 'question',
      round: 'one',
      ref: 'go/gc',
      prompt: 'Can you give an example?',
      why: 'planned',
      depth: 0,
      budget: 600,
      tries: [],
      hints: [],
      open: true,
      reviewed: false,
    }));

  test('hinted', () => {
    const hints: Happening[] = ['Think of colours.', 'And of roots.'].map(hint => ({
      type: 'hinted',
      key: 'go/gc',
      hint,
    }));
    expect(gc(fold(plan, ...begun, ...hints, hints[0]!)).hints).toEqual([
      'Think of colours.',
      'And of roots.',
    ]);
  });

  test('answered: no longer waits, and its draft is done with', () => {
    const session = fold(plan, ...begun, { type: 'left', draft }, { type: 'resumed' }, given);
    expect(gc(session)).toMatchObject({
      open: false,
      tries: [{ at: expect.any(Number), answer: 'It marks.', seconds: 40, outcome: 'answered' }],
    });
    expect(session).not.toHaveProperty('draft');
  });

  test('again: waits once more, with the first try kept', () =>
    expect(gc(fold(plan, ...begun, given, { type: 'again', key: 'go/gc' }))).toMatchObject({
      open: true,
      tries: [{ answer: 'It marks.' }],
    }));

  test.each([
    ['skipped', { answer: 'No, I', outcome: 'skipped' }],
    ['handed in empty', { answer: ' \n', outcome: 'answered' }],
  ] as const)(
    'another try that is %s is none: the answer before it stays, and it goes on',
    (_how, dropped) => {
      const another: Happening[] = [given, { type: 'again', key: 'go/gc' }];
      const session = fold(plan, ...begun, ...another, { ...given, ...dropped } as Happening);
      expect(gc(session)).toMatchObject({ open: false, reviewed: true });
      expect(gc(session).tries.map(it => it.answer)).toEqual(['It marks.']);
    },
  );

  test('moved-on', () =>
    expect(gc(fold(plan, ...begun, given, { type: 'moved-on', key: 'go/gc' })).reviewed).toBe(true));

  test('left: the draft is known, or the last one still is', () => {
    expect(fold(plan, ...begun, { type: 'left', draft }).draft).toEqual(draft);
    expect(fold(plan, ...begun, { type: 'left', draft }, { type: 'left' }).draft).toEqual(draft);
  });

  test('not-asked', () => {
    const missed = { refs: ['go/map', 'go/chan'], why: "the round's time was up" };
    expect(first(fold(plan, begun[0]!, { type: 'not-asked', round: 'one', ...missed })).notAsked).toEqual([
      missed,
    ]);
  });

  test('round-ended, rested, closed', () => {
    const ended = fold(plan, begun[0]!, { type: 'round-ended', round: 'one' });
    expect(first(ended)).toMatchObject({ state: 'ended', rested: false });
    const rested = fold(plan, { type: 'rested', round: 'one', seconds: 9 });
    expect(rested.rounds.map(it => it.rested)).toEqual([true, false]);
    expect(fold(plan, { type: 'closed' }).closed).toBe(true);
  });
});

/** Events of rounds and asks that this session does not have, and those that only tell the time. */
const UNFIT: Happening[] = [
  { type: 'opened', session: 'other', version: '9', plan: planOf([]) },
  { type: 'round-started', round: 'nine' },
  saying('nine', 'go/map'),
  { type: 'hinted', key: 'go/map', hint: 'No.' },
  { type: 'paused', key: 'go/gc', seconds: 5 },
  { ...given, key: 'go/map' } as Happening,
  { type: 'again', key: 'go/map' },
  { type: 'moved-on', key: 'go/map' },
  { type: 'resumed' },
  { type: 'not-asked', round: 'nine', refs: ['go/map'], why: '' },
  { type: 'round-ended', round: 'nine' },
  { type: 'rested', round: 'nine', seconds: 9 },
  { type: 'from-a-later-version' } as unknown as Happening,
];

test.each(UNFIT)('an event that does not fit changes nothing but the time: $type', happening => {
  const session = fold(plan, ...begun, { type: 'left', draft });
  const at = session.lastAt + 1000;
  expect(after(session, { at, ...happening } as SessionEvent)).toEqual({ ...session, lastAt: at });
});

test('the session before is left as it was', () => {
  const before = fold(plan, ...begun);
  const copy = structuredClone(before);
  after(before, { at: START, ...given } as SessionEvent);
  expect(before).toEqual(copy);
});
