/** What is said after a wrong claim, an "I do not know", half an answer or a story told again; see dig.ts and chains.ts. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { chainsOf } from '../../src/interview/chains.ts';
import { dig } from '../../src/interview/dig.ts';
import type { Criterion, Probe, Question } from '../../src/model/content.ts';
import type { Ask, AskState, Plan } from '../../src/model/session.ts';
import {
  answered,
  ask,
  followUp,
  planned,
  plannedRound,
  point,
  question,
  SKIPPED,
} from '../reports/building.ts';
import { planOf, roundWith, rubricWith, sessionAt, wanting } from './world.ts';

const HALF = 'Each processor has a local run queue.';
const FULL = `${HALF} An idle thread steals half of the goroutines of another processor.`;
const MYTH = 'Every goroutine gets its own operating-system thread.';

const gmp: Partial<Question> = {
  points: [
    point('queue', HALF, 3),
    point('steal', 'An idle thread steals half of the goroutines of another processor.', 2),
  ],
  pitfalls: [{ id: 'own-thread', text: 'Every goroutine has its own operating-system thread' }],
  outline: ['Tell what a processor with nothing to do does', 'Name the one thing that is not said here'],
};

const LADDER: Probe[] = [
  { id: 'inside', ask: 'What happens inside?', when: { low: 'coverage' } },
  { id: 'later', ask: 'And later?', when: { low: 'coverage' } },
  { id: 'find', ask: 'How would you find out?', when: 'admitted' },
  { id: 'sure', ask: 'How sure are you of that?', when: 'pitfall' },
  { id: 'other', ask: 'Is there another example?', when: 'told-before' },
];
const content: Criterion = {
  ...wanting('any', []),
  id: 'content',
  title: 'Content',
  weight: 5,
  signals: [{ kind: 'coverage' }],
  probes: LADDER,
};
const rubric = rubricWith('technical', [content]);

const said = (key: string, answer: string, rest: Partial<Ask> = {}, seconds = 10): AskState =>
  ask('r', key, [answer === '' ? SKIPPED : answered(answer, seconds)], rest);
const probe = (id: string, answer: string, rest: Partial<Ask> = {}) =>
  said(`go/gmp/?content.${id}`, answer, { prompt: LADDER.find(it => it.id === id)!.ask, ...rest });

function setup(asks: AskState[], rest: Partial<Question> = {}, others: Partial<Plan> = {}) {
  const main = planned('go/gmp', question('gmp', { ...gmp, ...rest }), ['technical']);
  const more = planned('go/other', question('other', { type: main.question.type }), ['technical']);
  const plan = planOf([plannedRound('r', { questions: [more, main] })], others, [rubric]);
  const round = roundWith('r', asks, { notAsked: [{ refs: ['go/other'], why: '' }] });
  const session = sessionAt(plan, [round]);
  return { session, main, round };
}
function next(asks: AskState[], rest: Partial<Question> = {}) {
  const { session, main, round } = setup(asks, rest);
  return dig(session, main, round);
}

describe('a point that is missing', () => {
  test('is led to by the step of the outline that does not say it, where most is there', () =>
    expect(next([said('go/gmp', HALF)])).toMatchObject({
      key: 'go/gmp/?content.outline.1',
      prompt: expect.stringMatching(/ Tell what a processor with nothing to do does\.$/),
      aim: { of: 'go/gmp', point: 'steal' },
      why: 'missing: steal',
    }));

  test('is asked for openly where little is there', () =>
    expect(next([said('go/gmp', 'It depends on the load and on many other things.')])).toMatchObject({
      prompt: 'What happens inside?',
      aim: { of: 'go/gmp', point: 'queue' },
    }));

  test('is not asked for when it was said since', () =>
    expect(
      next([said('go/gmp', HALF), probe('inside', FULL, { aim: { of: 'go/gmp', point: 'steal' } })]),
    ).toBeUndefined());

  test('nobody digs where all is there', () => expect(next([said('go/gmp', FULL)])).toBeUndefined());
});

describe('who does not know', () => {
  const no = 'I do not know.';
  test('is asked once how they would find out', () => {
    expect(next([said('go/gmp', no)])).toMatchObject({
      prompt: 'How would you find out?',
      depth: 1,
      why: 'did not know',
    });
    const found = probe('find', 'I would read the source.', { aim: { of: 'go/gmp' } });
    expect(next([said('go/gmp', no), found], { followUps: [followUp('more')] })).toBeUndefined();
  });

  test.each([
    'I do not have such an example.',
    'Nothing comes to mind.',
    'No idea.',
    'I can’t think of one.',
  ])('says so in many ways: %s', answer => expect(next([said('go/gmp', answer)])?.why).toBe('did not know'));

  test('and has said so is not asked', () =>
    expect(next([said('go/gmp', 'No idea, but I would look it up in the source.')])).toBeUndefined());

  test('one thing is not asked what lies below it, but the next thing', () => {
    const followUps = [
      followUp('a', {
        points: [point('x', 'The monitor thread takes it away.')],
        followUps: [followUp('a1')],
      }),
      followUp('b'),
    ];
    const asks = [said('go/gmp', HALF), said('go/gmp/a', no)];
    expect(next(asks, { followUps })).toMatchObject({ prompt: 'How would you find out?', depth: 2 });
    const found = probe('find', 'I would trace it.', { depth: 2, aim: { of: 'go/gmp/a' } });
    expect(next([...asks, found], { followUps })?.key).toBe('go/gmp/b');
  });
});

describe('a wrong claim', () => {
  const claimed = said('go/gmp', `${FULL} ${MYTH}`);
  test('is said again to who made it, once', () => {
    expect(next([claimed])).toMatchObject({
      key: 'go/gmp/?content.sure',
      prompt: `You said: “${MYTH}” How sure are you of that?`,
      why: 'pitfall: own-thread',
    });
    expect(next([claimed, probe('sure', 'Quite sure.', { why: 'pitfall: own-thread' })])).toBeUndefined();
  });

  test('in a later answer is taken up right there', () => {
    const followUps = [followUp('a', { pitfalls: gmp.pitfalls!, followUps: [] }), followUp('b')];
    const asks = [said('go/gmp', FULL), said('go/gmp/a', MYTH)];
    expect(next(asks, { followUps })).toMatchObject({
      key: 'go/gmp/?content.sure',
      depth: 2,
      aim: { of: 'go/gmp/a' },
    });
    const probed = probe('later', MYTH, { aim: { of: 'go/gmp', point: 'steal' }, depth: 1 });
    expect(next([said('go/gmp', HALF), probed])).toMatchObject({ key: 'go/gmp/?content.sure', depth: 2 });
  });

  test('is left to the follow-up that the bank has for it', () => {
    const followUps = [followUp('threads', { when: { pitfall: ['own-thread'] } })];
    expect(next([claimed], { followUps })?.key).toBe('go/gmp/threads');
    const answeredIt = said('go/gmp/threads', 'Many share one.', { why: 'pitfall: own-thread' });
    expect(next([claimed, answeredIt], { followUps })).toBeUndefined();
    const named = (why: string) =>
      next([claimed, said('go/gmp/threads', 'Many share one.', { why })], { followUps });
    expect(named('pitfall: other, own-thread')).toBeUndefined();
    expect(named('pitfall: own-threads')?.why).toBe('pitfall: own-thread');
  });
});

test('a follow-up that was answered in part is asked about before the next one begins', () => {
  const points = [
    point('one', 'The poller parks the goroutine until the socket is ready.'),
    point('two', 'The monitor thread takes the processor away after some microseconds.'),
    point('three', 'On return the goroutine joins the global queue.'),
  ];
  const followUps = [followUp('a', { points }), followUp('b')];
  const half = said('go/gmp/a', points[0]!.text[0]!);
  expect(next([said('go/gmp', FULL), half], { followUps })).toMatchObject({
    prompt: 'What happens inside?',
    aim: { of: 'go/gmp/a', point: 'two' },
    depth: 2,
  });
});

describe('the digging stops', () => {
  const followUps = ['a', 'b', 'c'].map(it =>
    followUp(it, { points: [point(it, `The ${it} monitor thread wakes the network poller.`)] }),
  );
  const main = said('go/gmp', HALF);
  test('after two questions in a row that brought nothing', () => {
    const nothing = 'That is hard to tell in general.';
    expect(next([main, said('go/gmp/a', nothing)], { followUps })?.key).toBe('go/gmp/b');
    expect(next([main, said('go/gmp/a', nothing), said('go/gmp/b', '')], { followUps })).toBeUndefined();
  });

  test('but not when something came in between', () => {
    const good = said('go/gmp/b', 'The b monitor thread wakes the network poller.');
    expect(next([main, said('go/gmp/a', ''), good], { followUps })?.key).toBe('go/gmp/c');
  });

  test('when the round needs the rest of its time for another question', () => {
    const { session, main: asked, round } = setup([said('go/gmp', HALF, {}, 500)]);
    expect(dig(session, asked, round)?.budget).toBe(100);
    // Half of the other question's ten minutes is kept: of 1 800 seconds 500 and 960 are gone.
    const late = said('go/before', 'Long.', {}, 960);
    const ahead = { ...round, asks: [late, ...round.asks], notAsked: [] };
    expect(dig(session, asked, ahead)).toBeUndefined();
  });
});

describe('a story told again', () => {
  const stories = new URL('../scoring/stories/', import.meta.url);
  const read = (file: string) => parse(readFileSync(new URL(file, stories), 'utf8'));
  const first = read('marked.yaml')[0].answer;
  const again = read('retold.yaml')[0].answer;
  const other = read('marked.yaml')[1].answer;
  const retelling = (earlier: string) =>
    next([said('go/other', earlier), said('go/gmp', again)], { points: [], pitfalls: [] });

  test('leads to a question for another one, whatever else is missing', () =>
    expect(retelling(first)).toMatchObject({
      prompt: 'Is there another example?',
      why: 'the story of go/other again',
    }));
  test('is not suspected of another story', () =>
    expect(retelling(other)?.prompt).not.toBe('Is there another example?'));
});

describe('a chain', () => {
  const chains = (asks: AskState[], rest: Partial<Question> = {}) => {
    const { session, main, round } = setup(asks, rest);
    return chainsOf(session, main, round);
  };
  const followUps = [
    followUp('a', { points: [point('x', 'The monitor thread takes it away.')], followUps: [followUp('a1')] }),
    followUp('b', { points: [point('y', 'The poller waits for the socket.')] }),
  ];

  test('is a single layer where nothing followed', () => {
    expect(chains([said('go/gmp', FULL)])).toEqual([{ key: 'go/gmp', layers: 1, end: 'answered' }]);
    expect(chains([said('go/gmp', '')])).toEqual([{ key: 'go/gmp', layers: 1, end: 'skipped' }]);
  });

  test('goes from the main answer to the deepest, and ends as its last answer does', () => {
    const asks = [
      said('go/gmp', FULL),
      said('go/gmp/a', 'The monitor thread takes it away.'),
      said('go/gmp/a1', 'It wakes another one.', { depth: 2 }),
      said('go/gmp/b', 'It is hard to say.'),
    ];
    expect(chains(asks, { followUps })).toEqual([
      { key: 'go/gmp/a', layers: 3, end: 'answered' },
      { key: 'go/gmp/b', layers: 2, end: 'open' },
    ]);
  });

  test.each<[string, string]>([
    ['I do not know.', 'admitted'],
    ['', 'skipped'],
  ])('%j ends it: %s', (answer, end) =>
    expect(chains([said('go/gmp', FULL), said('go/gmp/b', answer)], { followUps })).toEqual([
      { key: 'go/gmp/b', layers: 2, end },
    ]),
  );

  test('with a wrong claim at its end ends wrong', () => {
    const claimed = probe('inside', MYTH, { aim: { of: 'go/gmp', point: 'steal' } });
    expect(chains([said('go/gmp', HALF), claimed])).toMatchObject([{ layers: 2, end: 'wrong' }]);
  });

  test('that would have gone deeper ran out of time', () =>
    expect(
      chains([said('go/gmp', FULL), said('go/gmp/a', 'The monitor thread takes it away.', {}, 590)], {
        followUps,
      }),
    ).toEqual([{ key: 'go/gmp/a', layers: 2, end: 'out-of-time' }]));
});
