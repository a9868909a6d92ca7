import { describe, expect, test } from 'vitest';
import { type Answer, type Asked, debriefOfCard } from '../panel/scorecards.ts';

const story = (text: string | null, criteria: [number, number] = [60, 60], score = 60): Asked => ({
  type: 'behavioral',
  main: { text, score, criteria },
  followUp: undefined,
  probe: undefined,
});
const code = (text: string, tradeOffs: number): Asked => ({
  ...story(text, [60, tradeOffs]),
  type: 'technical',
});

const habits = (...asked: Asked[]) =>
  debriefOfCard({
    level: 'L5',
    rounds: [
      { barRaiser: false, asked },
      { barRaiser: false, asked: [] },
    ],
  }).recurring;
const habit = (id: string, ...asked: Asked[]) => habits(...asked).find(it => it.id === id);

describe('results without numbers', () => {
  test('are told with the words that had none, and with the next exercise', () => {
    const two = [
      story('It was better.'),
      story('They were happy.', [60, 40], 30),
      story('It fell from 9 to 2.'),
    ];
    expect(habit('no-figures', ...two)).toEqual({
      id: 'no-figures',
      title: 'Results without numbers',
      answers: 2,
      of: 3,
      seen: [
        {
          question: 'b/q0-1',
          about: 'result',
          told: 'told without a figure',
          found: { start: 0, end: 16, quote: 'They were happy.' },
        },
        {
          question: 'b/q0-0',
          about: 'result',
          told: 'told without a figure',
          found: { start: 0, end: 14, quote: 'It was better.' },
        },
      ],
      exercise: { question: 'b/q0-1', task: 'Advice for result.', probe: 'Can you give an example?' },
    });
  });
});

describe('we for I', () => {
  test('is counted, and quoted where it begins', () => {
    const text = 'It broke in May. We fixed it, we told them, and I wrote a test.';
    const found = habit('we-for-i', story(text), story('We did it and we shipped it.'))!;
    expect(found).toMatchObject({ answers: 2, of: 2 });
    const [first] = found.seen.filter(it => it.question === 'b/q0-0');
    expect(first?.told).toBe('“we” 2 times, “I” once');
    expect(first?.found?.quote).toBe('We fixed it, we told them, and I wrote a test.');
  });

  test('is none where I stands as often', () => {
    const text = 'We met. I fixed it and I told them.';
    expect(habit('we-for-i', story(text), story(text))).toBeUndefined();
  });
});

describe('no alternative weighed', () => {
  test('is a criterion for choices that stays thin', () => {
    expect(habit('no-alternatives', code('It is fast.', 10), code('It is good.', 40))).toMatchObject({
      answers: 2,
      of: 2,
      exercise: { task: 'Advice for trade-offs.' },
    });
    expect(habit('no-alternatives', code('It is fast.', 10), code('It is good.', 60))).toBeUndefined();
  });
});

describe('a habit', () => {
  test('is no single case, and none of two in many', () => {
    const well = story('It fell from 9 to 2.');
    const ill = story('It was better.');
    expect(habit('no-figures', ill, well, well)).toBeUndefined();
    expect(habit('no-figures', ill, ill, well, well)).toMatchObject({ answers: 2, of: 4 });
    expect(habit('no-figures', ill, ill, ...Array(5).fill(well))).toBeUndefined();
  });

  test('is not seen in what was skipped or could not be judged', () => {
    const none: Answer = { text: 'It was better.', score: null, criteria: [0, 0] };
    expect(habits(story(null), story(null), { ...story(''), main: none })).toEqual([]);
  });
});
