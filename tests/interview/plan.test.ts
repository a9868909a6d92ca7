import { describe, expect, test } from 'vitest';
import { loopOfOne, planLoop } from '../../src/interview/plan.ts';
import { InputError } from '../../src/model/errors.ts';
import { question } from '../reports/building.ts';
import { behavioral, library, loop, OPTIONS, round } from './library.ts';

describe('a plan', () => {
  const rounds = [
    round('talk', ['gc', 'go/map'], { closing: { minutes: 5, question: 'closing/your-questions' } }),
    round('hr', ['stories/late'], { brief: 'Three stories.', barRaiser: true }),
  ];
  const books = library([behavioral('late')]);

  test('holds whole questions with their full names, words and rubrics', () => {
    const { rounds: planned, rubrics } = planLoop(books, loop(...rounds), OPTIONS);
    expect(planned[0]!.questions[0]).toEqual({
      ref: 'go/gc',
      question: question('gc'),
      budget: 600,
      aliases: { mutex: ['lock'] },
      rubrics: ['technical'],
    });
    expect(planned[0]!.closing).toMatchObject({ ref: 'talk/closing', budget: 300, rubrics: [] });
    expect(planned[1]).toMatchObject({ id: 'hr', brief: 'Three stories.', barRaiser: true, budget: 2700 });
    expect(Object.keys(rubrics)).toEqual(['story', 'technical']);
  });

  test('scales every clock', () => {
    const plan = planLoop(books, loop(...rounds), { ...OPTIONS, scale: 0.5 });
    const [talk] = plan.rounds;
    expect([plan.breakSeconds, talk!.budget, talk!.questions[0]!.budget, talk!.closing!.budget]).toEqual([
      300, 1350, 300, 150,
    ]);
  });

  test('can be of one round', () => {
    const plan = planLoop(books, loop(...rounds), { ...OPTIONS, round: 'hr' });
    expect(plan.rounds.map(it => it.id)).toEqual(['hr']);
    expect(Object.keys(plan.rubrics)).toEqual(['story']);
  });

  test('can be of one question', () => {
    const [bank] = books.banks.values();
    const single = loopOfOne({ ref: 'go/gc', bank: bank!, question: question('gc', { levels: ['L4'] }) });
    // Practising it must not move the bar that `progress` sets.
    expect(single.level).toBe('');
    const plan = planLoop(books, single, OPTIONS);
    expect(plan.rounds.map(it => [it.budget, it.questions.map(({ ref }) => ref)])).toEqual([
      [600, ['go/gc']],
    ]);
  });
});

test.each([
  ['a round that the loop does not have', [round('talk', ['gc'])], 'no round "hr"'],
  ['a question named twice', [round('hr', ['gc']), round('talk', ['go/gc'])], 'asks go/gc twice'],
  ['a question that is nowhere', [round('hr', ['no-such'])], 'There is no question "no-such"'],
  ['a question that is in two banks', [round('hr', ['twice'])], 'More than one question is "twice"'],
])('%s is told', (_what, rounds, told) => {
  const plan = () => planLoop(library([]), loop(...rounds), { ...OPTIONS, round: 'hr' });
  expect(plan).toThrow(InputError);
  expect(plan).toThrow(told);
});

test('a rubric that is nowhere is told', () => {
  const books = library([{ ...behavioral('late'), rubric: ['no-such'] }]);
  expect(() => planLoop(books, loop(round('hr', ['late'])), OPTIONS)).toThrow(
    'There is no rubric "no-such".',
  );
});
