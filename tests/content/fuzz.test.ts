import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildLibrary } from '../../src/content/library.ts';

const BANK = `kind: bank
id: go
aliases: { mutex: [lock, mutual exclusion] }
questions:
  - id: channels
    prompt: "What is in a channel, and why?"
    minutes: 10
    rubric: [technical]
    points:
      - { id: buffer, text: [A ring buffer, "A circular queue: fixed"], weight: 3, cues: [ring] }
    pitfalls:
      - { id: free, text: Channels need no lock, absent: &lock [lock] }
    keywords: [select, { term: park, aliases: *lock }]
    answer: |
      A buffer, two queues
      and a lock.
    followUps:
      - id: full
        prompt: And when it is full?
        when: { missing: [buffer] }
    coding: { language: go, starter: files/a.go }
`;

const SCRAPS = [
  '\t',
  ':',
  ': ',
  '- ',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '|',
  '>',
  '&a ',
  '*a',
  '*lock',
  '!t ',
  '<<: ',
  '\n---\n',
  '#',
  '%',
  '?',
  ',',
  '~',
  '\n',
  '\u0000',
  '\u202e',
  '😀',
  '9e999',
  '  ',
];

/** A place in the file from 0 to 1, how much goes, and what comes instead. */
const edit = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(12), fc.constantFrom('', ...SCRAPS));

function mutated(edits: [number, number, string][]): string {
  return edits.reduce((text, [where, gone, scrap]) => {
    const at = Math.floor(where * text.length);
    return text.slice(0, at) + scrap + text.slice(at + gone);
  }, BANK);
}

describe('mutated banks', () => {
  test('give problems with a place, never an exception', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), edits => {
        const bytes = Buffer.from(mutated(edits));
        const { problems } = buildLibrary([[{ file: 'a.yaml', bytes }]]);
        const lines = bytes.toString('utf8').split('\n').length;
        for (const { line, column, message } of problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(message).toMatch(/^[^\x00-\x1f]+\.$/);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('bytes at random give problems too', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        expect(buildLibrary([[{ file: 'a.yaml', bytes }]]).problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
