import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Asked } from '../../../src/model/score.ts';
import { localJudge } from '../../../src/scoring/judges/local.ts';
import { codeBlocks } from '../../../src/scoring/text/code.ts';
import { unwrapped } from '../../../src/scoring/text/unwrapped.ts';

const flat = (text: string) => unwrapped(text, codeBlocks(text));

/** As an editor wraps: as many words as fit into the width. */
function wrap(text: string, width: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1)!;
    if (last !== '' && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join('\n');
}

const word = fc.stringMatching(/^[a-z]{1,9}[,:.]?$/);
const prose = fc.array(word, { minLength: 60, maxLength: 120 }).map(it => `So ${it.join(' ')}`);

describe('a wrapped paragraph', () => {
  test('is one line again, whatever the width', () =>
    fc.assert(
      fc.property(prose, fc.integer({ min: 45, max: 120 }), (text, width) => {
        expect(flat(wrap(text, width))).toBe(text);
      }),
    ));

  test('keeps every offset, with any line ends', () =>
    fc.assert(
      fc.property(prose, fc.constantFrom('\n', '\r\n', '\r'), (text, end) => {
        const wrapped = wrap(text, 72).replaceAll('\n', end);
        const made = flat(wrapped);
        expect(made.length).toBe(wrapped.length);
        for (let at = 0; at < made.length; at++) if (made[at] !== ' ') expect(made[at]).toBe(wrapped[at]);
      }),
    ));
});

describe('lines that were ended on purpose stay', () => {
  test.each([
    ['a list without bullets', 'Fast reads\nSlow writes when it grows\nStale data for a while'],
    ['bullets', '- a lock that is held for the whole of the call to the payment provider\n- a timeout'],
    [
      'a heading',
      '# What it costs us in the end\nMemory, mostly, and the time of whoever has to operate it.',
    ],
    ['a table', '| cost of the first of the two | cost of the second of the two |\n| --- | --- |\n| 1 | 2 |'],
    ['code', 'func main() {\n\tx := 1\n\tfmt.Println(x)\n}'],
    [
      'breaks that Markdown keeps',
      'It takes the lock, and then it copies the element into it\\\nand leaves.',
    ],
    ['paragraphs', 'It takes the lock first.\n\nThen it copies the element.'],
  ])('%s', (_, text) => expect(flat(text)).toBe(text));
});

describe('an answer is judged alike, however wide the window was', () => {
  const asked: Asked = {
    prompt: 'What is in a channel?',
    type: 'technical',
    points: [
      {
        id: 'lock',
        text: ['Its mutex protects the ring buffer and both of the waiting queues.'],
        weight: 1,
        cues: [],
      },
    ],
    pitfalls: [{ id: 'lock-free', text: 'A channel works without any lock at all' }],
    answer: [],
  };
  const judged = (answer: string) =>
    localJudge.judge({ question: 'x', asked, aliases: {}, rubrics: [], answer });

  test('a not reaches what it denies over the end of a line', () => {
    const told = 'There is a common belief about channels, and as far as I have read the code it is not';
    const rest = 'so that its mutex protects the ring buffer and both of the waiting queues of it.';
    expect(judged(`${told}\n${rest}`).points).toEqual(
      judged(`${told} ${rest}`).points.map(it => ({ ...it, evidence: expect.anything() })),
    );
  });

  test('its quotes are its own slices, line breaks and all', () => {
    const answer = wrap(
      'A channel has a few parts. Its mutex protects the ring buffer and both of the waiting queues, so that only one goroutine at a time is in it.',
      61,
    );
    const [point] = judged(answer).points;
    expect(point!.status).toBe('covered');
    for (const { start, end, quote } of point!.evidence) expect(quote).toBe(answer.slice(start, end));
    expect(point!.evidence[0]!.quote).toContain('\n');
  });
});
