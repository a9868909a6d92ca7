import { expect, test } from 'vitest';
import { readMarkdown } from '../../../src/content/import/markdown.ts';
import { tangledLine } from '../../../src/content/import/tangled.ts';

const many = (unit: string, count: number) => unit.repeat(count);

test.each([
  ['lazy lines of a quotation', `Why?\n\n> ${many('a\n', 20_000)}`, 3],
  ['lazy lines of a list', `- ${many('a\n', 20_000)}`, 1],
  ['links that end nowhere', `## Why?\n${many('[a](', 20_000)}`, 1],
  ['emphasis', `Why?\n\n\n${many('*a_ ', 10_000)}`, 4],
  ['comments', many('a <!-- ', 20_000), 1],
  ['numbers that begin nothing', `a\n${many('2. [a](\n', 20_000)}`, 1],
  ['many paragraphs', many(`${many('[a](', 1_000)}\n\n`, 200), 201],
])('is told without being parsed: %s', (_, text, line) => {
  const began = performance.now();
  expect(() => readMarkdown('list.md', text)).toThrow(`see line ${line}.`);
  expect(performance.now() - began).toBeLessThan(1_000);
});

test.each([
  ['a list', many('- **[What is it?](https://x.example/a_b)**\n', 50_000)],
  ['a numbered list', Array.from({ length: 50_000 }, (_, at) => `${at + 3}. **What is it?**\n`).join('')],
  ['questions line by line', many('What is it, and why?\n', 100_000)],
  ['marked ones', many('**Q: What is it?**\nA: It is `a` lock.\n', 2_000)],
  ['answers as quotations', many('## What?\n\n> It is *this*.\n> And that.\n\n', 50_000)],
  ['a table', many('| **What?** | [It](https://x.example) |\n', 1_500)],
])('an honest list is none: %s', (_, text) => expect(tangledLine(text)).toBeUndefined());
