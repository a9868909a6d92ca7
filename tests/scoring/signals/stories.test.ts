/** Parts of stories as people tell them: without signposts, in any order, one or more of them left out. */
import { describe, expect, test } from 'vitest';
import type { AnswerScore } from '../../../src/model/score.ts';
import { localJudge } from '../../../src/scoring/judges/local.ts';
import { submission } from '../asking.ts';
import { rubric } from '../golden.ts';

const PARTS = ['situation', 'task', 'action', 'result', 'learning'];

function judged(answer: string, prompt = 'Tell me about a time you were under pressure.'): AnswerScore {
  return localJudge.judge(submission(answer, { prompt }, { rubrics: [rubric('star')] })) as AnswerScore;
}

const of = (score: AnswerScore, part: string) => score.criteria.find(it => it.id === part)!;
const found = (answer: string) => {
  const score = judged(answer);
  return PARTS.filter(it => of(score, it).level! >= 2);
};

/** A part a sentence or two each, none with a signpost. */
const dairy = {
  situation: 'At a small dairy in the hills the inspector came one Tuesday and found listeria in two wheels.',
  task: 'I had to keep us from closing before the fair.',
  action:
    'I stopped the deliveries before breakfast, phoned every shop on the list and drove the samples to town. I scrubbed the cellar with my sister until two at night.',
  result:
    'The second test came back clean and after nine days we were allowed to sell again; thirty of 31 shops stayed.',
  learning: 'I now swab the shelves every Friday, whether anybody asks for it or not.',
};

describe('a story without signposts', () => {
  test('has all its parts', () => expect(found(Object.values(dairy).join(' '))).toEqual(PARTS));
  test.each(['situation', 'task', 'result', 'learning'] as const)(
    '%s is noticed when it is left out',
    left => {
      const rest = PARTS.filter(it => it !== left);
      expect(found(rest.map(it => dairy[it as keyof typeof dairy]).join(' '))).toEqual(rest);
    },
  );
  test('the action is noticed when it is left out', () => {
    const { action: _, ...rest } = dairy;
    expect(found(Object.values(rest).join(' '))).not.toContain('action');
  });
  test('quotes the sentences that prove a part', () => {
    const score = judged(Object.values(dairy).join(' '));
    for (const part of ['task', 'result', 'learning'] as const)
      expect(of(score, part).evidence.map(it => it.quote)).toContain(dairy[part]);
    expect(of(score, 'situation').evidence[0]!.quote).toBe(dairy.situation);
    expect(
      of(score, 'action')
        .evidence.map(it => it.quote)
        .join(' '),
    ).toContain(dairy.action);
  });
  test('may begin with its end', () => {
    const { result, ...rest } = dairy;
    expect(found([result, ...Object.values(rest)].join(' '))).toEqual(PARTS);
  });
  test('may be as short as a note', () =>
    expect(
      found(
        'Night shift at a parcel depot, I had to get 14 vans out by six. Scanner died, I wrote lists by hand and sent the far routes first. 96 % still arrived the same day.',
      ),
    ).toEqual(['situation', 'task', 'action', 'result']));
});

test('taking the result out lowers the result and the level of no other part', () => {
  const { result: _, ...rest } = dairy;
  const [whole, less] = [dairy, rest].map(it => judged(Object.values(it).join(' ')));
  expect(of(less!, 'result').score).toBeLessThan(of(whole!, 'result').score!);
  for (const part of ['situation', 'task', 'action', 'learning'])
    expect(of(less!, part).level, part).toBe(of(whole!, part).level);
});

test('other order, slips of the keyboard and politeness hardly matter', () => {
  const told = Object.values(dairy);
  const plain = judged(told.join(' ')).score!;
  const turned = judged(told.toReversed().join(' ')).score!;
  const slips = told
    .join(' ')
    .replace('deliveries', 'delivreies')
    .replace('cellar', 'celler')
    .replace('clean', 'claen');
  const polite = `Thank you for the question. ${told.join(' ')} I hope that answers it.`;
  expect(Math.abs(turned - plain)).toBeLessThanOrEqual(5);
  expect(Math.abs(judged(slips).score! - plain)).toBeLessThanOrEqual(5);
  expect(Math.abs(judged(polite).score! - plain)).toBeLessThanOrEqual(5);
});

