import { expect, test } from 'vitest';
import type { Bank, Library } from '../../src/model/content.ts';
import { agendaFor, loopOf } from '../../src/progress/agenda.ts';
import { question } from '../reports/building.ts';
import { attempt, card } from './world.ts';

const bank = (id: string, questions: Bank['questions']): Bank => ({
  kind: 'bank',
  id,
  title: id,
  aliases: {},
  questions,
});
const LIBRARY: Library = {
  banks: new Map(
    [
      bank('go', [
        question('gc', { principles: ['dive-deep'], rubric: ['technical'], minutes: 7 }),
        question('map', { principles: ['dive-deep'], competencies: ['data'], minutes: 5 }),
        question('pool', { rubric: ['technical'] }),
      ]),
      bank('other', [question('far', { principles: ['dive-deep'], rubric: ['technical'] })]),
    ].map(it => [it.id, it]),
  ),
  loops: new Map(),
  rubrics: new Map(),
};
const asked = (ids: string[], options: Partial<Parameters<typeof agendaFor>[3]> = {}) => {
  const attempts = [attempt(2, 0, { question: 'go/map' }), attempt(2, 1, { question: 'go/gc' })];
  const { items, without } = agendaFor(
    ids.map(id => card(id)),
    LIBRARY,
    attempts,
    { limit: 9, ...options },
  );
  return { refs: items.map(it => it.asked.ref), without: without.map(it => it.id) };
};

test('a question asks itself, a principle and a part what shows them and was asked longest ago or never', () => {
  expect(asked(['go/gc']).refs).toEqual(['go/gc']);
  expect(asked(['principle:dive-deep']).refs).toEqual(['go/map']);
  expect(asked(['part:technical/coverage']).refs).toEqual(['go/pool']);
});

test('no question comes twice, none of a bank never practised, and not more than the limit', () => {
  expect(asked(['go/map', 'principle:dive-deep', 'principle:dive-deep']).refs).toEqual(['go/map', 'go/gc']);
  expect(asked(['go/map', 'go/gc', 'go/pool'], { limit: 2 }).refs).toEqual(['go/map', 'go/gc']);
});

test('one competency alone can be asked for', () =>
  expect(asked(['go/gc', 'go/map'], { competency: 'data' })).toEqual({ refs: ['go/map'], without: [] }));

test('what nothing in the content shows today waits, and is told', () =>
  expect(asked(['go/gone', 'principle:frugality', 'go/gc'])).toEqual({
    refs: ['go/gc'],
    without: ['go/gone', 'principle:frugality'],
  }));

test('the round is as long as its questions', () => {
  const { items } = agendaFor(
    [card('go/gc'), card('go/map')],
    LIBRARY,
    [attempt(1, 0, { question: 'go/gc' })],
    { limit: 9 },
  );
  expect(loopOf(items)).toMatchObject({
    id: 'review',
    level: 'L5',
    rounds: [{ minutes: 12, questions: ['go/gc', 'go/map'] }],
  });
  expect(loopOf(items, 'L6').level).toBe('L6');
});
