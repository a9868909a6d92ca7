import { expect, test } from 'vitest';
import type { Library, Question } from '../../src/model/content.ts';
import type { Shelved } from '../../src/model/library.ts';
import { DRILL_NAMES, drilled, suits } from '../../src/progress/drill.ts';
import { library } from '../interview/library.ts';
import { planOf } from '../interview/world.ts';
import { followUp, planned, plannedRound, question, rubric } from '../reports/building.ts';

const shelved = (it: Question): Shelved => ({
  ref: `go/${it.id}`,
  bank: library([]).banks.get('go')!,
  question: it,
});
const STAR: Library = {
  ...library([]),
  rubrics: new Map([
    [
      'star',
      {
        ...rubric('star', [
          ['action', 'Action', 1, ''],
          ['result', 'Result', 1, ''],
        ]),
        for: ['behavioral'],
      },
    ],
  ]),
};
const fitting = (it: Question, part?: string) =>
  DRILL_NAMES.filter(name => suits(name, part, STAR)(shelved(it)));

test('a drill asks only what it can be done with', () => {
  const story = { type: 'behavioral' as const, followUps: [followUp('why')] };
  expect(fitting(question('story', story), 'action')).toEqual(DRILL_NAMES);
  expect(fitting(question('story', story), 'dance')).not.toContain('part');
  expect(fitting(question('gc'))).toEqual(['ninety-seconds', 'part', 'newcomer']);
  expect(fitting(question('pool', { type: 'coding', followUps: [followUp('why')] }))).toEqual(['follow-ups']);
});

test('who tells one part is not told off for what belongs to the others', () => {
  const pitfalls = [
    { id: 'no-customer', text: 'No customer appears', absent: ['customer'] },
    { id: 'wrong', text: 'A cache costs nothing' },
  ];
  const story = question('story', { pitfalls, keywords: [{ term: 'outage', aliases: [] }] });
  const plan = planOf([plannedRound('r', { questions: [planned('go/story', story, ['star'])] })], {
    rubrics: Object.fromEntries(STAR.rubrics),
  });
  const asked = (name: string) => drilled(plan, name).rounds[0]!.questions[0]!.question;
  expect(asked('result-only')).toMatchObject({ pitfalls: [{ id: 'wrong' }], keywords: [] });
  expect(asked('ninety-seconds')).toMatchObject({ pitfalls, keywords: story.keywords });
});
