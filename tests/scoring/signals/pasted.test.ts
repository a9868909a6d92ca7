import { expect, test } from 'vitest';
import { readSubmission } from '../../../src/scoring/signals/readings.ts';
import { submission } from '../asking.ts';

const points = [
  'Noticed a need that was not part of the own job and that nobody was looking after',
  'Did the extra work personally with the agreement of the people concerned and saw it through',
  'Others were measurably better off, and the own duties did not suffer',
].map((text, at) => ({ id: `p${at}`, text: [text], weight: 1, cues: [] }));
const question = { prompt: 'Tell me about something that was not your job.', points };

const flagsOf = (answer: string, type: 'behavioral' | 'technical' = 'behavioral') =>
  readSubmission(submission(answer, { ...question, type })).flags.map(it => it.kind);
const pasted = `In March I was on the billing team. ${points.map(it => it.text[0]).join('. ')}. As a result it went down from 40 to 5.`;

test('points pasted as a story are an echo', () => expect(flagsOf(pasted)).toEqual(['echo']));

test('a told story that uses a few of their words is none', () =>
  expect(
    flagsOf(
      'In March our support team had 300 open tickets that nobody was looking after. I sorted them by cause in the evenings and wrote a small script. Three weeks later 40 were left.',
    ),
  ).toEqual([]));

test('of a fact the words of its points are the answer', () =>
  expect(flagsOf(pasted, 'technical')).not.toContain('echo'));
