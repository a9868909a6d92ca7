import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { input, resultsOf } from './world.ts';

const results = (text: string | Uint8Array, mapping = {}) => resultsOf([input(text, 'csv', 7)], { mapping });

describe('columns', () => {
  test('may stand in any order, and are told apart by their names', async () => {
    const text = 'answer,candidate,id,question\nReaders may see stale data.,c7,a,small/cache\n';
    expect(await results(text)).toMatchObject([
      { id: 'a', candidate: 'c7', question: 'small/cache', status: 'scored' },
    ]);
  });

  test('may bear other names', async () => {
    const text = 'Reply,"Your\nquestion"\nReaders may see stale data.,small/cache\n';
    const mapping = { answer: 'Reply', question: 'Your\nquestion' };
    expect(await results(text, mapping)).toMatchObject([{ id: null, status: 'scored' }]);
  });

  test('may be separated by semicolons or tabs', async () => {
    for (const separator of [';', '\t']) {
      const text = `id,question,answer\na,small/cache,"Stale data, and memory."\n`;
      const [result] = await results(text.replace(/,(?! )/g, separator));
      expect(result).toMatchObject({ id: 'a', status: 'scored' });
    }
  });

  test.each([
    [',', 'sep=,\r\n'],
    [';', 'sep=;\n'],
    ['|', '\ufeff"sep=|"\r\n'],
    ['\t', 'SEP=\t\n\n'],
  ])('are separated by %j where a line above them says so', async (separator, line) => {
    const text = 'id,question,answer\na,small/cache,Stale data.\nb,small/cash,Stale data.\n';
    const [first, second] = await results(line + text.replaceAll(',', separator));
    expect(first).toMatchObject({ id: 'a', status: 'scored' });
    expect(second).toMatchObject({ id: 'b', status: 'error', line: 4 + (line.split('\n').length - 2) });
  });

  test('may stand below blank lines', async () => {
    const text = '\ufeff\n  \r\nid;question;answer\na;small/cache;Stale data.\nb;small/cash;Stale data.\n';
    expect(await results(text)).toMatchObject([
      { id: 'a', status: 'scored' },
      { id: 'b', status: 'error', line: 5 },
    ]);
  });

  test('hold nothing in rows of separators alone, which are no rows', async () => {
    const text = 'id;question;answer\na;small/cache;Stale data.\n;;\n;;\r\n;; ;\n';
    expect((await results(text)).map(it => it.id)).toEqual(['a']);
  });

  test('may hold a prompt and a reference instead of a question', async () => {
    const text =
      'id,prompt,reference,answer,seconds\na,What does a cache cost?,Readers may see stale data.,Stale data for readers.,30\n';
    expect(await results(text)).toMatchObject(
      [{ status: 'scored', question: /^inline-/ }].map(() => ({ status: 'scored' })),
    );
  });

  test.each([
    [
      'no answers',
      'id,question,Reply\n',
      'No column is named "answer"; there are "id", "question", "Reply".',
    ],
    [
      'nothing that says what they answer',
      'id,answer\n',
      'No column is named "question"; there are "id", "answer".',
    ],
    [
      'carriage returns alone',
      'id,question,answer\rc1,small/cache,Stale data.\r',
      'The lines of the CSV file end in carriage returns alone, so that it is one line.',
    ],
    [
      'carriage returns alone, and rows that have something in common',
      'id,question,answer\rc1,small/cache,Stale data.\rc2,small/cache,Nothing.\r',
      'The lines of the CSV file end in carriage returns alone, so that it is one line.',
    ],
    [
      'two bytes a letter',
      Buffer.from('\ufeffid,question,answer\n', 'utf16le').toString('latin1'),
      'The first line of the CSV file holds zero bytes, as in UTF-16.',
    ],
    ['one name twice', 'answer,question,answer\n', 'Two columns are named "answer".'],
    ['no names', 'a"b,c\n', 'The first line of the CSV file does not name its columns.'],
  ])('with %s end the run', async (_what, text, message) => {
    await expect(results(text)).rejects.toMatchObject({ name: 'InputError', message });
  });
});

