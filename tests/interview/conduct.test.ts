import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../src/interview/candidate.ts';
import { nextStep } from '../../src/interview/next.ts';
import { after } from '../../src/interview/session.ts';
import type { Draft } from '../../src/model/session.ts';
import { hold, planIn } from './holding.ts';
import { candidateWho, fold, memory, reply } from './world.ts';

test('each event is recorded before the next thing is shown', async () => {
  const log: string[] = [];
  const show = async <Result>(what: string, result: Result) => {
    log.push(`show ${what}`);
    return result;
  };
  const candidate: Candidate = {
    welcome: round => show(round.id, 'begin'),
    answer: ask => show(ask.key, reply('It marks.', { hints: ['Colours.'], paused: 3 })),
    selfScore: ask => show(`self-score ${ask.key}`, undefined),
    review: ask => show(`review ${ask.key}`, 'next' as const),
    rest: seconds => show(`rest ${seconds}`, 550),
  };
  const keeper = memory(log);
  const { session, ended } = await hold(candidate, { mode: 'coach', keeper });
  const asking = (key: string) => [
    'record asked',
    `show ${key}`,
    'record hinted',
    'record paused',
    'record answered',
    'drop',
  ];
  const reviewed = (key: string) => [...asking(key), `show review ${key}`, 'record moved-on'];
  expect(log).toEqual([
    'show one',
    'record round-started',
    ...reviewed('go/gc'),
    ...reviewed('go/gc/pause'),
    'record dug',
    ...asking('one/closing'),
    'record round-ended',
    'show rest 600',
    'record rested',
    'show two',
    'record round-started',
    ...reviewed('go/map'),
    'record dug',
    'record round-ended',
    'record closed',
  ]);
  expect({ ended, closed: session.closed, lastAt: session.lastAt }).toEqual({
    ended: 'closed',
    closed: true,
    lastAt: keeper.events.at(-1)!.at,
  });
  expect(keeper.events).toContainEqual(expect.objectContaining({ type: 'rested', seconds: 550 }));
});

test('a coach hears as many tries as the candidate wants', async () => {
  const candidate = candidateWho(({ key, tries }) => reply(`${key}, try ${tries.length + 1}.`), {
    review: async ask => (ask.key === 'go/gc' && ask.tries.length < 3 ? 'again' : 'next'),
  });
  const { session } = await hold(candidate, { mode: 'coach' });
  const tries = session.rounds[0]!.asks.map(ask => ask.tries.length);
  expect(tries).toEqual([3, 1, 1]);
});

describe('a loop is spread over days', () => {
  test('by who stops in the break: the next day begins with the next round', async () => {
    const keeper = memory();
    const stops = candidateWho(() => reply('It marks.'), { rest: async () => 'stop' });
    const { session, ended } = await hold(stops, { keeper });
    expect(ended).toBe('left');
    expect(keeper.events.map(it => it.type).slice(-3)).toEqual(['round-ended', 'rested', 'left']);
    expect(nextStep(session)).toMatchObject({ do: 'start-round', number: 2 });
  });

  test('by who does not begin: the round is still ahead', async () => {
    const stops = candidateWho(() => reply('It marks.'), {
      welcome: async (_round, number) => (number === 2 ? 'stop' : 'begin'),
    });
    const { session, ended } = await hold(stops);
    expect(ended).toBe('left');
    expect(session.rounds.map(it => it.state)).toEqual(['ended', 'ahead']);
  });
});

test('the interviewer introduces themselves and takes their leave', async () => {
  const said: string[] = [];
  const candidate = candidateWho(() => reply('It marks.'), {
    welcome: async (_round, _number, _plan, words) => {
      said.push(words);
      return 'begin';
    },
    farewell: words => void said.push(words),
  });
  await hold(candidate);
  expect(said).toEqual([
    expect.stringMatching(
      /I am here as the engineer\. We have 30 minutes and one question: .* five minutes for your own/,
    ),
    expect.stringContaining('a colleague takes over'),
    expect.stringContaining('one question'),
    expect.not.stringContaining('colleague'),
  ]);
});

