import { describe, expect, test } from 'vitest';
import { unitsOf } from '../../../src/scoring/text/sentences.ts';

const split = (text: string) => unitsOf(text).map(it => text.slice(it.start, it.end));
const kinds = (text: string) => unitsOf(text).map(it => it.kind);

test('sentences end at stops', () =>
  expect(split('It waits. Then it runs! Why? Because.')).toEqual([
    'It waits.',
    'Then it runs!',
    'Why?',
    'Because.',
  ]));

test('also where no capital follows', () =>
  expect(split('it waits. then it runs')).toEqual(['it waits.', 'then it runs']));

test('abbreviations, decimals and identifiers end nothing', () =>
  expect(split('Use a cache, e.g. Redis, with v1.24 and wg.Wait within 1.5 s.')).toHaveLength(1));

test('a single letter may end a sentence', () =>
  expect(split('It is handed to another P. The M sleeps.')).toHaveLength(2));

test('wrapped lines are one sentence', () =>
  expect(split('The scheduler gives every P a queue of its own, so that\nno lock is needed.')).toHaveLength(
    1,
  ));

test('short lines without stops are sentences of their own', () =>
  expect(split('G is a goroutine\nM is a thread\nP is the right to run')).toHaveLength(3));

test('rows of a table are lines of their own, however wide', () => {
  const rows = [
    'tri-colour marking | white is unreached, grey is waiting, black is scanned',
    'write barrier | it runs',
  ];
  expect(split(`| ${rows.join(' |\n| ')} |`)).toEqual(rows.map(it => `| ${it} |`));
});

describe('lists', () => {
  const text = '- a pool of workers\n- a queue\n  with a bound\n1. first\n2) second';
  test('have items without their bullets', () =>
    expect(split(text)).toEqual(['a pool of workers', 'a queue\n  with a bound', 'first', 'second']));
  test('are told apart from prose', () =>
    expect(kinds(`Two parts:\n${text}`).slice(0, 2)).toEqual(['sentence', 'item']));
});

test('headings stand alone', () => expect(kinds('## Cost\nIt is high.')).toEqual(['heading', 'sentence']));

test('code is not read as sentences', () =>
  expect(kinds('I write it so:\n```go\nfor {\n  x := <-c\n}\n```\nThat is all.')).toEqual([
    'sentence',
    'code',
    'sentence',
  ]));

test('code is found without fences', () =>
  expect(kinds('I write:\n\nfunc f() {\n\treturn\n}\n\nThat is all.')).toEqual([
    'sentence',
    'code',
    'sentence',
  ]));

test('carriage returns change nothing but the offsets', () =>
  expect(split('One thing.\r\n\r\n- two\r\n- three')).toEqual(['One thing.', 'two', 'three']));
