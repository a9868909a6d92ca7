import { describe, expect, test } from 'vitest';
import { nextStep } from '../../src/interview/next.ts';
import type { AskState, Plan } from '../../src/model/session.ts';
import { answered, ask, followUp, planned, plannedRound, question, SKIPPED } from '../reports/building.ts';
import { closingOf, planOf, roundWith, rubricWith, sessionAt, wanting } from './world.ts';

const one = plannedRound('one', {
  questions: [planned('go/gc', question('gc'), []), planned('go/map', question('map'), [])],
  closing: closingOf('one', 5),
});
const two = plannedRound('two', { questions: [planned('go/chan', question('chan'), [])] });
const real = planOf([one, two], { breakSeconds: 600 });
const coach: Plan = { ...real, mode: 'coach' };
const said = (key: string, seconds = 60, rest: Partial<AskState> = {}) => ({
  ...ask('one', key, [answered('It marks and sweeps.', seconds)]),
  ...rest,
});
/** The next step in the first round after these asks, and after all that could follow from them. */
const stepAfter = (plan: Plan, ...asks: AskState[]) =>
  nextStep(sessionAt(plan, [roundWith('one', asks, { dug: asks.map(({ ref }) => ({ ref, chains: [] })) })]));

describe('the way through an interview', () => {
  test('begins with the first round', () =>
    expect(nextStep(sessionAt(real))).toEqual({ do: 'start-round', round: one, number: 1 }));

  test('asks the first question with its own budget', () =>
    expect(stepAfter(real)).toEqual({
      do: 'ask',
      ask: {
        key: 'go/gc',
        kind: 'question',
        round: 'one',
        ref: 'go/gc',
        prompt: 'What is gc?',
        why: 'planned',
        depth: 0,
        budget: 600,
      },
    }));

  test('waits for the answer to what was said', () => {
    const open = ask('one', 'go/gc', [], { budget: 600 });
    expect(stepAfter(real, { ...open, open: true })).toMatchObject({ do: 'await', ask: { key: 'go/gc' } });
  });

  test('goes to the next question, the closing and the end of the round', () => {
    expect(stepAfter(real, said('go/gc'))).toMatchObject({ do: 'ask', ask: { key: 'go/map' } });
    const both = [said('go/gc'), said('go/map')];
    expect(stepAfter(real, ...both)).toMatchObject({
      do: 'ask',
      ask: { key: 'one/closing', kind: 'closing' },
    });
    expect(stepAfter(real, ...both, said('one/closing'))).toEqual({ do: 'end-round', round: 'one' });
  });

  test('digs before it goes on', () => {
    const deep = question('gc', { followUps: [followUp('pause')] });
    const plan = planOf([{ ...one, questions: [planned('go/gc', deep, []), ...one.questions.slice(1)] }]);
    const step = (...asks: AskState[]) => nextStep(sessionAt(plan, [roundWith('one', asks)]));
    expect(step(said('go/gc'))).toMatchObject({ do: 'ask', ask: { key: 'go/gc/pause' } });
  });

  test('notes how deep it went before it goes on', () =>
    expect(nextStep(sessionAt(real, [roundWith('one', [said('go/gc')])]))).toEqual({
      do: 'dug',
      round: 'one',
      ref: 'go/gc',
      chains: [{ key: 'go/gc', layers: 1, end: 'open' }],
    }));
});

describe('between rounds', () => {
  const ended = roundWith('one', [], { state: 'ended' });
  test('there is a break', () =>
    expect(nextStep(sessionAt(real, [ended]))).toEqual({ do: 'rest', round: 'one', seconds: 600 }));

  test('the next round begins after it', () =>
    expect(nextStep(sessionAt(real, [{ ...ended, rested: true }]))).toEqual({
      do: 'start-round',
      round: two,
      number: 2,
    }));

  test('the next round begins at once where the loop has no breaks', () =>
    expect(nextStep(sessionAt({ ...real, breakSeconds: 0 }, [ended]))).toMatchObject({ do: 'start-round' }));

  test('the last round is followed by no break, but by the end', () =>
    expect(
      nextStep(
        sessionAt(real, [
          { ...ended, rested: true },
          { ...ended, id: 'two' },
        ]),
      ),
    ).toEqual({
      do: 'close',
    }));
});

