/** Each folder in cards/ is an answer and the card that it gets; adding a folder adds a test. */
import { describe, expect, test } from 'vitest';
import type { Review } from '../../src/model/review.ts';
import { cardRows, checklistRows } from '../../src/reports/card.ts';
import { columns } from '../../src/reports/columns.ts';
import { criterion, evidence, point, pointScore, question, rubric, scored } from './building.ts';
import { cardCases, caseNamed, inCase, reviewFor } from './cards.ts';

test('there are cards', () => expect(cardCases.length).toBeGreaterThanOrEqual(15));

describe.each(cardCases)('%s', name => {
  const asked = caseNamed(name);

  test('is the golden card', async () => {
    const rows = cardRows(await reviewFor(name), 80);
    await expect(`${rows.join('\n')}\n`).toMatchFileSnapshot(inCase(name, 'card.txt'));
  });

  test('is read at a glance at 80 columns, and no row is wider than the window', async () => {
    const review = await reviewFor(name);
    expect(cardRows(review, 80).length).toBeLessThanOrEqual(20);
    for (const width of [30, 40, 80])
      for (const row of [...cardRows(review, width), ...checklistRows(review, width)])
        expect(columns(row), row).toBeLessThanOrEqual(width);
  });

  test('says the same in a narrow window', async () => {
    const review = await reviewFor(name);
    const words = (width: number) => cardRows(review, width).join(' ').split(/\s+/).join(' ');
    expect(words(40)).toBe(words(80));
  });

  test('quotes nothing that was not said', async () => {
    const said = asked.tries.at(-1)!.split(/\s+/).join(' ');
    const text = cardRows(await reviewFor(name), 200);
    for (const row of text.filter(it => it.startsWith('    You: '))) {
      const [, quote] = /^ {4}You: …?"(.*)"…?$/.exec(row)!;
      expect(said).toContain(quote);
    }
  });
});

const ANSWER = 'A race is two accesses at once, and one of them writes.';
const [COMPLETE, DEPTH] = rubric('technical', [
  ['coverage', 'Complete', 3, 'Count the parts first.'],
  ['depth', 'Depth', 2, 'Say why.'],
]).criteria;
const RUBRICS = [
  { ...rubric('technical', []), criteria: [COMPLETE!, { ...DEPTH!, signals: [{ kind: 'mention' }] }] },
];
const ASKED = question('race', {
  points: [
    point('order', 'No order between the two'),
    point('write', 'One of them is a write'),
    point('same', 'Both touch the same place', 3),
  ],
  pitfalls: [{ id: 'harmless', text: 'A race on a word is harmless' }],
});
const POINTS = [
  pointScore('order', 'missing'),
  pointScore('write', 'covered', [evidence(ANSWER, 'one of them writes')]),
  pointScore('same', 'partial', [evidence(ANSWER, 'two accesses')]),
];

const reviewWith = (score: Review['score'], rest: Partial<Review> = {}): Review => ({
  kind: 'question',
  attempt: 1,
  outcome: 'answered',
  submission: { question: 'go/race', asked: ASKED, aliases: {}, rubrics: RUBRICS, answer: ANSWER },
  score,
  counts: true,
  guidance: { outline: [], hints: [], reading: [] },
  ...rest,
});
const rowsOf = (score: Review['score'], rest: Partial<Review> = {}) => cardRows(reviewWith(score, rest), 80);

describe('the headline', () => {
  test('is level, its name, score, and how many points are there', () =>
    expect(rowsOf(scored(62.34, { points: POINTS }))[0]).toBe(
      'Level 3 of 4, there: 62.3 of 100. One of the 3 points is there, 1 in part.',
    ));

  test('says when it does not count', () =>
    expect(rowsOf(scored(62.34, { points: POINTS }), { counts: false }).slice(0, 2)).toEqual([
      'Level 3 of 4, there: 62.3 of 100. One of the 3 points is there, 1 in part. It',
      'does not count.',
    ]));

  test('says why there is no score', () => {
    expect(rowsOf(scored(null, { cause: 'Its server is down.' }))[0]).toBe(
      'No score: Its server is down. It is left out of the scorecard.',
    );
  });
});

test('what was said comes first, then what was said in part, then what was not, each with its proof', () =>
  expect(rowsOf(scored(50, { points: POINTS })).slice(1)).toEqual([
    '  + There: One of them is a write.',
    '    You: "one of them writes"',
    '  ~ In part: Both touch the same place.',
    '    You: "two accesses"',
    '  - Missing: No order between the two.',
  ]));

test('what is left out of either kind is counted, so that the figures add up', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const asked = question('race', { points: ids.map(it => point(it, `Point ${it}`)) });
  const points = ids.map((it, at) => pointScore(it, at < 4 ? 'covered' : 'missing'));
  const submission = { question: 'go/race', asked, aliases: {}, rubrics: RUBRICS, answer: ANSWER };
  const rows = rowsOf(scored(50, { points }), { submission });
  expect(rows[0]).toContain('4 of the 7 points are there.');
  expect(rows.filter(it => /^ {2}[+-]/.test(it)).map(it => it.slice(2))).toEqual([
    '+ There: Point a.',
    '+ There: Point b.',
    '+ There: Point c.',
    '+ And 1 more.',
    '- Missing: Point e.',
    '- Missing: Point f.',
    '- Missing: Point g.',
  ]);
});

