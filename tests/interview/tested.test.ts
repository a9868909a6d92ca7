import { describe, expect, test } from 'vitest';
import { nextStep } from '../../src/interview/next.ts';
import { submissionOf } from '../../src/interview/submission.ts';
import { codeName } from '../../src/interview/tested.ts';
import type { Coding } from '../../src/model/content.ts';
import type { Session } from '../../src/model/session.ts';
import type { TestRun } from '../../src/model/test-run.ts';
import { followUp, planned, plannedRound, question, testRun as run } from '../reports/building.ts';
import { hold } from './holding.ts';
import { candidateWho, fold, type Happening, memory, planOf, reply, saying } from './world.ts';

const STARTER = 'package max\n\n// Max returns the larger one.\n';
const CODING: Coding = {
  language: 'go',
  starter: 'files/max.go',
  tests: 'files/max_test.go',
  files: { starter: STARTER, tests: 'package max\n' },
};

const sessionWith = (coding: Coding, ...happenings: Happening[]): Session => {
  const max = question('max', { type: 'coding', coding, followUps: [followUp('why')] });
  const rounds = [plannedRound('one', { questions: [planned('go/max', max, [])] })];
  return fold(
    planOf(rounds),
    { type: 'round-started', round: 'one' },
    saying('one', 'go/max'),
    ...happenings,
  );
};
const answering = (answer: string, rest: object = {}): Happening => ({
  type: 'answered',
  key: 'go/max',
  answer,
  seconds: 60,
  outcome: 'answered',
  ...rest,
});
const tested = (code: string, came: { run?: TestRun; untested?: string }): Happening => ({
  type: 'tested',
  key: 'go/max',
  code: codeName(code),
  ...came,
});
const triesOf = (session: Session) => session.rounds[0]!.asks[0]!.tries;

describe('a run', () => {
  test('belongs to the try with just its code, whether it was made before or after the hand-in', () => {
    for (const happenings of [
      [tested('good', { run: run() }), answering('good')],
      [answering('good'), tested('good', { run: run() })],
    ])
      expect(triesOf(sessionWith(CODING, ...happenings))).toMatchObject([{ answer: 'good', run: run() }]);
  });

  test('of another code says nothing of a try', () => {
    const [only] = triesOf(sessionWith(CODING, tested('good', { run: run() }), answering('good ')));
    expect(only).not.toHaveProperty('run');
  });

  test('made again replaces the earlier one, and a refusal afterwards does not', () => {
    const failed = run({ end: 'failed' });
    const [only] = triesOf(
      sessionWith(
        CODING,
        tested('good', { run: failed }),
        tested('good', { run: run() }),
        answering('good'),
        tested('good', { untested: 'later' }),
      ),
    );
    expect(only).toMatchObject({ run: { end: 'passed' } });
    expect(only).not.toHaveProperty('untested');
  });

  test('and the code that was given are part of what is judged', () => {
    const session = sessionWith(CODING, answering('good'), tested('good', { run: run() }));
    const ask = session.rounds[0]!.asks[0]!;
    expect(submissionOf(session.plan, ask, ask.tries[0]!)).toMatchObject({ given: STARTER, run: run() });
  });
});

describe('after code was handed in', () => {
  const step = (coding: Coding, ...happenings: Happening[]) =>
    nextStep(sessionWith(coding, ...happenings)).do;

  test('its tests come before anything else', () =>
    expect(nextStep(sessionWith(CODING, answering('good')))).toMatchObject({ do: 'test', coding: CODING }));
  test('not when they were run on just this code', () =>
    expect(step(CODING, tested('good', { run: run() }), answering('good'))).toBe('ask'));
  test('but when they were run on another', () =>
    expect(step(CODING, tested('bad', { run: run() }), answering('good'))).toBe('test'));
  test('not when it was settled that they are not run', () =>
    expect(step(CODING, answering('good'), tested('good', { untested: 'no go' }))).toBe('ask'));
  test('not for nothing, and not for what was skipped', () => {
    expect(step(CODING, answering(''))).not.toBe('test');
    expect(step(CODING, answering('good', { outcome: 'skipped' }))).not.toBe('test');
  });
  test('not where there are none', () => {
    const { files, ...bare } = CODING;
    expect(step(bare, answering('good'))).toBe('ask');
    expect(step({ ...CODING, files: { starter: files!.starter! } }, answering('good'))).toBe('ask');
  });
});

describe('held', () => {
  const opened = () => sessionWith(CODING);

  test('the candidate is told what to code, and what came of the tests is on the disk at once', async () => {
    const log: string[] = [];
    const keeper = memory(log);
    const candidate = candidateWho(
      ({ kind }, { coding, tested: record }) => {
        if (kind !== 'question') return reply('Words.');
        expect(coding).toEqual(CODING);
        record('bad', run({ end: 'failed' }));
        log.push('hand in');
        return reply('good');
      },
      { test: async () => run() },
    );
    const { session } = await hold(candidate, { keeper, session: opened() });
    expect(triesOf(session)).toMatchObject([{ answer: 'good', run: { end: 'passed' } }]);
    const order = log.filter(it => /tested|hand in|answered/.test(it)).slice(0, 4);
    expect(order).toEqual(['record tested', 'hand in', 'record answered', 'record tested']);
  });

  test('follow-ups want words, not code', async () => {
    const seen: boolean[] = [];
    const candidate = candidateWho((_ask, { coding }) => {
      seen.push(coding !== undefined);
      return reply('good');
    });
    await hold(candidate, { session: opened() });
    expect(seen).toEqual([true, false]);
  });

  test('whoever cannot be asked runs nothing, and the report will say so', async () => {
    const { session } = await hold(
      candidateWho(() => reply('good')),
      { session: opened() },
    );
    expect(triesOf(session)).toMatchObject([{ untested: 'there was nobody to agree to it' }]);
  });

  test.each([STARTER, CODING.files!.tests!])('what was given is no answer: %j', async given => {
    const { session } = await hold(
      candidateWho(() => reply(`${given}\n`)),
      { session: opened() },
    );
    expect(triesOf(session)).toMatchObject([{ answer: '' }]);
  });
});
