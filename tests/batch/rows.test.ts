import { describe, expect, test } from 'vitest';
import { MAX_ROW } from '../../src/batch/records.ts';
import { input, resultsOf, row } from './world.ts';

const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** What is wrong, the line, and what is said of it. */
const BAD: readonly (readonly [what: string, line: string | Buffer, cause: string])[] = [
  ['what is not JSON', '{"id": "a"', 'The line is not JSON.'],
  ['a text', '"answer"', 'The line must be a JSON object, not the text "answer".'],
  ['a list', '[1]', 'The line must be a JSON object, not a list.'],
  ['null', 'null', 'The line must be a JSON object, not nothing.'],
  ['no question', '{"answer": "x"}', 'The row has no "question".'],
  ['no answer', '{"question": "small/cache"}', 'The row has no "answer".'],
  [
    'an answer misspelt',
    '{"question": "small/cache", "anwser": "x"}',
    'The row has no "answer". Is it "anwser"? Say so with --map answer=anwser.',
  ],
  ['a number as an answer', row({ answer: 3 }), '"answer" must be a text, not the number 3.'],
  ['null as an answer', row({ answer: null }), '"answer" must be a text, not null.'],
  [
    'an id that no number keeps',
    '{"id": 12345678901234567890, "question": "small/cache", "answer": "x"}',
    '"id" has more digits than a number keeps: write it as a text, in quotes.',
  ],
  ['a list as an id', row({ id: ['a'] }), '"id" must be a text, not a list.'],
  ['negative seconds', row({ seconds: -1 }), '"seconds" must be a number of 0 or more, not the number -1.'],
  ['a list as a candidate', row({ candidate: [] }), '"candidate" must be a text, not a list.'],
  ['NUL in an answer', row({ answer: 'a\0b' }), '"answer" holds a NUL character.'],
  ['a raw NUL', '{"id": "a\0"}', 'The line is not JSON.'],
  ['bytes that are no UTF-8', Buffer.from('{"id": "\xff"}', 'latin1'), 'The row is not UTF-8 text.'],
  [
    'an unknown question',
    row({ question: 'small/cash' }),
    'There is no question "small/cash". Did you mean "small/cache"?',
  ],
  [
    'an unknown question without its bank',
    row({ question: 'deplooy' }),
    'There is no question "deplooy". Did you mean "deploy"?',
  ],
  [
    'a question and a prompt',
    row({ prompt: 'Why?' }),
    'The row has "question" and "prompt": leave out "prompt", or "question".',
  ],
  [
    'a question of its own and a prompt with its reference',
    row({ question: { prompt: 'Why?' }, prompt: 'Why?', reference: 'So.' }),
    'The row has "question" and "prompt" and "reference": leave out "prompt" and "reference", or "question".',
  ],
  [
    'a question and a reference',
    row({ reference: 'So.' }),
    'The row has "question" and "reference": leave out "reference", or write "prompt" in place of "question".',
  ],
  [
    'an inline question without a prompt',
    row({ question: { answer: 'x' } }),
    'The question: The key "prompt" is missing; it must be text.',
  ],
  [
    'an inline question with a strange key',
    row({ question: { prompt: 'Why?', awnser: 'x' } }),
    'The question: There is no key "awnser" here. Did you mean "answer"?',
  ],
  [
    'an inline question with code',
    row({ question: { prompt: 'Why?', answer: 'x', coding: {} } }),
    'The question: There is no key "coding" here. The keys here: id, prompt, type, minutes, difficulty, levels, competencies, principles, rubric, points, pitfalls, keywords, outline, lookFor, reading, related, answer, hints, followUps.',
  ],
  [
    'an inline question with an unknown rubric',
    row({ question: { prompt: 'Why?', answer: 'x', rubric: 'starr' } }),
    'There is no rubric "starr". Did you mean "star"?',
  ],
  [
    'an inline question nested deep',
    `{"question": {"prompt": "Why?", "followUps": ${deep(100_000)}}, "answer": "x"}`,
    "The question's lists and maps are nested more than 24 deep.",
  ],
];

