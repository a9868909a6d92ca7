import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isIn, markedAnswer, type Part } from '../../../src/reports/html/marked-answer.ts';
import { evidence } from '../building.ts';

const ANSWER = 'I cut the scope & told <them> why.';

const part = (sign: string, ...quotes: string[]): Part => ({
  id: `c${sign}`,
  sign,
  title: `Part ${sign}`,
  evidence: quotes.map(it => evidence(ANSWER, it)),
});

const plain = (source: string) =>
  source
    .replaceAll(/<sup>.*?<\/sup>|<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

describe('a marked answer', () => {
  test('marks words, names their place and links them to their part', () => {
    expect(markedAnswer(ANSWER, [part('1', 'cut the scope')]).source).toBe(
      '<div class="answer">I <span id="c1-e1"></span><mark class="line-1-1">cut the scope</mark>' +
        '<sup><a class="sign part-1" href="#c1" aria-label="1 proves Part 1">1</a></sup> &amp; told &lt;them&gt; why.</div>',
    );
  });

  test('puts a line for each part under words that prove several', () => {
    const { source } = markedAnswer(ANSWER, [
      part('1', 'cut the scope & told'),
      part('2', 'scope & told <them>'),
    ]);
    expect([...source.matchAll(/<mark class="([^"]*)">([^<]*)/g)].map(it => it.slice(1))).toEqual([
      ['line-1-1', 'cut the '],
      ['line-1-1 line-2-2', 'scope &amp; told'],
      ['line-1-2', ' &lt;them&gt;'],
    ]);
  });

  test('without parts is the text', () =>
    expect(markedAnswer(ANSWER, []).source).toBe(
      '<div class="answer">I cut the scope &amp; told &lt;them&gt; why.</div>',
    ));

  test('holds the whole answer, however evidence overlaps', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', '<', '&', '"', 'é', '\n'),
      minLength: 1,
      maxLength: 60,
    });
    const cut = fc.tuple(fc.nat(60), fc.nat(60));
    fc.assert(
      fc.property(text, fc.array(fc.array(cut, { maxLength: 4 }), { maxLength: 9 }), (answer, cuts) => {
        const parts = cuts.map((some, index) => ({
          id: `c${index}`,
          sign: String(index),
          title: 't',
          evidence: some
            .map(([a, b]) => ({
              start: Math.min(a, b),
              end: Math.max(a, b),
              quote: answer.slice(Math.min(a, b), Math.max(a, b)),
            }))
            .filter(it => isIn(answer, it)),
        }));
        const { source } = markedAnswer(answer, parts);
        expect(plain(source)).toBe(answer);
        expect(source.match(/<sup>/g)?.length ?? 0).toBe(parts.flatMap(it => it.evidence).length);
      }),
    );
  });
});

describe('evidence is in an answer', () => {
  test('where the slice is the quote', () =>
    expect(isIn('abc', { start: 1, end: 2, quote: 'b' })).toBe(true));

  test.each([
    { start: 1, end: 2, quote: 'c' },
    { start: 2, end: 2, quote: '' },
    { start: -2, end: -1, quote: 'b' },
    { start: 1, end: 9, quote: 'bc' },
  ])('not %j', it => expect(isIn('abc', it)).toBe(false));
});
