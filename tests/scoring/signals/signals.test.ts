import { describe, expect, test } from 'vitest';
import { reading } from '../asking.ts';

const value = (...args: Parameters<typeof reading>) => reading(...args).value;
const quotes = (...args: Parameters<typeof reading>) => reading(...args).evidence.map(it => it.quote);

describe('mention', () => {
  const because = { kind: 'mention', terms: ['because', ['trade-off', 'tradeoff']], atLeast: 2 };
  test('counts sentences', () =>
    expect(value('It waits because the queue is full. The trade-off is latency.', because)).toBe(1));
  test('not the same word twice in one', () =>
    expect(value('It waits because the queue is full, because nobody reads.', because)).toBe(0.5));
  test('quotes them', () =>
    expect(quotes('It waits. It waits because the queue is full.', because)).toEqual([
      'It waits because the queue is full.',
    ]));
  test('a word alone says nothing', () => expect(value('Because.', because)).toBe(0));
  test('may ask for a figure beside it', () => {
    const users = { kind: 'mention', terms: ['users'], figures: true };
    expect(value('It helps many users there.', users)).toBe(0);
    expect(value('It helps 300 users there.', users)).toBe(1);
  });
  test('counts what the cells of a table stand under', () => {
    const users = { kind: 'mention', terms: ['users'], figures: true, atLeast: 2 };
    const table = (...rows: [name: string, users: string][]) =>
      `So it is:\n\n| wish | users | days |\n|---|---|---|\n${rows.map(it => `| ${it.join(' | ')} | 3 |\n`).join('')}`;
    const wishes = { prompt: 'Which comes first, the export or the search?' };
    const both = table(['export', '400'], ['search', '900']);
    expect(value(both, users, wishes)).toBe(1);
    expect(value(table(['export', '400'], ['search', 'many']), users, wishes)).toBe(0.5);
    expect(value(table(['export', ''], ['search', 'many']), users, wishes)).toBe(0);
    expect(value(table(['export', 'few'], ['search', '']), { ...users, figures: false }, wishes)).toBe(0.5);
    expect(quotes(table(['export', '400'], ['search', '']), users, wishes)).toEqual(['| export | 400 | 3 |']);
    // What is asked about is not in it.
    expect(value(table(['banana', '400'], ['3', '900']), users, wishes)).toBe(0);
  });
  test('may look only at what is about the question', () => {
    const asked = { answer: ['The scheduler steals goroutines from the run queues of other processors.'] };
    const onTopic = { ...because, onTopic: true, atLeast: 1 };
    expect(value('I like trains because they are punctual and comfortable.', onTopic, asked)).toBe(0);
    expect(value('It steals goroutines because its run queue is empty.', onTopic, asked)).toBe(1);
  });
});

describe('quantity', () => {
  const change = { kind: 'quantity', change: true };
  test('wants a change where it says so', () => {
    expect(value('We have 300 services.', change)).toBeCloseTo(0.6);
    expect(value('Latency fell from 900 ms to 120 ms.', change)).toBe(1);
  });
  test('finds none', () => {
    const read = reading('It was much better.', change);
    expect([read.value, read.missing]).toEqual([0, ['figures, with before and after']]);
  });
});

describe('ownership', () => {
  test('I earns it', () => expect(value('I wrote the plan. We shipped it.', { kind: 'ownership' })).toBe(1));
  test('we hides it', () =>
    expect(value('We wrote the plan. We shipped it.', { kind: 'ownership' })).toBe(0));
  test('a dropped subject is the speaker', () =>
    expect(value('Wrote the plan that night. Told her in the morning.', { kind: 'ownership' })).toBe(1));
  test('in between is in between', () =>
    expect(value('I wrote it. We built it. We shipped it. We ran it.', { kind: 'ownership' })).toBe(0.5));
});

describe('branches', () => {
  const list = '- traffic has grown in volume\n- the database answers slowly\n- the process waits for locks';
  test('count', () => expect(value(list, { kind: 'branches' })).toBe(1));
  test('however often one is said, it is one', () =>
    expect(value('- The lock of the channel guards its buffer.\n'.repeat(1000), { kind: 'branches' })).toBe(
      0,
    ));
  test('one piece has none', () => expect(value('It is slow. I look at it.', { kind: 'branches' })).toBe(0));
  test('the same part again is no part', () =>
    expect(value(`${list}\n- slowly the database answers`, { kind: 'branches', atLeast: 4 })).toBe(0.75));
  test('are distinct or not', () => {
    expect(value(list, { kind: 'branches', measure: 'distinct' })).toBe(1);
    expect(
      value('- slow queries in the database\n- the database has slow queries', {
        kind: 'branches',
        measure: 'distinct',
      }),
    ).toBe(0);
  });
  test('are filled or only named', () =>
    expect(value(list, { kind: 'branches', measure: 'developed' })).toBeLessThan(0.5));
  test('may be worth less where what they say is wrong', () => {
    const asked = {
      points: [
        { id: 'buffer', text: ['A closed channel still gives its buffered values'], weight: 1, cues: [] },
      ],
    };
    const wrong =
      '- a closed channel never gives its buffered values\n- it panics at once on every receive\n- readers wait';
    expect(value(wrong, { kind: 'branches' }, asked)).toBe(1);
    expect(value(wrong, { kind: 'branches', trusted: true }, asked)).toBeLessThan(0.5);
  });
});

