/** Questions nobody planned, asked because something is missing; see dig.ts. */
import { describe, expect, test } from 'vitest';
import { dig } from '../../src/interview/dig.ts';
import { hear } from '../../src/interview/heard.ts';
import type { Criterion, Question } from '../../src/model/content.ts';
import type { AskState } from '../../src/model/session.ts';
import { answered, ask, followUp, planned, plannedRound, question, SKIPPED } from '../reports/building.ts';
import { planOf, roundWith, rubricWith, sessionAt, wanting } from './world.ts';

const rubric = rubricWith('story', [
  wanting('latency', ['How slow was it?'], 1),
  wanting('cost', ['What did it cost?', 'Who paid?'], 3),
  wanting('risk', ['What could go wrong?'], 2),
]);

function probe(asks: AskState[], rubrics = [rubric], rest: Partial<Question> = {}) {
  const ids = rubrics.map(it => it.id);
  const main = planned('go/gmp', question('gmp', rest), ids);
  const plan = planOf([plannedRound('r', { questions: [main] })], {}, rubrics);
  const round = roundWith('r', asks);
  return dig(sessionAt(plan, [round]), main, round);
}
const asked = (key: string, answer = 'There is a local run queue in each processor.') =>
  ask('r', key, [answered(answer, 10)]);

const heard = (key: string, prompt: string) => ({ ...asked(key), prompt });
const cost = heard('go/gmp/?cost.p1', 'What did it cost?');

describe('after something was skipped', () => {
  const skipped = (key: string) => ({ ...ask('r', key, [SKIPPED]), prompt: 'What did it cost?' });
  const main = asked('go/gmp');

  test('nobody probes any more, not even after another answer', () => {
    expect(probe([main])).toMatchObject({ kind: 'probe' });
    expect(probe([main, skipped('go/gmp/?cost.p1')])).toBeUndefined();
    const followUps = [followUp('a')];
    const begun = [main, skipped('go/gmp/?cost.p1'), asked('go/gmp/a')];
    expect(probe(begun, [rubric], { followUps })).toBeUndefined();
  });

  test('what is planned is still asked', () => {
    const followUps = [followUp('a'), followUp('b')];
    expect(probe([main, skipped('go/gmp/a')], [rubric], { followUps })?.key).toBe('go/gmp/b');
    expect(probe([main, skipped('go/gmp/a'), asked('go/gmp/b')], [rubric], { followUps })).toBeUndefined();
  });
});

test('a probe asks for the heaviest gap, and says why', () =>
  expect(probe([asked('go/gmp')])).toMatchObject({
    key: 'go/gmp/?cost.p1',
    kind: 'probe',
    prompt: 'What did it cost?',
    why: 'The cost was thin',
    depth: 1,
  }));

test('a probe that brought nothing is followed by one for the next gap', () =>
  expect(probe([asked('go/gmp'), cost])?.key).toBe('go/gmp/?risk.p1'));

test('a probe leaves out what was said', () =>
  expect(probe([asked('go/gmp', 'The cost of the servers doubled, a risk we took.')])?.key).toBe(
    'go/gmp/?latency.p1',
  ));

test('a probe comes after all follow-ups', () =>
  expect(probe([asked('go/gmp')], [rubric], { followUps: [followUp('more')] })?.kind).toBe('follow-up'));

test('two probes that brought nothing are enough', () =>
  expect(probe([asked('go/gmp'), cost, heard('go/gmp/?risk.p1', 'What could go wrong?')])).toBeUndefined());

test('a probe is never heard twice in a round', () => {
  const elsewhere = heard('go/gc/?cost.p1', 'What did it cost?');
  expect(probe([elsewhere, asked('go/gmp')])?.prompt).toBe('Who paid?');
  const both = [elsewhere, heard('go/map/?cost.p2', 'Who paid?')];
  expect(probe([...both, asked('go/gmp')])?.key).toBe('go/gmp/?risk.p1');
});

test('a probe names its rubric where there are several', () =>
  expect(probe([asked('go/gmp')], [rubric, rubricWith('other', [])])?.key).toBe('go/gmp/?story/cost.p1'));

