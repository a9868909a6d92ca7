import { expect, test } from 'vitest';
import type { Candidate } from '../../../src/interview/candidate.ts';
import { aloud } from '../../../src/terminal/voice/aloud.ts';
import { ask } from '../../reports/building.ts';
import { roomWith } from '../world.ts';

const ASKED = ask('go', 'go/race', [], { prompt: 'What is a race?' });
const REPLY = { outcome: 'answered', text: 'Two writers.', seconds: 1, hints: [], paused: 0 } as const;

function open(problem: string | undefined, answer: () => Promise<typeof REPLY>) {
  const happened: string[] = [];
  const voice = {
    say: (text: string) => happened.push(`say ${text}`),
    stop: () => happened.push('stop'),
    problem: () => problem,
  };
  const candidate = {
    answer: () => answer().finally(() => happened.push('answered')),
  } as unknown as Candidate;
  return { candidate: aloud(candidate, voice, what => happened.push(what)), happened };
}

test('a question is read when it is asked, and no longer than until it is answered', async () => {
  const { candidate, happened } = open(undefined, async () => REPLY);
  expect(await candidate.answer(ASKED, roomWith())).toBe(REPLY);
  expect(happened).toEqual(['say What is a race?', 'answered', 'stop']);
});

test('reading stops as well when the candidate leaves', async () => {
  const { candidate, happened } = open(undefined, () => Promise.reject(new Error('left')));
  await expect(candidate.answer(ASKED, roomWith())).rejects.toThrow('left');
  expect(happened.at(-1)).toBe('stop');
});

test('what keeps it from being read is told once, when the answer is there', async () => {
  const { candidate, happened } = open('no sound.', async () => REPLY);
  await candidate.answer(ASKED, roomWith());
  await candidate.answer(ASKED, roomWith());
  const told = 'The question was not read aloud: no sound.';
  expect(happened.filter(it => it === told)).toHaveLength(1);
  expect(happened.indexOf(told)).toBeGreaterThan(happened.indexOf('answered'));
});