describe('arithmetic', () => {
  const spec = {
    kind: 'arithmetic',
    quantities: [['reach', 'users'], 'impact', 'effort'],
    formula: 'reach * impact / effort',
    result: ['score'],
  };
  test('a result that follows is worth all', () =>
    expect(value('Reach 800, impact 2, effort 4 weeks: score 400.', spec)).toBe(1));
  test('one that does not is told', () => {
    const read = reading('Reach 800, impact 2, effort 4 weeks: score 900.', spec);
    expect(read.value).toBeLessThan(0.5);
    expect(read.reason).toContain('400');
  });
  test('figures without a result are worth half', () =>
    expect(value('There are 800 users, the impact is 2 and the effort 4.', spec)).toBe(0.5));
  test('names without figures are worth nothing', () =>
    expect(value('Reach and impact over effort.', spec)).toBe(0));
  test('each of several things is counted by itself', () =>
    expect(
      value('A: reach 800, impact 2, effort 4, score 400. B: reach 90, impact 1, effort 3, score 30.', spec),
    ).toBe(1));
  test('percentages may be written as figures of a hundred', () =>
    expect(value('Reach 800, impact 50, effort 4: score 100.', spec)).toBe(1));
});

describe('avoid', () => {
  const fog = { kind: 'avoid', terms: ['kind of', 'basically', 'stuff'], free: 0, most: 10 };
  const plain =
    'The queue holds the tasks that wait, and each worker takes one when it is free, so the number of tasks that run is bounded by the number of workers.';
  test('plain words earn all, without a quote', () =>
    expect(reading(plain, fog)).toMatchObject({ value: 1, evidence: [] }));
  test('fog costs', () => expect(value(`${plain} Basically that kind of stuff.`, fog)).toBeLessThan(0.2));
  test('a few words show no manner', () => expect(value('Basically.', fog)).toBeNull());
});

describe('length', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');
  const spec = { kind: 'length', bounds: [10, 20, 40, 80] };
  test.each([
    [5, 0],
    [15, 0.5],
    [30, 1],
    [60, 0.5],
    [100, 0],
  ])('%i words are worth %f', (count, expected) => expect(value(words(count), spec)).toBe(expected));
});

describe('questions', () => {
  test('are counted when they have something in them', () =>
    expect(value('How does the team decide what to build next? Why?', { kind: 'questions' })).toBe(0.5));
  test('are recognised without a mark', () =>
    expect(value('how does the team decide what to build next', { kind: 'questions', atLeast: 1 })).toBe(1));
  test('on another subject count less', () =>
    expect(
      value('When was the company founded in Seattle?', { kind: 'questions', atLeast: 1, terms: ['team'] }),
    ).toBeCloseTo(0.4));
});

describe('code', () => {
  const go = 'func f(c chan int) {\n\tfor x := range c {\n\t\tselect {\n\t\tcase d <- x:\n\t\t}\n\t}\n}';
  test('is found and quoted whole', () => {
    expect(value(go, { kind: 'code', lines: 7 })).toBe(1);
    expect(quotes(go, { kind: 'code' })).toEqual([go]);
  });
  test('constructs are looked for in it only', () => {
    const spec = { kind: 'code', constructs: ['select', 'mutex'], atLeast: 2, lines: 5 };
    expect(value(`${go}\n\nI would add a mutex.`, spec)).toBe(0.5);
  });
  test('talk is no code', () => expect(value('I would write a loop.', { kind: 'code' })).toBe(0));
});

describe('roles', () => {
  const before = {
    kind: 'role',
    role: 'before',
    place: 'start',
    hints: ['place', 'things', 'state'],
    words: [3, 10],
  };
  const after = {
    kind: 'role',
    role: 'after',
    place: 'end',
    signs: ['change'],
    cues: ['finally'],
    words: [3, 10],
  };
  const story =
    'There was one old server for the shops in our town. After the move it costs 30 % less than last spring.';
  const [first, second] = story.split(/(?<=\.) /);
  test('each sentence goes to the role that it fits', () => {
    expect(quotes(story, before, {}, [after])).toEqual([first]);
    expect(quotes(story, after, {}, [before])).toEqual([second]);
  });
  test('a sentence may play two', () => {
    const both =
      'There was one old server for the shops in our town and we cut its cost from 900 to 200 euros.';
    expect(quotes(both, before, {}, [after])).toEqual([both]);
    expect(quotes(both, after, {}, [before])).toEqual([both]);
  });
  test('signs of something else keep it from a role', () => {
    expect(quotes(story, { ...after, never: ['figure'] }, {}, [before])).toEqual([]);
    expect(quotes(story, { ...after, against: ['figure', 'time', 'later'] }, {}, [before])).toEqual([]);
  });
  test('a cue is half of what a strong phrase is', () => {
    const said = 'Finally the old server was sold to the museum.';
    expect(quotes(said, { kind: 'role', role: 'x', cues: ['finally'] })).toEqual([]);
    expect(quotes(said, { kind: 'role', role: 'x', strong: ['finally'] })).toEqual([said]);
  });
  test('a sentence of cues without content tells nothing', () =>
    expect(value('There was. Finally since.', after, {}, [before])).toBe(0));
  test('what was asked, said again, tells nothing', () => {
    const prompt = 'Tell me about the old server for the shops in our town.';
    expect(value(story, before, { prompt }, [after])).toBe(0);
  });
  test('their order is read', () => {
    const order = { kind: 'order', roles: ['before', 'after'] };
    const anywhere = [before, after].map(it => ({ ...it, place: 'any' }));
    expect(value(story, order, {}, [before, after])).toBe(1);
    expect(value(`${second} ${first}`, order, {}, anywhere)).toBe(0);
  });
  test('other signals can be kept within one', () => {
    const within = { kind: 'quantity', within: 'before' };
    expect(value(story, within, {}, [before, after])).toBe(0);
    expect(value(story, { ...within, within: 'after' }, {}, [before, after])).toBe(1);
  });
});
