import { expect, test } from 'vitest';
import { calibrationShape } from '../../src/content/calibration-shape.ts';
import { world } from './world.ts';

const QUESTIONS = [
  ['What does an index cost?', 'Each write has to change the index as well, and it takes space on the disk.'],
  [
    'Why are retries given a jitter?',
    'Clients that failed together would otherwise all come back at the same moment.',
  ],
] as const;

/** Answers that say all of the model answer, half of it, or nothing of it, graded 2, 1 and 0, mostly. */
function graded(times: number): object[] {
  const parts = (answer: string) => [
    answer,
    answer.split(' ').slice(0, 7).join(' '),
    'I have not heard of that before.',
  ];
  return Array.from({ length: times }, (_, time) =>
    QUESTIONS.flatMap(([prompt, answer], question) =>
      parts(answer).map((text, less) => ({
        id: `${question}-${less}-${time}`,
        question: { prompt, answer },
        answer: text,
        // Now and then a grade that nobody understands.
        human: time % 3 === 2 ? 1 : 2 - less,
      })),
    ),
  ).flat();
}

const lines = (rows: readonly object[]) => rows.map(it => `${JSON.stringify(it)}\n`).join('');

test('tells figures and findings, and writes the other formats', async () => {
  const { put, run, read, folder } = world();
  const file = put('graded.jsonl', lines(graded(10)));
  const page = `${folder}/page.html`;
  const { code, out, err } = await run(
    'calibrate',
    file,
    '--range',
    '0,2',
    '--out',
    page,
    '--out',
    `${folder}/c.md`,
  );
  expect(code).toBe(0);
  expect(out).toContain('60 of 60 rows are measured');
  expect(out).toMatch(/^kappa {2}.*0\.\d\d \(/m);
  expect(err).toBe('Done (exit 0): 60 of 60 rows are measured.\n');
  expect(read(folder, 'page.html')).toContain('<svg');
  expect(read(folder, 'c.md')).toContain('## Agreement');
});

test('--json has the shape of the schema, the same bytes for any order of the rows', async () => {
  const { put, run } = world();
  const rows = graded(4);
  const one = await run('calibrate', put('one.jsonl', lines(rows)), '--json', '--fit', '--quiet');
  const other = await run(
    'calibrate',
    put('other.jsonl', lines(rows.toReversed())),
    '--json',
    '--fit',
    '--quiet',
  );
  expect(one.err).toBe('');
  const told = JSON.parse(one.out);
  expect(calibrationShape.safeParse(told).error).toBeUndefined();
  const withoutPlaces = (text: string) => text.replace(/ *"place": ".*",\n/g, '');
  expect(withoutPlaces(other.out)).toBe(withoutPlaces(one.out));
});

test('the gate decides the exit code', async () => {
  const { put, run } = world();
  const file = put('graded.jsonl', lines(graded(20)));
  const passed = await run('calibrate', file, '--fail-under', '0.1');
  expect({ code: passed.code, err: passed.err }).toEqual({
    code: 0,
    err: expect.stringContaining('Done (exit 0): Kappa at least 0.1: passed.'),
  });
  const failed = await run('calibrate', file, '--fail-under', '1', '--quiet');
  expect({ code: failed.code, err: failed.err }).toEqual({
    code: 1,
    err: expect.stringContaining('Failed (exit 1): Kappa at least 1: failed.'),
  });
  const few = await run('calibrate', put('few.jsonl', lines(graded(2))), '--fail-under', '0.1');
  expect({ code: few.code, err: few.err }).toEqual({
    code: 3,
    err: expect.stringContaining('12 scored rows tell too little; it takes 30 at least'),
  });
});

test('too few rows without a gate are no failure', async () => {
  const { put, run } = world();
  expect((await run('calibrate', put('few.jsonl', lines(graded(1))))).code).toBe(0);
});

test('a row that is none: exit 3, and the others are measured', async () => {
  const { put, run } = world();
  const file = put('bad.jsonl', `${lines(graded(5))}no JSON\n`);
  const { code, out } = await run('calibrate', file);
  expect(code).toBe(3);
  expect(out).toContain('30 of 31 rows are measured; 1 error');
  expect(out).toMatch(/\nNot measured\n- [\s\S]+:31:\s+The\s+line\s+is\s+not\s+JSON\.\n/);
  expect(JSON.parse((await run('calibrate', file, '--json')).out).unmeasured).toEqual([
    { id: null, question: '', place: `${file}:31`, status: 'error', cause: 'The line is not JSON.' },
  ]);
});

test.each([
  ['graded.csv', 'human', 'abc', 'the text "abc"'],
  ['graded.csv', 'human2', 'n/a', 'the text "n/a"'],
  ['graded.jsonl', 'human', true, 'true'],
  ['graded.jsonl', 'human', '1,000', 'the text "1,000"'],
  ['graded.jsonl', 'human2', 'x', 'the text "x"'],
])('in %s, %s %j is no grade: exit 2, with file, line and remedy', async (name, key, grade, told) => {
  const { put, run } = world();
  const row = { id: 'a', question: 'small/cache', answer: 'Stale data.', human: 1, human2: 1 };
  const rows = [row, { ...row, id: 'b', [key]: grade }];
  const csv = [Object.keys(row), ...rows.map(it => Object.values(it))]
    .map(it => `${it.join(',')}\n`)
    .join('');
  const file = put(name, name.endsWith('.csv') ? csv : lines(rows));
  const place = `${file}:${name.endsWith('.csv') ? 3 : 2}`;
  expect(await run('calibrate', file)).toEqual({
    code: 2,
    out: '',
    err: `mockloop: ${place}: "${key}" must be a number, not ${told}.\nCorrect the grade, or leave it out: a row without one is not measured.\n`,
  });
});

test('a grade with a decimal comma is told with its point', async () => {
  const { put, run } = world();
  const file = put('graded.csv', 'sep=;\nid;question;answer;human\na;small/cache;Stale data.;-1,5\n');
  expect(await run('calibrate', file)).toMatchObject({
    code: 2,
    err: expect.stringContaining(
      `${file}:3: "human" must be a number, not the text "-1,5". With a decimal point it is one: -1.5.\n`,
    ),
  });
});

test.each([
  [['--range', '0,1'], /graded\.jsonl:1, row "0-0-0": the grade 2 is outside the range from 0 to 1/],
  [['--range', '2,0'], /lowest and the highest grade, like 0,5/],
  [['--fail-under', '2'], /a kappa from -1 to 1/],
  [['--out', 'page.pdf'], /Use one of \.txt, \.json, \.md, \.html/],
  [['--map', 'human=grade'], /No row has a grade that a person gave \("grade"\)/],
])('%j: exit 2 and nothing on stdout', async (options, message) => {
  const { put, run } = world();
  const { code, out, err } = await run('calibrate', put('graded.jsonl', lines(graded(2))), ...options);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(message);
});
