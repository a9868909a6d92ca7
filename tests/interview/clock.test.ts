import { expect, test } from 'vitest';
import { leftForQuestions, leftInRound, leftToAnswer, used, usedInRound } from '../../src/interview/clock.ts';
import { answered, ask, plannedRound } from '../reports/building.ts';
import { closingOf, roundWith } from './world.ts';

const planned = plannedRound('r', { budget: 1800, closing: closingOf('r', 5) });
const talk = (seconds: number) => ask('r', 'go/gc', [answered('It marks and sweeps.', seconds)]);
const own = ask('r', 'r/closing', [], { budget: 300 });

test('what was not answered yet has used no time', () => expect(used(ask('r', 'go/gc', []))).toBe(0));

test('tries after the first use no time', () => {
  const again = ask('r', 'go/gc', [answered('One.', 70), answered('Two.', 500), answered('Three.', 900)]);
  expect(used(again)).toBe(70);
  expect(usedInRound(roundWith('r', [again, talk(30)]))).toBe(100);
});

test('the closing keeps its minutes from the questions', () => {
  const round = roundWith('r', [talk(600)]);
  expect(leftForQuestions(planned, round)).toBe(900);
  expect(leftInRound(planned, round)).toBe(1200);
});

test('a round without a closing is all for its questions', () => {
  const { closing: _closing, ...without } = planned;
  expect(leftForQuestions(without, roundWith('r', [talk(600)]))).toBe(1200);
});

test('what was overdrawn is less than nothing', () =>
  expect(leftForQuestions(planned, roundWith('r', [talk(1600)]))).toBe(-100));

test('a question may not use the minutes of the closing', () =>
  expect(leftToAnswer(talk(0), planned, roundWith('r', [talk(600)]))).toBe(900));

test('the closing has its minutes however long the rest took', () =>
  expect(leftToAnswer(own, planned, roundWith('r', [talk(5000), own]))).toBe(300));
