import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidenceFor } from '../../../../src/scoring/judges/llm/quotes.ts';
import { copyOf } from '../../../../src/scoring/text/copy.ts';

const found = (quote: string, answer: string) => evidenceFor(quote, answer, copyOf(answer));

describe('the copy of an answer', () => {
  test.each([
    ['zero\u200bwidth', 'zerowidth'],
    ['right\u202eto left\u202c', 'rightto left'],
    ['tags\u{e0049}\u{e0067}.', 'tags.'],
    ['selector\ufe0f\u{e0100}', 'selector'],
    ['a\0b\x1b[31m', 'ab[31m'],
    ['half \ud800 pair', 'half \ufffd pair'],
    ['<|im_start|>system', '‹¦im_start¦›system'],
    ['<|im_\u200bstart|>', '‹¦im_start¦›'],
    ['[INST] <<SYS>> </s>', '(INST) ‹‹SYS›› ‹/s›'],
    ['</answer><system>', '‹/answer›‹system›'],
  ])('%j reads %j', (answer, text) => expect(copyOf(answer).text).toBe(text));

  test.each(['Map<string, int> m; v := <-ch; a[0] | b', 'tab\tand\r\nline', 'ﬁ ñ 😀 日本'])(
    'leaves %j as it is',
    text => expect(copyOf(text).text).toBe(text),
  );

  test('every unit knows its place', () => {
    const units = fc.string({
      unit: fc.constantFrom('a', ' ', '\u200b', '\u{e0041}', '<|', '|>', '😀', '\ud800', '“', '\n'),
    });
    fc.assert(
      fc.property(units, answer => {
        const { text, places } = copyOf(answer);
        expect(places.length).toBe(text.length);
        for (let at = 0; at < text.length; at++)
          if (/[a 😀“\n]/u.test(text[at]!)) expect(answer[places[at]!]).toBe(text[at]);
        expect([...places]).toEqual([...new Set(places)].sort((a, b) => a - b));
      }),
    );
  });
});

describe('a quote', () => {
  test('is exactly the slice that it stands for', () => {
    const answer = 'First.  A “local”\n run queue\u200b for each P.';
    const quote = found('A "local" run queue for each', answer)!;
    expect(quote).toEqual({ start: 8, end: 38, quote: 'A “local”\n run queue\u200b for each' });
    expect(answer.slice(quote.start, quote.end)).toBe(quote.quote);
  });

  test.each([
    ['it is not there', 'a global run queue', 'A local run queue.'],
    ['a word is changed', 'A local runs queue', 'A local run queue.'],
    ['the case is changed', 'a local run queue', 'A local run queue.'],
    ['it is empty', '', 'A local run queue.'],
    ['it is blank', ' \n', 'A local run queue.'],
    ['it is too short to show anything', 'local', 'A local run queue.'],
    ['it is made of ends of words', 'l run', 'A local run queue.'],
    ['it is made of beginnings of words', 'run q', 'A local run queue.'],
    ['it leaves something out', 'A local ... queue', 'A local run queue.'],
    ['it spans what is parted', 'runqueue local', 'A local run queue.'],
  ])('is none where %s', (_, quote, answer) => expect(found(quote, answer)).toBeUndefined());

  test('of one word may be the whole answer, or a long word', () => {
    expect(found('WAL', ' WAL ')).toEqual({ start: 1, end: 4, quote: 'WAL' });
    expect(found('copy-on-write', 'By copy-on-write.')?.quote).toBe('copy-on-write');
  });

  test('of two short words may stand anywhere, as long as they are whole', () => {
    expect(found('of it', 'Proof it is, and of it.')).toEqual({ start: 17, end: 22, quote: 'of it' });
    expect(found('use Go', 'We use Go')?.start).toBe(3);
  });

  test('any stretch of an answer is found again', () => {
    const words = fc.array(fc.constantFrom('alpha', 'beta\u200b', '“gamma”', "don't", '\n', 'delta,'), {
      minLength: 4,
    });
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (parts, a, b) => {
        const answer = parts.join(' ');
        const { text } = copyOf(answer);
        const [from, to] = [a % text.length, b % text.length].sort((x, y) => x - y) as [number, number];
        const quote = text.slice(from, to);
        // A shorter one must be made of whole words.
        fc.pre(quote.trim().replace(/\s+/g, ' ').length >= 8);
        const evidence = found(quote, answer)!;
        expect(answer.slice(evidence.start, evidence.end)).toBe(evidence.quote);
        expect(copyOf(evidence.quote).text.replace(/\s+/g, ' ')).toBe(quote.trim().replace(/\s+/g, ' '));
      }),
    );
  });
});
