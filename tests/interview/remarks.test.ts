import { describe, expect, test } from 'vitest';
import { farewell, introduction, nudge, remarksFor } from '../../src/interview/remarks.ts';
import type { AskState, Plan, Try } from '../../src/model/session.ts';
import { answered, ask, planned, plannedRound, question, SKIPPED } from '../reports/building.ts';
import { closingOf, planOf, roundWith, sessionAt } from './world.ts';

const of = (type: 'technical' | 'coding' | 'behavioral', ref: string) =>
  planned(ref, question(ref.slice(3), { type }), []);
const round = plannedRound('one', {
  interviewer: 'backend engineer on the team',
  questions: [
    of('technical', 'go/gc'),
    of('technical', 'go/map'),
    of('coding', 'go/pool'),
    of('behavioral', 'go/me'),
  ],
  closing: closingOf('one', 5),
});
const real = planOf([round, plannedRound('two')], { breakSeconds: 600 });
const said = (key: string, attempt: Try | string = 'It marks and sweeps.'): AskState =>
  ask('one', key, [typeof attempt === 'string' ? answered(attempt) : attempt]);
const open = (key: string): AskState => ({ ...ask('one', key, []), open: true });

/** What is said before the last of these asks. */
function remarks(asks: AskState[], plan: Plan = real): string[] {
  return remarksFor(sessionAt(plan, [roundWith('one', asks)]), asks.at(-1)!);
}

describe('before a question', () => {
  test('nothing is said at the first of a round, or before another try', () => {
    expect(remarks([open('go/gc')])).toEqual([]);
    expect(remarks([said('go/gc'), said('go/map')])).toEqual([]);
  });

  test('the last answer is acknowledged, and the same interview hears the same words', () => {
    const [heard, ...rest] = remarks([said('go/gc'), open('go/gc/pause')]);
    expect(heard).toMatch(/\.$/);
    expect(rest).toEqual([]);
    expect(remarks([said('go/gc'), open('go/gc/pause')])).toEqual([heard]);
  });

  test('the words change from one to the next, and with the interview', () => {
    const asks = Array.from({ length: 30 }, (_, index) => said(`go/gc/${index}`));
    const words = asks.map((_, index) => remarks([...asks.slice(0, index + 1), open(`go/gc/${index}x`)])[0]);
    for (const [index, it] of words.entries()) expect(it).not.toBe(words[index + 1]);
    expect(new Set(words).size).toBeGreaterThan(8);
    expect(remarks([said('go/gc'), open('go/gc/pause')], { ...real, seed: 2 })).not.toEqual([words[0]]);
  });

  test.each<[string, Try | string, RegExp]>([
    ['a skip', SKIPPED, /leave|go on|On we go/],
    ['an answer cut off', { ...answered('It ma'), outcome: 'time-up' }, /stop you|clock/],
    ['an "I do not know"', 'I do not know that one.', /all right|saying so|Fair|happens/],
  ])('%s is met with words of its own', (_name, attempt, words) => {
    expect(remarks([said('go/gc', attempt), open('go/map')])[0]).toMatch(words);
  });

  test('a coach, who has just said more, only leads over', () => {
    const coach: Plan = { ...real, mode: 'coach' };
    expect(remarks([said('go/gc'), open('go/gc/pause')], coach)).toEqual([]);
    expect(remarks([said('go/gc'), open('go/map')], coach)).toHaveLength(1);
  });

  test('another kind of question is announced, and so is the last', () => {
    expect(remarks([said('go/gc'), open('go/pool')])[1]).toContain('code');
    expect(remarks([said('go/pool'), open('go/me')])[1]).toContain('your own work');
    expect(remarks([said('go/me'), open('one/closing')])[1]).toBe('That was my last question.');
  });
});

describe('when time runs short', () => {
  const long = (seconds: number) => said('go/gc', answered('It marks.', seconds));
  const warned = (asks: AskState[], plan = real) => remarks(asks, plan).filter(it => it.includes('left for'));

  test('it is said once, with the minutes that are left for questions', () => {
    // 30 minutes, of which five are kept for the closing.
    expect(warned([long(1190), open('go/map')])).toEqual([]);
    const [words] = warned([long(1210), open('go/map')]);
    expect(words).toBe('We have about five minutes left for my questions, so please be brief.');
    expect(warned([long(1210), said('go/map'), open('go/pool')])).toEqual([]);
  });

  test('on every scale', () => {
    const rounds = real.rounds.map(it => ({ ...it, budget: it.budget / 10, closing: closingOf(it.id, 0.5) }));
    const short = { ...real, scale: 0.1, rounds };
    expect(warned([long(119), open('go/map')], short)).toEqual([]);
    expect(warned([long(125), open('go/map')], short)).toEqual([expect.stringContaining('25 seconds')]);
  });

  test('but not before the closing, which has its own time', () =>
    expect(warned([long(1300), open('one/closing')])).toEqual([]));
});

describe('the introduction', () => {
  test('tells who asks, how long, what about, and what is at the end', () => {
    const words = introduction(real, round, 1);
    expect(words).toContain('I am here as the backend engineer on the team.');
    expect(words).toContain(
      'We have 30 minutes and four questions: how things work, some code and what you have done in your work.',
    );
    expect(words).toContain('At the end there are five minutes for your own questions.');
  });

  test('names nobody where the loop names none', () =>
    expect(introduction(real, { ...round, interviewer: 'interviewer' }, 1)).not.toContain('I am here'));
});

test('a warm-up has no more of an introduction than that it is one', () =>
  expect(introduction(real, { ...round, warmUp: true }, 0)).toMatch(/^Take this one to warm up/));

describe('at the end of a round', () => {
  const end = (closing: string, id = 'one') =>
    farewell(sessionAt(real, [roundWith('one', [said('one/closing', closing)])]), id);
  test('questions were written down where there were any', () => {
    expect(end('Who is on call?')).toContain('written your questions down');
    expect(end('')).not.toContain('written');
  });
  test('a colleague follows, but not after the last round', () => {
    expect(end('')).toContain('a colleague takes over after the break');
    expect(end('', 'two')).not.toContain('colleague');
  });
});

test('nothing that is said praises or doubts an answer', () => {
  const asks = Array.from({ length: 60 }, (_, index) =>
    said(`go/gc/${index}`, ['I do not know.', 'It marks.', ''][index % 3]!),
  );
  const all = asks.flatMap((_, index) => remarks([...asks.slice(0, index + 1), open(`go/gc/${index}x`)]));
  const nudges = Array.from({ length: 8 }, (_, turn) => nudge('Say what blocks', turn));
  expect(all.length).toBeGreaterThan(50);
  for (const words of [...all, ...nudges])
    expect(words).not.toMatch(
      /\b(?:good|great|nice|excellent|perfect|exactly|correct|wrong|interesting|sure\?|really|hm+\?)\b/i,
    );
});
