/** Reasons are told as a coach would: whole sentences, one or many, and no count of nothing. */
import { expect, test } from 'vitest';
import { type AnswerScore, isDoubtful } from '../../../src/model/score.ts';
import { localJudge } from '../../../src/scoring/judges/local.ts';
import { submission } from '../asking.ts';
import { rubric } from '../golden.ts';

function finding(id: string, answer: string, name = 'star') {
  const asked = { prompt: 'Tell me about a time you were under pressure.' };
  const score = localJudge.judge(submission(answer, asked, { rubrics: [rubric(name)] })) as AnswerScore;
  return score.criteria.find(it => it.id === id)!;
}

const story =
  'At a dairy in the hills I had to get 14 vans out by six. I phoned the shops and we loaded the far routes first.';

test.each([
  ['action', 'I rang every driver twice.', 'What you did yourself is told twice, what "we" did once.'],
  ['action', '', 'What you did yourself is told once, what "we" did once.'],
  ['result', 'All the shops got their cheese that morning.', 'No figures.'],
  ['result', '96 % of the cheese arrived the same day.', '1 figure, but not by how much anything changed.'],
  ['result', 'Returns fell from 40 a month to 6.', '2 figures; by how much something changed is told once.'],
])('%s of a story that ends: %s', (id, end, reason) =>
  expect(finding(id, `${story} ${end}`).reason).toContain(reason),
);

test('who never says I is told so', () =>
  expect(finding('action', 'We loaded the vans and drove the far routes first.').reason).toContain(
    'It tells what "we" did, and never what you did yourself.',
  ));

test('parts are called by their words, not by a number', () => {
  const list =
    'I have two reasons.\n\n1. Order routing\n2. Your team writes down why it decided, and reads it again.';
  const { reason, missing } = finding('collectively-exhaustive', list, 'mece');
  expect(reason).toContain('Named, and hardly more: "Order routing"');
  expect(missing).toContain('more on "Order routing"');
});

test('lines of code are counted once', () => {
  const code = '```go\nfunc add(a, b int) int {\n\tfor i := range b {\n\t\ta++\n\t}\n\treturn a\n}\n```';
  const { reason } = finding('code', code, 'coding');
  expect(reason.match(/lines of code/g)).toHaveLength(1);
});

test('a point that is only perhaps there is not counted as covered, as on the card', () => {
  const point = (id: string, text: string) => ({ id, weight: 1, text: [text], cues: [] });
  const asked = {
    prompt: 'What is in it?',
    points: [
      point(
        'struct',
        'A channel is a structure on the heap with a ring buffer, two queues of goroutines and a lock.',
      ),
      point('parked', 'Parked goroutines wait in a queue until the other side comes.'),
    ],
  };
  const answer =
    'A channel is a struct on the heap with a lock, a ring buffer and two queues of goroutines. A sender waits until a receiver comes.';
  const { points, criteria } = localJudge.judge(
    submission(answer, asked, { rubrics: [rubric('technical')] }),
  ) as AnswerScore;
  expect(points.map(isDoubtful)).toEqual([false, true]);
  expect(criteria[0]!.reason).toContain('1 of 2 points covered, 1 perhaps.');
});
