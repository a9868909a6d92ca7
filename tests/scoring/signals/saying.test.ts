/** Signals of how something is told: whether figures agree, whose case it is, who is at fault, and when. */
import { describe, expect, test } from 'vitest';
import { NO_LEXICON } from '../../../src/scoring/lexicon/lexicon.ts';
import { contextOf } from '../../../src/scoring/signals/context.ts';
import { pace } from '../../../src/scoring/signals/pace.ts';
import { reading, submission } from '../asking.ts';

const value = (...args: Parameters<typeof reading>) => reading(...args).value;

describe('consistency', () => {
  const spec = { kind: 'consistency' };
  test.each([
    ['It went from 40 to 30 ms, a 25 % cut.', 1],
    ['Three shops with 20 each are 3 x 20 = 60 orders.', 1],
    ['It went from 40 to 30 ms, an 80 % cut.', 0],
    ['That makes 3 x 20 = 90 orders.', 0],
    ['It went from 40 to 30 ms, an 80 % cut. The bill halved from 90 to 45.', 0.25],
    ['It went from 40 to 30 ms.', null],
    ['We store 500 bytes x 1,000 = 500 KB.', null],
    ['It was much faster.', null],
    ['```go\n// from 40 to 30 ms, an 80 % cut\nx := 1\n```', null],
  ])('%j %d', (answer, expected) => expect(value(answer, spec)).toBe(expected));
  test('says what it should have been', () => {
    const { reason, evidence } = reading('It went from 40 to 30 ms, an 80 % cut.', spec);
    expect(reason).toContain('25 % less');
    expect(evidence[0]?.quote).toBe('40 to 30 ms, an 80 % cut');
  });
});

describe('tense', () => {
  const spec = { kind: 'tense' };
  test.each([
    ['I called her. I fixed the invoice.', 1],
    ['I would call her. I would fix the invoice.', 0],
    ['The mutex guards the map.', null],
  ])('%s %d', (answer, expected) => expect(value(answer, spec)).toBe(expected));
  test('both are weighed by their words', () => {
    const answer = 'I called her at once. Today I would write it down.';
    expect(value(answer, { kind: 'tense', share: 1 })).toBeCloseTo(5 / 11);
    expect(value(answer, { kind: 'tense', share: 1, wanted: 'hypothetical' })).toBeCloseTo(6 / 11);
  });
});

describe('share', () => {
  const setting = {
    kind: 'role',
    role: 'setting',
    place: 'start',
    cues: ['there was', 'used to'],
    words: [3, 9],
  };
  const deed = {
    kind: 'role',
    role: 'deed',
    signs: ['own deed'],
    cues: ['i wrote', 'i called'],
    words: [3, 9],
  };
  const long =
    'There was a shop with nine tills that used to stop whenever the printer at the door ran out of paper again.';
  const short = 'I wrote a plan and I called the printer people.';
  const spec = (roles: string[], bounds: number[]) => ({ kind: 'share', roles, bounds });
  const read = (roles: string[], bounds: number[], answer = `${long} ${long} ${short}`) =>
    reading(answer, spec(roles, bounds), {}, [setting, deed]);
  test('too much of it costs', () => {
    const { value: part, missing } = read(['setting'], [0, 0, 0.3, 0.6]);
    expect([part, missing]).toEqual([0, ['less setting']]);
  });
  test('too little of it costs', () =>
    expect(read(['deed'], [0, 0.6, 1, 1])).toMatchObject({ missing: ['more deed'] }));
  test('in between it is full', () => expect(read(['setting'], [0, 0.1, 1, 1]).value).toBe(1));
  test('several are taken together', () => expect(read(['setting', 'deed'], [0, 1, 1, 1]).value).toBe(1));
  test('of what is not there nothing is said', () =>
    expect(read(['end'], [0, 0.1, 0.3, 0.6]).value).toBeNull());
  test('a few words have no proportions', () =>
    expect(read(['deed'], [0, 0.6, 1, 1], short).value).toBeNull());
});

