import { expect, test } from 'vitest';
import { passagesOf } from '../../src/model/prose.ts';

const told = (text: string) => passagesOf(text).map(({ kind, text: body }) => `${kind}: ${body}`);

test('a paragraph is one line, whatever margin it was written at', () =>
  expect(told('One thought\nover two lines.\n\n\nAnother.\r\nAnd more.\n')).toEqual([
    'prose: One thought over two lines.',
    'prose: Another. And more.',
  ]));

test('fenced code stays as it stands, with the language of its fence', () => {
  const [before, code, after] = passagesOf('First:\n```go\nfunc f() {\n\n\tg()\n}\n```\nThen.');
  expect(before).toMatchObject({ kind: 'prose', text: 'First:' });
  expect(code).toEqual({ kind: 'code', text: 'func f() {\n\n\tg()\n}', language: 'go' });
  expect(after).toMatchObject({ kind: 'prose', text: 'Then.' });
});

test('what is laid out with spaces is code, fenced or not', () =>
  expect(told('It says:\n\n    a := 1\n    b := 2')).toEqual([
    'prose: It says:',
    'code:     a := 1\n    b := 2',
  ]));

test('a fence that is never closed loses nothing', () =>
  expect(told('Here:\n```\nx\n')).toEqual(['prose: Here:', 'code: x\n']));

test('nothing makes no passage', () => expect(passagesOf(' \n\n')).toEqual([]));