describe('a story told as if it were now', () => {
  const now =
    "It's the Friday before the fair and I'm the manager of a small dairy, and we have to open on Sunday. The inspector comes " +
    'and he finds listeria in two wheels. So I stop the deliveries, I ring the shops on the list and I drive the samples to ' +
    'town. I ask my sister to scrub the cellar with me and we finish at two at night. The second test comes back clean, and ' +
    'returns fell from 40 a month to 6.';
  test('has the deeds in it', () => {
    expect(found(now)).toEqual(['situation', 'task', 'action', 'result']);
    expect(of(judged(now), 'action').evidence.map(it => it.quote)).toContain(
      'So I stop the deliveries, I ring the shops on the list and I drive the samples to town.',
    );
  });
  test('keeps what lasts for the lesson', () =>
    expect(found(`${now} Since then I always swab the shelves and I write the date on every wheel.`)).toEqual(
      PARTS,
    ));
  test.each([
    [
      'what one does on any day',
      'On Mondays I look at the list and I ring the shops. I ask what they need, I write it down and I send the vans. I check ' +
        'the cellar every evening and I swab the shelves. I talk to the drivers, and they like that. Returns are at 6 a month.',
    ],
    [
      'what is only supposed',
      'Say it is the Friday before the fair and the inspector finds listeria. I stop the deliveries, I ring the shops and I drive ' +
        'the samples to town. I ask my sister to scrub the cellar. On Sunday the test comes back clean and he thanks me.',
    ],
    [
      'what is done if something happens',
      'If the inspector finds listeria on a Friday, I stop the deliveries. If a shop complains I ring it and I ask for the wheel. ' +
        'If the test is bad on the Sunday I drive to town. Usually I ask my sister to scrub the cellar.',
    ],
    [
      'what is planned',
      'Next month I take over the dairy. In the first week I look at the cellar and I ring the shops. By summer I want to have a ' +
        'list of all wheels. I will ask my sister for help. I think it is a nice place, and she will like it as well.',
    ],
  ])('is not %s', (_, answer) => expect(found(answer)).not.toContain('action'));
});

describe('no part is in', () => {
  test.each([
    ['signposts', 'My task was to solve it. I took action. The result was great.'],
    [
      'signposts in whole sentences',
      'The situation was that there was a problem under pressure. My task was to deal with the problem. I took decisive action in a professional manner. As a result the outcome was a great success for everyone.',
    ],
    [
      'what one would do',
      'If a server broke I would tell my lead first. Then I would roll it back, and I would write a test for it within the week.',
    ],
    [
      'what one is like',
      'I always stay calm and focused, and I communicate with my team. My colleagues know that they can rely on me, and I never lose my sense of humour.',
    ],
    [
      'the question again',
      'A time I was under pressure, yes, that was a time when there was pressure on me.',
    ],
    [
      'words that could be said of anything',
      'I have always been very passionate about great results. In many different projects I took on important tasks, and I really helped the team to improve a lot of things. My managers were always very happy with my work, and we achieved great success together.',
    ],
    [
      'terms in a row',
      'my change, my fault, admitted, immediately, rolled back, restored, informed, skipped, check, habit',
    ],
  ])('%s', (_, answer) => expect(found(answer)).toEqual([]));
});

describe('a result', () => {
  const { result: _, learning: __, ...open } = dairy;
  const ending = (result: string) => of(judged(`${Object.values(open).join(' ')} ${result}`), 'result');
  test.each([
    'It went well and everyone was happy.',
    'In the end it all turned out quite nicely.',
    'It was a great success.',
    'It really went well and was a nice evening for everyone.',
  ])('is not %s', vague => expect(ending(vague).level).toBe(1));
  test('is worth more with its figures', () => {
    const bare = ending('The shops took our cheese again from the next week.');
    const measured = ending('The shops took our cheese again, and returns fell from 40 a month to 6.');
    expect(bare.level).toBeGreaterThanOrEqual(2);
    expect(measured.score).toBeGreaterThan(bare.score!);
  });
});

describe('a lesson', () => {
  const { learning: _, ...open } = dairy;
  const lesson = (said: string) => of(judged(`${Object.values(open).join(' ')} ${said}`), 'learning');
  test.each([
    'What I learned was to phone before I write.',
    "I've learnt that silence is expensive for a dairy.",
    'Lesson learned: never ship on Fridays.',
    'The lesson for me: I phoned the shops too late.',
    'It taught me that I asked the wrong people first.',
    'It showed me that the shops need a date.',
    'Now I always ask the driver before he leaves.',
    'Ever since, I check the date on every wheel.',
    "Next time I'd ask the driver first.",
    'If I did it again, I would ask the driver first.',
  ])('is %s', said => expect(lesson(said).level).toBeGreaterThanOrEqual(2));
  test.each([
    'I learned a lot.',
    'The learning was great.',
    'The shops were billed for lessons that my sister gave at the school.',
    'We stacked them in three different ways in the cellar.',
    'I drove the rest of the samples to town next time.',
  ])('is not %s', said => expect(lesson(said).level).toBe(1));
});

