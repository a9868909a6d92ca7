import { expect, test } from 'vitest';
import { plannedFor, submissionOf, triesOf } from '../../src/interview/submission.ts';
import { criteriaOf, followUpNamed, probeKey } from '../../src/model/assignment.ts';
import { answered, ask, followUp, planned, plannedRound, point, question } from '../reports/building.ts';
import { closingOf, planOf, roundWith, rubricWith, sessionAt, wanting } from './world.ts';

const why = followUp('why', { points: [point('roots', 'It starts at the roots.')] });
const gc = question('gc', { type: 'design', followUps: [followUp('pause', { followUps: [why] })] });
const story = rubricWith('story', [wanting('cost', ['What did it cost?']), wanting('risk', [])]);
const numbers = rubricWith('numbers', [wanting('cost', [])]);
const main = { ...planned('go/gc', gc, ['story']), aliases: { gc: ['collector'] } };
const both = planned('go/map', question('map'), ['story', 'numbers']);
const own = closingOf('r', 5);
const plan = planOf([plannedRound('r', { questions: [main, both], closing: own })], {}, [story, numbers]);
const said = answered('It marks.', 30);

test('a question is found in its round, and so is the closing', () => {
  expect(plannedFor(plan, 'go/map')).toBe(both);
  expect(plannedFor(plan, 'r/closing')).toBe(own);
  expect(() => plannedFor(plan, 'go/chan')).toThrow('The plan has no question go/chan.');
});

test('a follow-up is found at any depth', () => {
  expect(followUpNamed(gc.followUps, 'why')).toBe(why);
  expect(followUpNamed(gc.followUps, 'no-such')).toBeUndefined();
});

test('criteria bear the name of their rubric where there are several', () => {
  expect(criteriaOf(plan, ['story']).map(it => it.name)).toEqual(['cost', 'risk']);
  const names = criteriaOf(plan, ['story', 'numbers']).map(it => it.name);
  expect(names).toEqual(['story/cost', 'story/risk', 'numbers/cost']);
});

test('a main question is judged by its rubrics', () =>
  expect(submissionOf(plan, ask('r', 'go/gc', [], { budget: 500 }), said)).toEqual({
    question: 'go/gc',
    asked: gc,
    rubrics: [story],
    aliases: { gc: ['collector'] },
    answer: 'It marks.',
    seconds: 30,
    budget: 500,
  }));

test('a follow-up is judged by its own points, as the type of its question', () => {
  const submission = submissionOf(plan, ask('r', 'go/gc/why', []), said);
  expect(submission).toMatchObject({ asked: { points: why.points, type: 'design' }, rubrics: [] });
  expect(() => submissionOf(plan, ask('r', 'go/gc/no-such', []), said)).toThrow('no follow-up go/gc/no-such');
});

test('a probe is judged by the criterion that it asks about', () => {
  const key = probeKey('go/map', 'numbers/cost', 'p1');
  expect(key).toBe('go/map/?numbers/cost.p1');
  const submission = submissionOf(plan, ask('r', key, [], { prompt: 'How much?' }), said);
  expect(submission.asked).toMatchObject({ prompt: 'How much?', points: [], answer: [] });
  expect(submission.rubrics).toEqual([numbers]);
  const one = submissionOf(plan, ask('r', 'go/gc/?risk.p1', []), said);
  expect(one.rubrics.map(it => it.criteria.map(({ id }) => id))).toEqual([['risk']]);
});

test('a probe into one signal or one point is judged by that alone', () => {
  const outcome = {
    ...wanting('outcome', ['How much?']),
    id: 'outcome',
    signals: [{ kind: 'length' }, { kind: 'quantity', within: 'x' }],
  };
  const main = planned(
    'b/q',
    question('q', { points: [point('a', 'It marks.'), point('b', 'It sweeps.')] }),
    ['story'],
  );
  const made = planOf([plannedRound('r', { questions: [main] })], {}, [rubricWith('story', [outcome])]);
  const probe = (aim: object) =>
    submissionOf(made, ask('r', 'b/q/?outcome.p1', [], { aim: { of: 'b/q', ...aim } }), said);
  expect(probe({ signal: 'quantity' }).rubrics[0]!.criteria[0]!.signals).toEqual([{ kind: 'quantity' }]);
  expect(probe({ point: 'b' })).toMatchObject({ asked: { points: [{ id: 'b' }] }, rubrics: [] });
  expect(probe({}).rubrics[0]!.criteria[0]!.signals).toHaveLength(2);
});

test('another story is judged as a whole answer', () => {
  const again = {
    ...wanting('outcome', []),
    id: 'outcome',
    probes: [{ id: 'other', ask: 'Another?', when: 'told-before' as const }],
  };
  const main = planned('b/q', question('q'), ['story']);
  const made = planOf([plannedRound('r', { questions: [main] })], {}, [rubricWith('story', [again])]);
  const submission = submissionOf(made, ask('r', 'b/q/?outcome.other', [], { aim: { of: 'b/q' } }), said);
  expect(submission.asked).toBe(main.question);
  expect(submission.rubrics.map(it => it.id)).toEqual(['story']);
});

test('every try is told in the order made', () => {
  const twice = ask('r', 'go/gc', [said, answered('It marks and sweeps.')]);
  const rounds = [roundWith('r', [twice, ask('r', 'go/map', [answered('A table.')])])];
  const tries = [...triesOf(sessionAt(plan, rounds))];
  expect(tries.map(({ ask: { key }, index, submission }) => [key, index, submission.answer])).toEqual([
    ['go/gc', 0, 'It marks.'],
    ['go/gc', 1, 'It marks and sweeps.'],
    ['go/map', 0, 'A table.'],
  ]);
});