describe('when the time is up', () => {
  test('a question gets only what the round still has without its closing', () =>
    expect(stepAfter(real, said('go/gc', 1200))).toMatchObject({ ask: { key: 'go/map', budget: 300 } }));

  test('the rest is not asked, and it is told why', () =>
    expect(stepAfter(real, said('go/gc', 1500))).toEqual({
      do: 'pass',
      round: 'one',
      refs: ['go/map'],
      why: "the round's time was up",
    }));

  test('nobody begins a question with less than 45 seconds', () => {
    expect(stepAfter(real, said('go/gc', 1455))).toMatchObject({ do: 'ask', ask: { budget: 45 } });
    expect(stepAfter(real, said('go/gc', 1456))).toMatchObject({ do: 'pass' });
  });

  test('the closing is asked all the same, with its own minutes', () => {
    const missed = [{ refs: ['go/map'], why: '' }];
    const session = sessionAt(real, [
      roundWith('one', [said('go/gc', 1800)], { notAsked: missed, dug: [{ ref: 'go/gc', chains: [] }] }),
    ]);
    expect(nextStep(session)).toMatchObject({ ask: { key: 'one/closing', budget: 300 } });
  });

  test('the closing gets what the questions left over', () =>
    expect(stepAfter(real, said('go/gc', 100), said('go/map', 100))).toMatchObject({
      ask: { budget: 1600 },
    }));
});

describe('a coach', () => {
  const fresh = said('go/gc', 60, { reviewed: false });
  test('reviews each answer before anything else', () =>
    expect(stepAfter(coach, fresh)).toEqual({ do: 'review', ask: fresh }));

  test('reviews what was skipped too', () =>
    expect(stepAfter(coach, { ...fresh, tries: [SKIPPED] })).toMatchObject({ do: 'review' }));

  test('waits for another try and reviews it again', () => {
    const again = { ...fresh, open: true };
    expect(stepAfter(coach, again)).toEqual({ do: 'await', ask: again });
    const twice = { ...fresh, tries: [...fresh.tries, answered('Better.')] };
    expect(stepAfter(coach, twice)).toMatchObject({
      do: 'review',
      ask: { tries: [{}, { answer: 'Better.' }] },
    });
  });

  test('goes on after the review', () =>
    expect(stepAfter(coach, { ...fresh, reviewed: true })).toMatchObject({ ask: { key: 'go/map' } }));

  test("does not review the candidate's own questions", () => {
    const own = said('one/closing', 60, { reviewed: false });
    expect(stepAfter(coach, said('go/gc'), said('go/map'), own)).toMatchObject({ do: 'end-round' });
  });

  test('does not review a probe that nothing measures, such as how one would find out', () => {
    const sure = { ...wanting('risk', ['What risk?']), id: 'risk' };
    sure.probes.push({ id: 'find', ask: 'How would you find out?', when: 'admitted' });
    const asked = planned('go/gc', question('gc'), ['story']);
    const plan = planOf([{ ...one, questions: [asked] }], { mode: 'coach' }, [rubricWith('story', [sure])]);
    const step = (key: string) => stepAfter(plan, said('go/gc'), said(key, 60, { reviewed: false }));
    expect(step('go/gc/?risk.find')).toMatchObject({ do: 'ask', ask: { kind: 'closing' } });
    expect(step('go/gc/?risk.p1')).toMatchObject({ do: 'review' });
  });

  test('is silent in real mode', () =>
    expect(stepAfter(real, fresh)).toMatchObject({ do: 'ask', ask: { key: 'go/map' } }));
});