describe('terms', () => {
  const keywords = [
    { term: 'work stealing', aliases: [] },
    { term: 'preemption', aliases: [] },
    { term: 'netpoll', aliases: [] },
  ];
  const read = (answer: string, params = {}) => reading(answer, { kind: 'terms', ...params }, { keywords });
  const explained = 'By work stealing an idle thread takes goroutines from a busy processor.';
  test('explained ones are worth all', () =>
    expect(read(explained)).toMatchObject({ value: 1, missing: [], evidence: [{ quote: explained }] }));
  test('dropped ones are named', () =>
    expect(read(`${explained} Preemption. Netpoll.`)).toMatchObject({
      value: 1 / 3,
      missing: ['how preemption works', 'how netpoll works'],
    }));
  test('some may be free', () => expect(read(`${explained} Preemption.`, { free: 1 }).value).toBe(1));
  test('unused ones cost nothing', () => expect(read('An idle thread helps.').value).toBeNull());
  test('a question without keywords says nothing', () =>
    expect(reading(explained, { kind: 'terms' }).value).toBeNull());
});

describe('experience', () => {
  const spec = {
    kind: 'experience',
    names: ['the symptom', 'the investigation', 'the fix'],
    parts: [
      ['timeouts', 'slow', 'paged'],
      ['profile', 'turned out', 'looked at'],
      ['fixed', 'raised', 'moved'],
    ],
  };
  const told =
    'Last year we had timeouts at noon. I looked at the profile of the garbage collector, and we raised the limit.';
  const taught =
    'The collector marks what lives. When the profile is slow the limit is raised or the load moved.';
  const would = 'If it had timeouts I would have looked at the profile and would have raised the limit.';
  test('a case is worth all', () =>
    expect(reading(told, spec)).toMatchObject({ value: 1, missing: [], evidence: [{}, {}] }));
  test('a part that is lacking is named and costs nothing', () =>
    expect(reading('We had timeouts for a whole week. I raised the limit of the pool.', spec)).toMatchObject({
      value: 1,
      missing: ['the investigation'],
    }));
  test.each([taught, would, 'They looked at the profile and fixed the slow handler.', 'We fixed it.'])(
    'none told costs nothing: %s',
    answer => expect(value(answer, spec)).toBeNull(),
  );
  test('unless the question asks for one', () => {
    const prompt = 'How does garbage collection work, and have you ever debugged it?';
    expect(reading(taught, spec, { prompt })).toMatchObject({ value: 0, missing: ['a case of your own'] });
  });
  test('a case of something else is none', () => {
    const asked = { answer: ['Raft elects one leader a term, and a follower votes once.'] };
    expect(value(told, spec, asked)).toBeNull();
  });
});

describe('blame', () => {
  const blamed = 'The vendor let us down. It was their fault, and my boss was clueless.';
  const owned = 'It was their fault, but I should have checked the order.';
  test.each([
    [blamed, 1],
    ['It was their fault.', 0.5],
    [owned, 0],
    ['The vendor was a week late, so I moved the review.', 0],
  ])('%s %d', (answer, expected) => expect(value(answer, { kind: 'blame' })).toBe(expected));
  test('quotes it', () =>
    expect(reading('We were late. It was their fault.', { kind: 'blame' }).evidence).toMatchObject([
      { quote: 'It was their fault.' },
    ]));
  test('turned round for a criterion, where none says nothing', () => {
    const avoid = { kind: 'blame', avoid: true };
    expect(value(blamed, avoid)).toBe(0);
    expect(value(owned, avoid)).toBe(1);
    expect(value('I moved the review.', avoid)).toBeNull();
  });
});

describe('pace', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');
  const read = (answer: string, clock: { seconds?: number; budget?: number }) =>
    pace.measure(contextOf(submission(answer, {}, clock), NO_LEXICON), { kind: 'pace' }).value;
  test.each([
    ['in time', 100, 240, 1],
    ['at the last second', 100, 480, 1],
    ['early, but with much said', 100, 24, 1],
    ['early, with little said', 20, 24, 0.5],
    ['a little over', 100, 552, 0.5],
    ['far over', 100, 700, 0],
  ])('%s', (_, count, seconds, expected) =>
    expect(read(words(count), { seconds, budget: 480 })).toBeCloseTo(expected),
  );
  test.each([{}, { seconds: 20 }, { budget: 480 }, { seconds: 0, budget: 480 }])(
    'unknown without both times: %j',
    clock => expect(read(words(20), clock)).toBeNull(),
  );
});