describe('a bad row', () => {
  test.each(BAD)(
    '%s is one error with its line, and the rows after it are judged',
    async (_what, line, cause) => {
      const before = Buffer.from(row({ id: 'before' }));
      const lines = [before, Buffer.from(line as string), Buffer.from(`\n${row({ id: 'after' })}`)];
      const results = (await resultsOf([input(Buffer.concat(lines))])).filter(
        it => it.id !== null || it.line,
      );
      expect(results.map(it => it.status)).toEqual(['scored', 'error', 'scored']);
      expect(results[1]).toMatchObject({ cause, line: 2, file: 'answers.jsonl', score: null, judge: null });
    },
  );

  test('of 300 MB is one error, and holds no memory', async () => {
    async function* blocks() {
      yield Buffer.from(row({ id: 'before' }));
      const block = Buffer.alloc(MAX_ROW, 'x');
      for (let count = 0; count < 300; count++) yield block;
      yield Buffer.from(`\n${row({ id: 'after' })}`);
    }
    const before = process.memoryUsage().rss;
    const results = await resultsOf([{ file: '-', format: 'jsonl', blocks }]);
    expect(results.map(it => [it.status, it.line ?? null])).toEqual([
      ['scored', null],
      ['error', 2],
      ['scored', null],
    ]);
    expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(100);
  });
});

describe('a row is fine', () => {
  test('behind a byte order mark, with CRLF, and among blank lines', async () => {
    const text = `\ufeff${row({ id: 'a' }).trim()}\r\n\r\n  \n${row({ id: 'b' }).trim()}\r\n`;
    expect((await resultsOf([input(text, 'jsonl', 5)])).map(it => [it.id, it.status])).toEqual([
      ['a', 'scored'],
      ['b', 'scored'],
    ]);
  });

  test('with an empty answer, which cannot be assessed', async () => {
    const [result] = await resultsOf([input(row({ answer: '' }))]);
    expect(result).toMatchObject({ status: 'cannot-assess', score: null, cause: 'The answer is empty.' });
  });

  test('with a number as its id, and what is null left out', async () => {
    const [result] = await resultsOf([input(row({ id: 7, candidate: null, group: 'g' }))]);
    expect(result).toMatchObject({ id: '7', group: 'g', status: 'scored' });
    expect(result).not.toHaveProperty('candidate');
  });

  test('for a follow-up, which is judged by its own points', async () => {
    const [result] = await resultsOf([input(row({ question: 'small/deploy/rollback' }))]);
    expect(result!.points.map(it => it.id)).toEqual(['back']);
  });

  test('with a question of its own, named by its id or by what it holds', async () => {
    const question = { prompt: 'What does a cache cost?', answer: 'Readers may see stale data.' };
    const [named, unnamed, prompted] = await resultsOf([
      input(
        row({ question: { ...question, id: 'mine' } }) +
          row({ question }) +
          row({ question: undefined, prompt: question.prompt, reference: question.answer }),
      ),
    ]);
    expect(named).toMatchObject({ question: 'mine', status: 'scored' });
    expect(unnamed!.question).toMatch(/^inline-[0-9a-f]{8}$/);
    expect(prompted).toEqual(unnamed);
  });
});

describe('keys are told apart from others', () => {
  test('by a mapping', async () => {
    const text = `${JSON.stringify({ nr: 1, item: 'small/cache', reply: 'Readers may see stale data.' })}\n`;
    const mapping = { id: 'nr', question: 'item', answer: 'reply' };
    const [result] = await resultsOf([input(text)], { mapping });
    expect(result).toMatchObject({ id: '1', question: 'small/cache', status: 'scored' });
  });
});

describe('a line of a result', () => {
  test('has its keys in one order, the hash of its input last', async () => {
    const [result] = await resultsOf([input(row({ candidate: 'c', group: 'g' }))]);
    expect(Object.keys(result!).join(' ')).toBe(
      'id question candidate group status score level criteria points pitfalls keywords flags judge input',
    );
  });

  test('has another hash when anything of the row changes', async () => {
    const rows = [
      row(),
      row({ id: 'b' }),
      row({ answer: 'Other words.' }),
      row({ candidate: 'c' }),
      row({ group: 'c' }),
      row({ seconds: 60 }),
      row({ question: 'small/deploy' }),
    ];
    const results = await resultsOf([input(rows.join(''))]);
    expect(new Set(results.map(it => it.input)).size).toBe(rows.length);
  });
});
