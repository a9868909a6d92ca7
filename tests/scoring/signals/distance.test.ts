import { expect, test } from 'vitest';
import { readSubmission } from '../../../src/scoring/signals/readings.ts';
import { submission } from '../asking.ts';

const pitfalls = [
  {
    id: 'other-times',
    text: 'Probes of the pods fail at different times',
    also: ['The pods restart one after the other'],
  },
];
const touched = (answer: string) =>
  readSubmission(submission(answer, { prompt: 'What happens when the database is away?', pitfalls }))
    .pitfalls;

test('a claim is told in the wording that it is like', () => {
  expect(touched('The probes of the pods fail at different times.')).toMatchObject([
    { reason: 'It claims: Probes of the pods fail at different times.' },
  ]);
  expect(touched('Here the pods restart one after the other.')).toMatchObject([
    { reason: 'It claims: The pods restart one after the other.' },
  ]);
});

test.each([
  'If the probes of the pods fail at different times, that is luck.',
  'And if the probes of the pods fail at different times, that is luck.',
  'What must never happen: probes of the pods fail at different times.',
])('who only supposes or forbids it does not claim it: %s', answer => expect(touched(answer)).toEqual([]));

test('a claim of words that anybody says is made by who says just these', () => {
  const said = [{ id: 'yes', text: 'I said yes and then did not do it' }];
  const claims = (answer: string) =>
    readSubmission(submission(answer, { prompt: 'Whom did you turn down?', pitfalls: said })).pitfalls;
  expect(claims('My gut was against it, but first I said no to him.')).toEqual([]);
  expect(claims('I said yes, and then did not do it.')).toHaveLength(1);
});

const points = [
  {
    id: 'panic',
    text: ['If Stop closes the channel while Submit is sending, that panics.'],
    weight: 1,
    cues: [],
  },
];
const flags = (answer: string) =>
  readSubmission(
    submission(answer, {
      prompt: 'Some are in Submit, sending to the channel, while Stop is called. Who closes it?',
      points,
    }),
  ).flags.map(it => it.kind);
const sound = 'Stop only sets a flag, and every sender looks at it before it sends.';

test('one word that is denied contradicts nothing', () => {
  expect(flags(`${sound} Then there's nothing that could panic.`)).not.toContain('contradiction');
  expect(flags(`${sound} It never panics when Stop closes the channel while Submit is sending.`)).toContain(
    'contradiction',
  );
});