test('what few words of a point say is told as a perhaps, behind what is there, and counted as one', () => {
  const doubtful = POINTS.map(it =>
    it.id === 'same' ? { ...it, status: 'covered' as const, score: 0.6 } : it,
  );
  expect(rowsOf(scored(50, { points: doubtful }))).toEqual([
    'Level 2 of 4, thin: 50 of 100. One of the 3 points is there, perhaps 1 more.',
    '  + There: One of them is a write.',
    '    You: "one of them writes"',
    '  ~ Perhaps: Both touch the same place.',
    '    You: "two accesses"',
    '  - Missing: No order between the two.',
  ]);
  expect(checklistRows(reviewWith(scored(50, { points: doubtful })), 80)).toContain(
    '  ~ Perhaps: Both touch the same place.',
  );
});

test('a mistake comes before all else, with the words in which it was made', () => {
  const pitfalls = [{ id: 'harmless', evidence: [evidence(ANSWER, 'at once')], reason: 'close in meaning' }];
  expect(rowsOf(scored(50, { points: POINTS, pitfalls })).slice(0, 3)).toEqual([
    'Level 2 of 4, thin: 50 of 100. One claim is wrong. One of the 3 points is there,',
    '1 in part.',
    '  ! Wrong: A race on a word is harmless (close in meaning).',
  ]);
});

test('a point that no words say is a perhaps without a quote, and is not counted as there', () => {
  const [first, ...others] = POINTS;
  const inferred = { ...first!, status: 'covered' as const, score: 0.9, inferred: true as const };
  const rows = rowsOf(scored(50, { points: [inferred, ...others] }));
  expect(rows[0]).toContain('One of the 3 points is there, perhaps 1 more');
  const at = rows.findIndex(it => it.startsWith('  ~ Not said in words: '));
  expect(at).toBeGreaterThan(0);
  expect(rows[at + 1]).not.toContain('You:');
});

test('what is only inferred to be left out is told as a perhaps, and is no wrong claim', () => {
  const inferred = { id: 'Names no order', evidence: [], reason: '', inferred: true as const };
  const wrong = { id: 'harmless', evidence: [], reason: '' };
  const rows = rowsOf(scored(50, { points: POINTS, pitfalls: [inferred, wrong] }));
  expect(rows[0]).toContain('One claim is wrong.');
  expect(rows.slice(2, 4)).toEqual([
    '  ! Wrong: A race on a word is harmless.',
    '  ~ Perhaps: Names no order.',
  ]);
});

test('what cheats is not praised for what it happens to touch', () => {
  const flags = [{ kind: 'keyword-list' as const, reason: 'It is a list.' }];
  const rows = rowsOf(scored(15, { points: POINTS, flags }));
  expect(rows.slice(0, 2)).toEqual([
    'Level 1 of 4, not there: 15 of 100. This is not an answer yet.',
    '  ! It is a list.',
  ]);
  expect(rows.join('\n')).not.toMatch(/^ {2}[+~]|You:/m);
});

test('a question that has only a model answer is told by its sentences', () => {
  const asked = question('race', { answer: ['Two accesses at once are a race. One of them writes.'] });
  const submission = { question: 'go/race', asked, aliases: {}, rubrics: RUBRICS, answer: ANSWER };
  const coverage = {
    ...criterion('coverage', 60, 3, '1 of 2 sentences of the model answer covered.'),
    evidence: [evidence(ANSWER, 'two accesses at once')],
    missing: ['One of them writes.'],
  };
  const criteria = [coverage, criterion('depth', 10, 1)];
  const told = [
    '  + 1 of 2 sentences of the model answer covered.',
    '    You: "two accesses at once"',
    '  - Missing: One of them writes.',
  ];
  expect(rowsOf(scored(58, { criteria }), { submission }).slice(1, 4)).toEqual(told);
  // A follow-up has no rubric.
  const bare = { ...submission, rubrics: [] };
  expect(rowsOf(scored(58, { criteria: [coverage] }), { submission: bare }).slice(1)).toEqual(told);
});

