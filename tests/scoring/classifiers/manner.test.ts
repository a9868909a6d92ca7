/** A story whose teller behaves badly is known as one, whatever it is about. */
import { describe, expect, test } from 'vitest';
import type { QuestionType } from '../../../src/model/content.ts';
import type { AnswerScore } from '../../../src/model/score.ts';
import { shippedClassifier } from '../../../src/scoring/classifiers/files.ts';
import { mannerOf } from '../../../src/scoring/classifiers/manner.ts';
import { localJudge } from '../../../src/scoring/judges/local.ts';
import { parse } from '../../../src/scoring/text/answer.ts';
import { submissionFor } from '../golden.ts';

const classifier = shippedClassifier('manner');
const manner = (text: string) => mannerOf(parse(text), classifier)!;

const OPENING = 'In March our bakery got a new oven, and the first batches for the hotel came out burnt.';
const ASKED = `${OPENING} I asked the apprentice to show me how she set it, and saw that the manual was in degrees of
  another scale. I rang the hotel, told them what had happened and offered rolls from the old oven. Then I wrote a card with
  our settings. Since then no batch was lost.`;
const BLAMED = `${OPENING} It was the apprentice's fault, obviously, and I told her so in front of everybody. The hotel just
  likes to complain, so I ignored their calls. I told nobody that I had not read the manual. My boss never found out, and that's
  not my problem.`;

describe('the manner of a story', () => {
  test('is worse where others are blamed and things are hidden', () => {
    expect(manner(BLAMED).bad).toBeGreaterThan(0);
    expect(manner(ASKED).bad).toBeLessThan(-0.1);
  });

  test('names the sentences that make an interviewer wince, the worst first', () => {
    const said = manner(BLAMED).worst.map(it => BLAMED.slice(it.start, it.end));
    expect(said.length).toBeGreaterThan(0);
    expect(said).not.toContain(OPENING);
  });

  test('is vague where nothing is told', () => {
    const talk = `I am passionate about quality, and I always strive for excellence in everything I do. I believe that
      communication is the key to success, and I value every member of the team.`;
    expect(manner(talk).vague).toBeGreaterThan(0);
    expect(manner(ASKED).vague).toBeLessThan(-0.4);
  });

  test('is not made good by harmless sentences', () => {
    const padded = `${BLAMED} It was a Sunday when I counted. We were four people. We wrote it down and checked it together.`;
    expect(manner(padded).bad).toBeGreaterThan(-0.05);
  });

  test('is not told by a few words, nor without a classifier', () => {
    expect(mannerOf(parse('It was fine.'), classifier)).toBeUndefined();
    expect(mannerOf(parse(ASKED), undefined)).toBeUndefined();
  });
});

describe('the judge', () => {
  const golden = (type: QuestionType, rubrics: string[]) => ({
    title: 'an unhappy customer',
    rubrics,
    asked: { prompt: 'Tell me about a customer who was unhappy.', type },
    answers: [],
  });
  const judged = (answer: string, rubrics = ['star']) =>
    localJudge.judge(submissionFor(golden('behavioral', rubrics), answer));
  const relevance = (score: AnswerScore) => score.criteria.find(it => it.id === 'relevance')!;
  const kinds = ({ flags }: AnswerScore) => flags.map(it => it.kind);

  test('holds it against a story, and quotes what it holds against it', () => {
    const [good, bad] = [judged(ASKED), judged(BLAMED)];
    expect(kinds(good)).toEqual([]);
    expect(kinds(bad)).toEqual(['conduct']);
    expect(good.score!).toBeGreaterThan(bad.score! + 40);
    expect(bad.score!).toBeLessThan(20);
    expect(bad.flags[0]!.reason).toContain('What you tell of yourself speaks against you: "');
    expect(relevance(bad).reason).toContain(bad.flags[0]!.reason);
    expect(relevance(good).reason).not.toContain('speaks against you');
  });

  test('accuses nobody in a few words', () =>
    expect(kinds(judged(BLAMED.split('. ').slice(0, 2).join('. ')))).toEqual([]));

  test('asks a follow-up, which no rubric weighs, neither for conduct nor for a theme', () =>
    expect(kinds(judged(BLAMED, []))).toEqual([]));

  test('finds no part of a story in talk', () => {
    const talk = `I am passionate about customers, and in my last position I always went the extra mile. We were known for
      great service, I believed in listening, and I took ownership of every single relationship that I had.`;
    const { criteria } = judged(talk);
    expect(criteria.filter(it => it.id !== 'relevance').map(it => it.level)).toEqual([1, 1, 1, 1, 1]);
    expect(relevance(judged(talk)).reason).toContain('Nothing is told that could be checked.');
  });

  test('has a score for an answer that is nothing but code', () =>
    expect(judged('```js\nconst a = 1;\nconst b = a + 1;\nconsole.log(a, b);\n```').score).toEqual(
      expect.any(Number),
    ));
});
