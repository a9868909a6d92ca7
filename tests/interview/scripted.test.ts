import { describe, expect, test } from 'vitest';
import type { Room } from '../../src/interview/candidate.ts';
import { resolved, scriptedCandidate, spokenSeconds } from '../../src/interview/scripted.ts';
import { InputError } from '../../src/model/errors.ts';
import type { ScriptedAnswer } from '../../src/model/session.ts';
import { ask, followUp, planned, plannedRound, question } from '../reports/building.ts';
import { closingOf, planOf, rubricWith, wanting } from './world.ts';

const WORDS = 'one two three four five six seven';
const room = {} as Room;
const scriptOf = (answers: Record<string, string | ScriptedAnswer>) =>
  new Map(Object.entries(answers).map(([key, it]) => [key, typeof it === 'string' ? { text: it } : it]));

function sitting(answers: Record<string, string | ScriptedAnswer>, scale = 1) {
  const passed: number[] = [];
  const candidate = scriptedCandidate({
    script: scriptOf(answers),
    scale,
    advance: seconds => passed.push(seconds),
  });
  return { passed, candidate, answer: (key: string) => candidate.answer(ask('r', key, []), room) };
}

describe('a scripted candidate', () => {
  test('answers by key, in the time that the script says', async () => {
    const { answer, passed } = sitting({ 'go/gc': { text: 'It marks.', seconds: 42 } }, 0.1);
    expect(await answer('go/gc')).toEqual({
      outcome: 'answered',
      text: 'It marks.',
      seconds: 42,
      hints: [],
      paused: 0,
    });
    expect(passed).toEqual([42]);
  });

  test('otherwise takes as long as speaking would, on the clock of the interview', async () => {
    expect(spokenSeconds(WORDS)).toBe(3);
    expect(await sitting({ 'go/gc': WORDS }, 0.5).answer('go/gc')).toMatchObject({ seconds: 1.5 });
  });

  test('has its own answers before the default', async () => {
    const { answer } = sitting({ 'go/gc': 'Mine.', default: 'Any.' });
    expect([(await answer('go/gc')).text, (await answer('go/map')).text]).toEqual(['Mine.', 'Any.']);
    expect((await answer('go/gc/?cost.p1')).text).toBe('Any.');
  });

  test('skips where the answer is empty, even beside a default', async () =>
    expect(await sitting({ 'go/gc': ' \n', default: 'Any.' }).answer('go/gc')).toMatchObject({
      outcome: 'skipped',
    }));

  test('skips a probe that the script does not answer', async () =>
    expect(await sitting({}).answer('go/gc/?cost.p1')).toMatchObject({ outcome: 'skipped', seconds: 0 }));

  test.each(['go/gc', 'go/gc/pause', 'r/closing'])('names the key that has no answer: %s', async key => {
    await expect(sitting({}).answer(key)).rejects.toThrow(`no answer for ${key}: `);
    await expect(sitting({}).answer(key)).rejects.toBeInstanceOf(InputError);
  });

  test('waits for nothing: breaks only move the clock, reviews are read', async () => {
    const { candidate, passed } = sitting({});
    await candidate.welcome(plannedRound('r'), 1, planOf([]), 'Hello.');
    expect(await candidate.rest(600)).toBe(600);
    expect(await candidate.selfScore(ask('r', 'go/gc', []))).toBeUndefined();
    const review = {} as Parameters<typeof candidate.review>[1];
    expect(await candidate.review(ask('r', 'go/gc', []), review)).toBe('next');
    expect(passed).toEqual([600]);
  });
});

test('a key may leave out the bank where that is unique in the plan', () => {
  const gc = question('gc', { followUps: [followUp('pause')] });
  const asked = [
    planned('go/gc', gc, []),
    planned('go/maps', question('maps'), []),
    planned('js/maps', question('maps'), []),
  ];
  const plan = planOf([plannedRound('r', { questions: asked })]);
  const script = scriptOf({ gc: 'It marks.', 'gc/pause': 'Twice.', maps: 'Which?', 'go/maps': 'They grow.' });
  const { script: meant, strange } = resolved(plan, script);
  expect([...meant.keys()]).toEqual(['go/gc', 'go/gc/pause', 'go/maps']);
  expect(strange).toEqual(['maps']);
});

test('keys that name nothing in the plan are strange', () => {
  const deep = question('gc', { followUps: [followUp('pause', { followUps: [followUp('why')] })] });
  const rubric = rubricWith('story', [wanting('cost', ['What did it cost?'])]);
  const plan = planOf(
    [plannedRound('r', { questions: [planned('go/gc', deep, ['story'])], closing: closingOf('r', 5) })],
    {},
    [rubric],
  );
  const fine = ['default', 'go/gc', 'go/gc/pause', 'go/gc/why', 'go/gc/?cost.p1', 'r/closing'];
  const strange = ['go/gcc', 'go/gc/paus', 'go/gc/pause/why', 'go/gc/?cots.p1', 'go/gc/?cost.p2', 'opening'];
  const script = scriptOf(Object.fromEntries([...fine, ...strange].map(key => [key, 'Yes.'])));
  expect(resolved(plan, script).strange).toEqual(strange);
});