describe('a probe for one signal', () => {
  const telling: Criterion = {
    ...wanting('outcome', []),
    weight: 3,
    signals: [
      { kind: 'mention', terms: ['outcome'], weight: 2 },
      { kind: 'quantity', within: 'outcome', weight: 1 },
    ],
    probes: [
      { id: 'what', ask: 'What came of it?', when: { low: 'mention' } },
      { id: 'measure', ask: 'How did you measure it?', when: { low: 'quantity' } },
      { id: 'percent', ask: 'What is that in per cent?', when: { low: 'quantity' } },
      { id: 'price', ask: 'What did you give up for it?' },
    ],
  };
  const rubrics = [rubricWith('story', [telling])];
  const told = asked('go/gmp', 'The outcome of all that was a calm night for everybody.');
  const measured = (answer: string) => ({
    ...heard('go/gmp/?outcome.measure', 'How did you measure it?'),
    tries: [answered(answer, 10)],
    aim: { of: 'go/gmp', signal: 'quantity' },
  });

  test('is asked when that one is low, though the criterion as a whole is there', () =>
    expect(probe([told], rubrics)).toMatchObject({
      prompt: 'How did you measure it?',
      why: 'The outcome was thin: quantity',
      aim: { of: 'go/gmp', signal: 'quantity' },
    }));

  test('comes in the order of the ladder', () =>
    expect(probe([asked('go/gmp', 'It is a long story.')], rubrics)?.prompt).toBe('What came of it?'));

  test('is satisfied by what it asked for, wherever that stands', () => {
    expect(probe([told, measured('From 40 pages a week to 3.')], rubrics)).toBeUndefined();
    const brought = (answer: string) => {
      const main = planned('go/gmp', question('gmp'), ['story']);
      const plan = planOf([plannedRound('r', { questions: [main] })], {}, rubrics);
      return hear(plan, main, [told, measured(answer)]).heard[1]!.adds;
    };
    expect(['From 40 pages a week to 3.', 'Hard to say, really.'].map(brought)).toEqual([true, false]);
  });

  test('is not asked again in other words when it brought nothing', () =>
    expect(probe([told, measured('Hard to say, really.')], rubrics)).toBeUndefined());

  test('stays with its criterion while that brings something, though another gap is wider', () => {
    const both = [rubricWith('story', [telling, wanting('risk', ['What could go wrong?'], 2.5)])];
    const vague = asked('go/gmp', 'It is a long story.');
    const what = {
      ...heard('go/gmp/?outcome.what', 'What came of it?'),
      tries: [answered('The outcome was a calm night.', 10)],
      aim: { of: 'go/gmp', signal: 'mention' },
    };
    expect(probe([vague, what], both)?.key).toBe('go/gmp/?outcome.measure');
    expect(probe([vague, { ...what, tries: [answered('Well.', 10)] }], both)?.key).toBe('go/gmp/?risk.p1');
  });

  test('goes deeper with the next of the ladder', () => {
    const vague = asked('go/gmp', 'It is a long story.');
    const what = {
      ...heard('go/gmp/?outcome.what', 'What came of it?'),
      tries: [answered('The outcome was a calm night.', 10)],
      aim: { of: 'go/gmp', signal: 'mention' },
    };
    expect(probe([vague, what], rubrics)).toMatchObject({ prompt: 'How did you measure it?', depth: 2 });
  });

  test('of something that may be left out comes last', () => {
    const own: Criterion = {
      ...wanting('own', []),
      weight: 5,
      signals: [{ kind: 'experience', parts: [['paged'], ['fixed']], names: ['seen', 'done'] }],
      probes: [{ id: 'own', ask: 'Where have you met this?', when: { low: 'experience' } }],
    };
    const both = [rubricWith('story', [own, telling])];
    expect(probe([told], both)?.prompt).toBe('How did you measure it?');
    expect(probe([told, measured('From 40 pages a week to 3.')], both)?.prompt).toBe(
      'Where have you met this?',
    );
  });
});
