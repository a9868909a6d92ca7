import { describe, expect, test } from 'vitest';
import { resultShape } from '../../../src/content/result-shape.ts';
import { LlmError } from '../../../src/model/llm.ts';
import type { AnswerScore, Submission } from '../../../src/model/score.ts';
import { combinedJudge } from '../../../src/scoring/judges/combined.ts';
import { llmJudge } from '../../../src/scoring/judges/llm/judge.ts';
import { localJudge } from '../../../src/scoring/judges/local.ts';
import { withStandIn } from '../../../src/scoring/judges/standing-in.ts';
import { JUDGES, judgeNamed } from '../../../src/scoring/judges/table.ts';
import { rubricOf, submission } from '../asking.ts';
import { fakeClient, levelReply, pointsReply, type Seen } from './llm/fake.ts';

const QUEUE = 'Each processor has a local run queue.';
const ANSWER = `${QUEUE} I wrote it myself, and latency fell from 40 to 30 ms.`;
const points = [{ id: 'queue', text: [QUEUE], weight: 1, cues: [] }];

const at = (level: number) => (seen: Seen) =>
  seen.kind === 'level' ? levelReply(level, [QUEUE]) : pointsReply(seen, { queue: ['covered', QUEUE] });

const both = async (it: Submission, reply: (seen: Seen) => unknown) =>
  (await combinedJudge(llmJudge({ client: fakeClient(reply) })).judge(it)) as AnswerScore;

const rubrics = [rubricOf({ kind: 'ownership' }, { kind: 'quantity' })];
const asked = submission(ANSWER, {}, { rubrics });

describe('both judges', () => {
  test('each criterion is the mean of the two, and shows them', async () => {
    const local = localJudge.judge(asked);
    const score = await both(asked, at(3));
    expect(score.criteria.map(it => it.by)).toEqual(
      local.criteria.map(it => ({ local: it.score, llm: 67.5 })),
    );
    for (const { score: it, by } of score.criteria) expect(it).toBeCloseTo((by!.local! + 67.5) / 2, 1);
    expect(score.score).toBeCloseTo(score.criteria.reduce((sum, it) => sum + it.score!, 0) / 2, 1);
    expect(score.judge).toMatchObject({ name: 'both', version: '1', model: 'fake-1-2026', temperature: 0 });
    expect(resultShape.parse({ id: null, ...score })).toEqual({ id: null, ...score });
  });

  test('every quote is a slice, and none stands twice', async () => {
    for (const { evidence } of (await both(asked, at(4))).criteria) {
      expect(evidence.length).toBeGreaterThan(0);
      expect(new Set(evidence.map(it => `${it.start} ${it.end}`)).size).toBe(evidence.length);
      for (const it of evidence) expect(ANSWER.slice(it.start, it.end)).toBe(it.quote);
    }
  });

  test('a disagreement is flagged with the criteria that it is over', async () => {
    const score = await both(asked, seen => levelReply(seen.criterion === 'C1' ? 1 : 4, [QUEUE]));
    expect(localJudge.judge(asked).criteria.map(it => it.level)).toEqual([4, 4]);
    expect(score.flags.filter(it => it.kind === 'judges-disagree')).toEqual([
      { kind: 'judges-disagree', reason: 'The judges are 2 levels or more apart over c1.' },
    ]);
    expect((await both(asked, at(4))).flags).toEqual([]);
  });

  test('without a rubric the coverage is blended', async () => {
    const it = submission(ANSWER, { points });
    const score = await both(it, seen => pointsReply(seen));
    const { score: own } = localJudge.judge(it);
    expect(score.criteria[0]!.by).toEqual({ local: own, llm: 0 });
    expect(score.score).toBeCloseTo(own! / 2, 1);
  });

  test('where the model fails there is no half of a score', async () => {
    const score = await both(asked, () => levelReply(5, [QUEUE]));
    expect(score).toMatchObject({ status: 'error', score: null, judge: { name: 'both' } });
  });

  test('what cannot be assessed is not asked about', async () => {
    const client = fakeClient(at(4));
    const score = await combinedJudge(llmJudge({ client })).judge({ ...asked, answer: ' ' });
    expect(score).toMatchObject({ status: 'cannot-assess', judge: { name: 'both' } });
    expect(client.seen).toEqual([]);
  });

  test('has a fingerprint of its own', () => {
    const llm = llmJudge({ client: fakeClient(at(3)) });
    const of = new Set([localJudge, llm, combinedJudge(llm)].map(it => it.fingerprint(asked)));
    expect(of.size).toBe(3);
  });
});

describe('the local judge stands in', () => {
  const judging = (reply: (seen: Seen) => unknown) => {
    const client = fakeClient(reply);
    return { client, judge: withStandIn(llmJudge({ client })) };
  };

  test('for a failure, and says so', async () => {
    const score = await judging(() => levelReply(5)).judge.judge(asked);
    const { score: own, judge } = localJudge.judge(asked);
    expect(score).toMatchObject({ status: 'scored', score: own, judge });
    expect(score.flags).toEqual([
      {
        kind: 'judged-locally',
        reason: 'The local judge stands in for llm, which failed: c1: The model gave a level that is none.',
      },
    ]);
  });
  test('from a failure on that all would share, without asking again', async () => {
    const { client, judge } = judging(() => {
      throw new LlmError('quota', 'Nothing left to pay with.');
    });
    await judge.judge(asked);
    const { seen } = client;
    const before = seen.length;
    const score = await judge.judge({ ...asked, answer: `${ANSWER} More.` });
    expect(client.seen.length).toBe(before);
    expect(score.flags[0]!.reason).toContain('Nothing left to pay with.');
  });
  test('for no bug of ours', async () => {
    const { judge } = judging(() => {
      throw new TypeError('bug');
    });
    await expect(judge.judge(asked)).rejects.toThrow(TypeError);
  });
  test('not where all is well', async () => {
    const score = await judging(at(3)).judge.judge(asked);
    expect(score).toMatchObject({ score: 67.5, flags: [], judge: { name: 'llm' } });
  });
});

describe('the table', () => {
  test('names them, and says whether they cost', () =>
    expect(Object.entries(JUDGES).map(([name, it]) => [name, it.paid])).toEqual([
      ['local', false],
      ['llm', true],
      ['both', true],
    ]));
  test.each(Object.keys(JUDGES))('%s is what it says', async name => {
    const kind = judgeNamed(name);
    const judge = await kind.load({ client: fakeClient(at(3)) });
    expect([judge.name, judge.paid]).toEqual([name, kind.paid]);
  });
  test('a model is needed where one is asked', async () => {
    await expect(judgeNamed('llm').load()).rejects.toThrow('needs a model');
    await expect(judgeNamed('both').load()).rejects.toThrow('needs a model');
  });
  test('an unknown name is told at once', () => expect(() => judgeNamed('gpt')).toThrow('no judge "gpt"'));
});