describe('labels of the parts', () => {
  const names = ['Situation', 'Task', 'Action', 'Result', 'Learning'];
  const notes = [
    'nightly export of invoices failed for 3 customers, month end two days away',
    'find out why and get the invoices out before the 30th',
    'bisected the releases, found a timezone change, rolled it back, wrote a test with both zones',
    'all 212 invoices sent on the 29th, no failed export since',
    'never change a default without asking who relies on it',
  ];
  const empty = [
    'a difficult project',
    'to make it a success',
    'took ownership',
    'it went very well',
    'a lot',
  ];
  const labelled: [string, (name: string, said: string) => string][] = [
    ['letters', (name, said) => `${name[0]}: ${said}`],
    ['names', (name, said) => `${name}: ${said}`],
    ['dashes', (name, said) => `${name} – ${said}`],
    ['bold names', (name, said) => `**${name}:** ${said}\n`],
    ['headings', (name, said) => `## ${name}\n${said}\n`],
  ];
  const told = (parts: readonly string[], one: (name: string, said: string) => string) =>
    found(parts.map((said, index) => one(names[index]!, said)).join('\n'));
  test('notes without any are hardly known', () =>
    expect(found(notes.join('. '))).toEqual(['situation', 'action', 'result']));
  test.each(labelled)('say what stands behind them: %s', (_, one) => expect(told(notes, one)).toEqual(PARTS));
  test.each(labelled)('say nothing by themselves: %s', (_, one) => expect(told(empty, one)).toEqual([]));
  const others = ['Where and when', 'My role', 'What I did', 'The outcome', 'Key takeaway'];
  const under = (parts: readonly string[], one: (name: string, said: string) => string) =>
    found(parts.map((said, index) => one(others[index]!, said)).join('\n'));
  test.each(labelled.slice(1))('may be of several words, or other ones: %s', (_, one) => {
    expect(under(notes, one)).toEqual(PARTS);
    expect(under(empty, one)).toEqual([]);
  });
  test('are not believed of what plainly was', () =>
    expect(
      found(
        'Result: We were five people at a dairy in the hills.\nAction: I was responsible for the report on the cellar.\nTask: The report was late and the inspector was angry.\nSituation: It all got better by half.',
      ),
    ).not.toContain('action'));
  test('a letter alone is none', () =>
    expect(found('Q: What went wrong? A: find out why and get the invoices out.')).toEqual([]));
});

describe('told in a sentence', () => {
  test('a result is one by its figure', () =>
    expect(found('Orders rose by 12 percent within a month, and I learned to ask who uses a thing.')).toEqual(
      ['result', 'learning'],
    ));
  test.each([
    'We fixed it together as a team and everybody was happy with it.',
    'I worked hard on many important things and it was a great success.',
    'In 10 years I took on important tasks in many different projects, I really helped the team to improve a lot of things, and we achieved great success together.',
  ])('%s is nothing', answer => expect(found(answer)).toEqual([]));
});

describe('an action', () => {
  const opening =
    'Last winter our school library had lost its catalogue, and I was asked to get it back by March. ';
  test('of the team is thin, but it is one', () => {
    const ours = of(
      judged(`${opening}We copied every card by hand, sorted the shelves and typed 3,000 titles.`),
      'action',
    );
    const mine = of(
      judged(`${opening}I copied every card by hand, sorted the shelves and typed 3,000 titles.`),
      'action',
    );
    expect(ours.level).toBeGreaterThanOrEqual(2);
    expect(mine.score).toBeGreaterThan(ours.score! + 10);
  });
  test('is not the blame of others', () =>
    expect(
      found(
        `${opening}The vendor delivered late, the caretaker had lost the keys and the council never answered. With better people it would have worked.`,
      ),
    ).not.toContain('action'));
  test('is not what was left undone', () =>
    expect(found(`${opening}I didn't ask anybody, I took no copy and I never told the head.`)).not.toContain(
      'action',
    ));
});

test('a story of what was not done has its setting and no more', () =>
  expect(
    found(
      "At a small dairy in the hills the inspector found listeria, and I had to keep us open. I didn't stop the deliveries, I phoned nobody, I never drove a sample to town and I did not scrub the cellar. The second test was not taken, and 30 shops did not stay.",
    ),
  ).toEqual(['situation', 'task']));

test('what is brief and whole is worth more than its words', () => {
  const brief =
    'Night shift at a parcel depot, I had to get 14 vans out by six. Scanner died, I wrote lists by hand and sent the far routes first. 96 % still arrived the same day.';
  const { action: _, ...open } = dairy;
  expect(judged(brief).score!).toBeGreaterThan(judged(Object.values(open).join(' ')).score!);
});

test('a question without points is not answered by talk of its theme', () => {
  const asked = { prompt: 'Tell me about a time you were under pressure.', type: 'behavioral' as const };
  const relevance = (answer: string) =>
    of(localJudge.judge(submission(answer, asked, { rubrics: [rubric('star')] })) as AnswerScore, 'relevance')
      .score!;
  const talk = 'Under pressure I stay calm. Deadlines, stress and short notice do not make me panic at all.';
  expect(relevance(talk)).toBeLessThanOrEqual(30);
  expect(relevance(`${Object.values(dairy).join(' ')} ${talk}`)).toBeGreaterThan(80);
});