describe('leaving', () => {
  const leaving = candidateWho(() => reply('It ma', { outcome: 'left', seconds: 12, signal: 15 }));
  const draft = { key: 'go/gc', attempt: 0, text: 'It ma', seconds: 12 };

  test('keeps the draft twice, and tells the signal', async () => {
    const keeper = memory();
    const ending = await hold(leaving, { keeper });
    expect(ending).toMatchObject({ ended: 'left', signal: 15, session: { draft, closed: false } });
    expect(keeper.events.at(-1)).toMatchObject({ type: 'left', draft });
    expect(keeper.kept).toEqual(draft);
  });

  test('by the menu has no signal', async () =>
    expect(await hold(candidateWho(() => reply('', { outcome: 'left' })))).not.toHaveProperty('signal'));

  test('is gone on from with the draft, and the question is not asked again', async () => {
    const keeper = memory();
    const { session } = await hold(leaving, { keeper });
    const seen: (Draft | undefined)[] = [];
    const back = candidateWho((_ask, { draft: offered }) => {
      seen.push(offered);
      return reply('It marks.');
    });
    await hold(back, { keeper, session });
    expect(seen).toEqual([draft, undefined, undefined, undefined]);
    const asked = keeper.events.flatMap(it => (it.type === 'asked' ? [it.key] : []));
    expect(asked).toEqual(['go/gc', 'go/gc/pause', 'one/closing', 'go/map']);
  });
});

describe('the candidate’s own level', () => {
  const selfScored = { ...planIn('coach'), selfScore: true as const };
  const levels = (keeper: ReturnType<typeof memory>) =>
    keeper.events.flatMap(it => (it.type === 'self-scored' ? [[it.key, it.level]] : []));

  test('is recorded before the card is shown, and the card and the try have it', async () => {
    const log: string[] = [];
    const keeper = memory(log);
    const candidate = candidateWho(() => reply('It marks.'), {
      selfScore: async ({ key }) => (key === 'go/gc' ? 3 : undefined),
      review: async ({ key }, { selfLevel }) => {
        log.push(`card ${key} ${selfLevel}`);
        return 'next';
      },
    });
    const { session } = await hold(candidate, { keeper, session: fold(selfScored) });
    expect(log.slice(2, 6)).toEqual(['record answered', 'drop', 'record self-scored', 'card go/gc 3']);
    expect(log).toContain('card go/gc/pause undefined');
    expect(session.rounds[0]!.asks.map(it => it.tries[0]!.selfLevel)).toEqual([3, undefined, undefined]);
  });

  test('is of the last try: another one is asked about anew', async () => {
    const candidate = candidateWho(() => reply('It marks.'), {
      selfScore: async ({ tries }) => (tries.length === 1 ? 4 : 2),
      review: async (ask, { attempt }) => (ask.key === 'go/gc' && attempt === 1 ? 'again' : 'next'),
    });
    const { session } = await hold(candidate, { session: fold(selfScored) });
    expect(session.rounds[0]!.asks[0]!.tries.map(it => it.selfLevel)).toEqual([4, 2]);
  });

  test('is not asked for twice, though the interview stopped before the card', async () => {
    const keeper = memory();
    const falling = candidateWho(() => reply('It marks.'), {
      selfScore: async () => 3,
      review: () => Promise.reject(new Error('kill -9')),
    });
    await expect(hold(falling, { keeper, session: fold(selfScored) })).rejects.toThrow('kill -9');
    let asked = 0;
    const back = candidateWho(() => reply(''), {
      selfScore: async () => {
        asked++;
        return 1;
      },
    });
    await hold(back, { keeper, session: keeper.events.reduce(after, fold(selfScored)) });
    expect([asked, levels(keeper)]).toEqual([0, [['go/gc', 3]]]);
  });

  test('is asked for neither where nobody wanted it, nor of nothing', async () => {
    const never = { selfScore: () => Promise.reject(new Error('asked')) };
    await hold(
      candidateWho(() => reply('It marks.'), never),
      { mode: 'coach' },
    );
    await hold(
      candidateWho(() => reply(''), never),
      { session: fold(selfScored) },
    );
    await hold(
      candidateWho(() => reply(' ', { outcome: 'answered' }), never),
      { session: fold(selfScored) },
    );
  });
});

test('another try is reviewed beside the one before', async () => {
  const seen: (number | null | undefined)[] = [];
  const candidate = candidateWho(() => reply('It marks.'), {
    review: async (ask, { before, attempt }) => {
      if (ask.key === 'go/gc') seen.push(before?.score);
      return ask.key === 'go/gc' && attempt < 3 ? 'again' : 'next';
    },
  });
  await hold(candidate, { mode: 'coach' });
  expect(seen).toEqual([undefined, 60, 60]);
});
