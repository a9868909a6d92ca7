/** Whatever a file holds: a bank that validates, or an error of the user's own. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importList } from '../../../src/content/import/import.ts';
import { parseContent } from '../../../src/content/parse.ts';
import { InputError } from '../../../src/model/errors.ts';

/** Pieces that lists of questions are made of, and what could upset them. */
const PIECES = [
  '**Q: What is it?**',
  '**A:**',
  'Q:',
  'A:',
  'Question 3',
  'Answer',
  '1. Why?',
  '2) How?',
  '- [ ] When?',
  '* ',
  '- A: x',
  '- B: y',
  '# ',
  '### ',
  'What is a lock?',
  'Explain it',
  '**',
  '__',
  '`',
  '```',
  '~~~go',
  '<details>',
  '<summary>',
  '</summary>',
  '</details>',
  '<!--',
  '-->',
  '---',
  '===',
  '> ',
  '    ',
  '\t',
  '  ',
  '[x](#y)',
  '[a]: b',
  '![',
  '](',
  '|',
  '| a | b |',
  '|---|---|',
  '&amp;',
  '&#10;',
  '\\',
  ': ',
  '# comment',
  '"',
  "'",
  '{',
  '[',
  ',',
  ';',
  '%',
  '@',
  '!tag',
  '&anchor',
  '*alias',
  '- ',
  '? ',
  '\u0000',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\ufffe',
  '\u202e',
  '😀',
  'â€™',
  'Ã©',
  'โ€ข',
  'ß',
  '什么？',
  'null',
  'true',
  '1e999',
  '~',
  'word',
  '.',
  '?',
  '\r\n',
  '\r',
];
const piece = fc.constantFrom(...PIECES);
const glue = fc.constantFrom('', ' ', '\n', '\n\n', '\n   ');
const text = fc.array(fc.tuple(piece, glue), { maxLength: 40 }).map(it => it.flat().join(''));

async function holds(file: string, bytes: Uint8Array, format: string): Promise<void> {
  try {
    const { yaml, bank, counts } = await importList({ file, bytes, format });
    const { problems, content } = parseContent({ file: 'bank.yaml', bytes: Buffer.from(yaml) });
    expect(problems).toEqual([]);
    expect(counts.questions).toBe(bank.questions.length);
    // What was found is what is read again, to the letter.
    expect(content).toMatchObject({
      id: bank.id,
      title: bank.title,
      questions: bank.questions.map(({ id, prompt, answer }) => ({
        id,
        prompt,
        answer: answer === undefined ? [] : [answer],
      })),
    });
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).message).not.toContain('could not be used');
  }
}

test.each(['md', 'csv', 'json'])(
  'pieces of lists as %s',
  async format => {
    await fc.assert(
      fc.asyncProperty(text, it => holds(`x.${format}`, Buffer.from(it), format)),
      { numRuns: format === 'md' ? 600 : 200 },
    );
  },
  60_000,
);

test.each(['md', 'csv'])(
  'bytes at random as %s',
  async format => {
    const bytes = fc.uint8Array({ maxLength: 120 });
    await fc.assert(
      fc.asyncProperty(bytes, it => holds(`x.${format}`, it, format)),
      { numRuns: 200 },
    );
  },
  60_000,
);

test('any JSON', async () => {
  const named = fc.dictionary(
    fc.constantFrom('question', 'answer', 'type', 'tags', 'minutes', 'id', 'x'),
    fc.jsonValue(),
  );
  const value = fc.oneof(
    fc.jsonValue(),
    fc.array(named),
    fc.record({ questions: fc.array(named) }),
    fc.dictionary(fc.string(), fc.string()),
  );
  await fc.assert(
    fc.asyncProperty(value, it => holds('x.json', Buffer.from(JSON.stringify(it)), 'json')),
    { numRuns: 300 },
  );
}, 60_000);
