/** Answers to another question of the field, however good, score little; whoever is on the topic is not told so. */
import { describe, expect, test } from 'vitest';
import type { AnswerScore } from '../../../src/model/score.ts';
import { localJudge } from '../../../src/scoring/judges/local.ts';
import { submission } from '../asking.ts';
import { rubric } from '../golden.ts';
import { CHANNEL, SCHEDULER } from '../scheduler.ts';

const AMONG_TALES = `My grandmother kept hens, and on Sundays the whole village came to buy eggs, flour, jam and candles. That was long before I
  learned to program in an office above a bakery, where it smelt of bread all morning. Every P has a local queue of
  runnable goroutines and takes the next one without a lock. If its queue runs empty, a P steals half of the goroutines that
  wait at another P. A blocking system call parks the thread, and its P is handed to another thread, so that others run. I
  remember a winter with deep snow, when the train stood for hours between two stations and an old man played chess with me. My sister
  paints boats, my brother mends violins, and none of us ever liked fish. In spring the river floods our orchard, and ducks
  swim under apple trees. Once a month we bake plum cake, invite cousins from across the border, light lanterns along the
  garden path, and sing old ballads until midnight. Father tells how he crossed mountains with a mule, sold wool in harbour towns,
  and came home with oranges, a brass clock and a parrot that swore in Portuguese.`;

const judged = (answer: string, given: object = SCHEDULER) =>
  localJudge.judge(submission(answer, given, { rubrics: [rubric('technical')] })) as AnswerScore;
const kinds = (answer: string, given?: object) => judged(answer, given).flags.map(it => it.kind);

test('a good answer to another question is far from the topic, and scores 20 at most', () => {
  expect(kinds(CHANNEL)).toEqual(['far-from-topic']);
  expect(judged(CHANNEL).score).toBeLessThanOrEqual(20);
  expect(judged(CHANNEL).flags[0]!.reason).toMatch(/^Only \d+ % of its words bear on the question/);
});

describe('is not said of', () => {
  test.each([
    [
      'one that says little, but of this',
      'In Go a scheduler of its own sits in the runtime. There are many goroutines and few threads, so it must choose which one runs on which thread, and when.',
    ],
    [
      'who says that they do not know',
      'I do not know how that works inside. I would read the source of the runtime, write a small program with a trace, and look at which events there are.',
    ],
    ['a few words', 'Like waiters in a restaurant who serve many tables.'],
  ])('%s', (_name, answer) => expect(kinds(answer)).not.toContain('far-from-topic'));

  test('one that covers half of it, among much else', () => {
    // A question of which any talk about software has many words.
    const common = {
      id: 'common',
      text: [
        'A client sends a request to the server, which reads data from a store, waits in a queue, fails, or returns an error.',
      ],
      weight: 1,
      cues: [
        'machine',
        'memory',
        'state',
        'value',
        'load',
        'cost',
        'limit',
        'timeout',
        'cache',
        'copy',
        'key',
        'message',
      ],
    };
    const given = { ...SCHEDULER, points: [...SCHEDULER.points, common] };
    expect(kinds(AMONG_TALES, given)).toEqual([]);
  });

  test('stories, whose words are the teller’s own', () =>
    expect(kinds(CHANNEL, { ...SCHEDULER, type: 'behavioral' })).not.toContain('far-from-topic'));

  test('an answer with code', () =>
    expect(kinds(`${CHANNEL}\n\`\`\`sql\nch := make(chan int, 3)\nch <- 1;\n\`\`\``)).not.toContain(
      'far-from-topic',
    ));

  test('an answer to a question without points', () =>
    expect(
      kinds(CHANNEL, { prompt: SCHEDULER.prompt, answer: [SCHEDULER.points.map(it => it.text).join(' ')] }),
    ).not.toContain('far-from-topic'));
});