describe('by criteria', () => {
  const story = rubric('star', [
    ['action', 'Action', 2, 'Say I.'],
    ['result', 'Result', 3, 'Give a figure.'],
    ['task', 'Task', 1, 'Say what was yours.'],
  ]);
  const rubrics = [
    { ...story, criteria: story.criteria.map(it => ({ ...it, signals: [{ kind: 'role' }] })) },
  ];
  const submission = { question: 'go/race', asked: ASKED, aliases: {}, rubrics, answer: ANSWER };
  const criteria = [
    { ...criterion('action', 90, 4), evidence: [evidence(ANSWER, 'writes'), evidence(ANSWER, 'at once')] },
    {
      ...criterion('result', 40, 2),
      missing: ['result', 'a figure'],
      evidence: [evidence(ANSWER, 'writes')],
    },
    criterion('task', 0, 1),
  ];

  test('what was met, then what was not by its cost, with what was looked for or what is wanted', () =>
    expect(rowsOf(scored(55, { criteria }), { submission })).toEqual([
      'Level 3 of 4, there: 55 of 100. Biggest gap: Result.',
      '  + Action: level 4.',
      '    You: "at once"',
      '  ~ Result: level 2. Missing: a figure.',
      '    You: "writes"',
      '  - Task: level 1. Wanted: Most.',
      '  > Next: Give a figure.',
    ]));

  test('nothing of an answer that is not there at all is praised', () =>
    expect(rowsOf(scored(20, { criteria }), { submission }).join('\n')).not.toContain('+'));

  test('another try is told by its levels', () => {
    const before = scored(20, { criteria: [criterion('action', 20, 1), criterion('result', 40, 2)] });
    expect(rowsOf(scored(55, { criteria }), { submission, before, attempt: 2 })[1]).toBe(
      '  Try 2 against try 1: 20 to 55 of 100; Action 1 to 4.',
    );
  });
});

describe('another try', () => {
  const before = scored(40, { points: [pointScore('order', 'covered'), pointScore('write', 'missing')] });

  test('is told against the one before: figures first, then marked at the points', () => {
    const rows = rowsOf(scored(50, { points: POINTS }), { before, attempt: 2 });
    expect(rows[1]).toBe('  Try 2 against try 1: 40 to 50 of 100; 2 points gained; 1 point lost.');
    expect(rows).toContain('  + New: One of them is a write.');
    expect(rows).toContain('  - Lost: No order between the two.');
  });

  test('says when there is nothing to set it against', () => {
    const empty = scored(null, { cause: 'The answer is empty.' });
    expect(rowsOf(scored(50), { before: empty, attempt: 3 })[1]).toBe('  Try 2 had no score.');
    expect(rowsOf(empty, { before, attempt: 2 })[1]).toBe('  Try 1 had 40 of 100.');
  });
});

test.each([
  [4, '  You gave yourself level 4, strong: 2 levels more than this.'],
  [2, '  You gave yourself level 2, thin: the same.'],
  [1, '  You gave yourself level 1, not there: one level less than this.'],
] as const)('own level %i beside level 2', (selfLevel, row) =>
  expect(rowsOf(scored(50), { selfLevel })[1]).toBe(row),
);

describe('the next step is one, and the content says it', () => {
  const guidance = {
    outline: ['Say what two accesses are', 'Say which place both touch'],
    hints: ['Two writers?'],
    reading: ['The memory model'],
  };
  const thin = { criteria: [criterion('coverage', 20, 1), criterion('depth', 10, 1)], points: POINTS };
  const next = (score: Review['score'], rest: Partial<Review> = {}) =>
    rowsOf(score, { guidance, ...rest }).filter(it => it.startsWith('  > '));

  test('of thin answers: the step that leads to the heaviest thing missing', () =>
    expect(next(scored(20, thin))).toEqual(['  > Next: Say which place both touch.']));

  test('else what the rubric advises on that which cost most', () => {
    expect(next(scored(20, thin), { guidance: { ...guidance, outline: [] } })).toEqual([
      '  > Next: Count the parts first.',
    ]);
    const deep = { ...thin, criteria: [criterion('coverage', 90, 4), criterion('depth', 10, 1)] };
    expect(next(scored(60, deep))).toEqual(['  > Next: Say why.']);
  });

  test('of none: how a good one begins', () =>
    expect(next(scored(null), { outcome: 'skipped' })).toEqual(['  > Next: Say what two accesses are.']));

  test('for whoever says that they do not know: where to read', () => {
    const flags = [{ kind: 'candour' as const, reason: '' }];
    expect(next(scored(10, { ...thin, flags }))).toEqual([
      '  > Next: Read up on it, beginning with The memory model.',
    ]);
  });

  test('none where nothing is wanting', () =>
    expect(next(scored(95, { criteria: [criterion('coverage', 95, 4)] }))).toEqual([]));
});

test('the checklist holds every point in the order of the question', () =>
  expect(checklistRows(reviewWith(scored(50, { points: POINTS })), 80)).toEqual([
    '  - Missing: No order between the two.',
    '  + There: One of them is a write.',
    '  ~ In part: Both touch the same place.',
  ]));

test('a text of several lines is one item, and steers nothing', () => {
  const asked = question('race', { points: [point('order', 'No order\n  - at\x1b[2J all')] });
  const submission = { question: 'go/race', asked, aliases: {}, rubrics: RUBRICS, answer: ANSWER };
  expect(rowsOf(scored(50, { points: [pointScore('order', 'missing')] }), { submission })[1]).toBe(
    '  - Missing: No order - at\\u001b[2J all.',
  );
});
