import { expect, test } from 'vitest';
import { input, resultsOf } from './world.ts';

const results = (text: string, mapping = {}) => resultsOf([input(text, 'markdown')], { mapping });

test('a file is one row: keys in front, the answer behind', async () => {
  const text =
    '---\nquestion: small/cache\ncandidate: c7\n---\n\nReaders may see stale data.\n\n- and more\n';
  const [result] = await results(text);
  expect(result).toMatchObject({ id: 'of-the-file', candidate: 'c7', status: 'scored' });
  const [{ start, quote } = { start: 0, quote: '' }] = result!.points[0]!.evidence;
  expect('Readers may see stale data.\n\n- and more'.slice(start, start + quote.length)).toBe(quote);
});

test('its question may stand in it', async () => {
  const text =
    '---\nid: mine\nquestion: { prompt: What does a cache cost?, answer: Stale data. }\n---\nStale data.';
  expect(await results(text)).toMatchObject([{ id: 'mine', status: 'scored' }]);
});

test('an id of figures stays as it was written', async () => {
  const id = async (written: string) =>
    (await results(`---\nquestion: small/cache\nid: ${written}\n---\nStale data.`))[0]!.id;
  expect([await id('007'), await id('1.50 # of two'), await id('42')]).toEqual(['007', '1.50', '42']);
});

test('its answer may stand in the front matter when nothing stands below it', async () => {
  const head = '---\nquestion: small/cache\nanswer: Readers may see stale data.\n---\n';
  const [result] = await results(head);
  expect(result).toMatchObject({ id: 'of-the-file', status: 'scored' });
});

test('its text is the answer, however that key is named', async () => {
  const text = '---\nquestion: small/cache\n---\nReaders may see stale data.';
  const [result] = await results(text, { answer: 'Reply', id: 'Nr' });
  expect(result).toMatchObject({ id: 'of-the-file', status: 'scored' });
});

const EMPTY =
  'The file is empty: it must begin with front matter between two lines of ---, such as `question: bank/question`, and the answer stands below.';

test.each([
  ['nothing', '', EMPTY],
  ['blank lines', '\n  \r\n\n', EMPTY],
  [
    'no front matter',
    'Readers may see stale data.',
    'The file does not begin with front matter between two lines of ---.',
  ],
  [
    'one that never ends',
    '---\nquestion: small/cache\n',
    'The file does not begin with front matter between two lines of ---.',
  ],
  ['broken YAML', '---\nid: a\nid: b\n---\nx', 'Front matter, line 3: '],
  ['a list', '---\n- a\n---\nx', 'The front matter must be a map, such as `question: bank/question`.'],
  [
    'an answer in both places',
    '---\nquestion: small/cache\nanswer: a\n---\nb',
    'The front matter has "answer", and a text stands below it: only one can be the answer.',
  ],
  ['no question', '---\nid: a\n---\nx', 'The row has no "question".'],
])('%s is one error', async (_what, text, cause) => {
  const [result] = await results(text);
  expect(result).toMatchObject({ status: 'error', file: 'answers.markdown', line: 1 });
  expect(result!.cause).toContain(cause);
});