test('a row with a question has no prompt beside it, in columns of whatever names', async () => {
  const text =
    'Item,Words,answer\nsmall/cache,,Stale data.\n,Why?,Stale data.\nsmall/cache,What does a cache cost?,Stale data.\n';
  const told = await results(text, { question: 'Item', prompt: 'Words' });
  expect(told.map(it => it.cause ?? it.status)).toEqual([
    'scored',
    'scored',
    'The row has "Item" and "Words": leave out "Words", or "Item".',
  ]);
});

describe('a bad row', () => {
  const HEAD = 'id,question,answer\n';
  const BEFORE = 'before,small/cache,Stale data.\n';
  const AFTER = 'after,small/cache,Stale data.\n';

  test.each([
    ['too few fields', 'a,b\n', 'The row has 2 fields for 3 columns.'],
    ['too many fields', 'a,b,c,d\n', 'The row has 4 fields for 3 columns.'],
    [
      'a quote within a field',
      'a,small/cache,5" disk\n',
      'The row is not CSV: quotes stand around a whole field, and are doubled within.',
    ],
    [
      'text behind a quoted field',
      'a,small/cache,"x"y\n',
      'The row is not CSV: quotes stand around a whole field, and are doubled within.',
    ],
    ['a quote never closed', 'a,small/cache,"x\n', 'A quote is opened on this line and never closed.'],
    ['an unknown question', 'a,nope,x\n', 'There is no question "nope".'],
  ])('with %s is one error with its line', async (_what, bad, cause) => {
    const told = await results(`${HEAD}${BEFORE}${bad}${AFTER}`);
    expect(told.map(it => [it.status, it.line ?? null])).toEqual([
      ['scored', null],
      ['error', 3],
      ['scored', null],
    ]);
    expect(told[1]!.cause).toBe(cause);
  });

  test.each([
    [
      'is no CSV',
      'a,small/cache,"open\nb,small/cache,"fine"\n',
      'The row is not CSV: quotes stand around a whole field, and are doubled within.',
    ],
    [
      'has other columns',
      'a,small/cache,"open\nb,small/cache,","more"\n',
      'The row has 4 fields for 3 columns.',
    ],
  ])('that a quote makes of several lines and that %s names them all', async (_what, bad, cause) => {
    const told = await results(`${HEAD}${BEFORE}${bad}${AFTER}`);
    expect(told.map(it => [it.id, it.line ?? null])).toEqual([
      ['before', null],
      [null, 3],
      ['after', null],
    ]);
    expect(told[1]!.cause).toBe(`${cause} It takes lines 3 to 4: is a quote there never closed?`);
  });

  test('behind a row of several lines is told with the line of the file', async () => {
    const told = await results(`${HEAD}a,small/cache,"one\ntwo\nthree"\n\nb,c\n`);
    expect(told.map(it => it.line ?? null)).toEqual([null, 6]);
  });
});

test('a file with a byte order mark and CRLF is fine', async () => {
  const text = '\ufeffid,question,answer\r\na,small/cache,"Stale\r\ndata."\r\n\r\n';
  expect(await results(text)).toMatchObject([{ id: 'a', status: 'scored' }]);
});

test('what is written as RFC 4180 says is read as it was', async () => {
  const texts = fc.array(
    fc.string({ unit: fc.constantFrom('a', ' ', '"', ',', ';', '\n', '\r\n', 'é', '😀') }),
    {
      minLength: 1,
      maxLength: 5,
    },
  );
  await fc.assert(
    fc.asyncProperty(texts, async answers => {
      const lines = answers.map((answer, at) => `r${at},small/cache,"${answer.replaceAll('"', '""')}"`);
      const [json, csv] = [
        answers.map((answer, at) => JSON.stringify({ id: `r${at}`, question: 'small/cache', answer })),
        ['id,question,answer', ...lines],
      ].map(it => `${it.join('\n')}\n`);
      expect(await results(csv!)).toEqual(await resultsOf([input(json!)]));
    }),
    { numRuns: 50 },
  );
});
