import { describe, expect, test } from 'vitest';
import { codeBlocks, commentIn, doesSomething } from '../../../src/scoring/text/code.ts';

describe('where a comment begins', () => {
  test.each([
    ['x := 1 // one', 6],
    ['x = 1  # one', 6],
    ['// all', 0],
    [' * all', 0],
    ['    """All of it."""', 0],
    ['x /* one */', 2],
    ['"http://a.b"', 12],
    ['b.tokens--', 10],
    ['x = 1 -- one', 5],
    ['x := 1', 6],
  ])('%s', (line, at) => expect(commentIn(line)).toBe(at));
});

describe('code does something', () => {
  const does = (body: string) => {
    const text = `\`\`\`\n${body}\n\`\`\``;
    return codeBlocks(text).some(it => doesSomething(text, it));
  };
  test.each([
    'if full {\n\treturn err\n}',
    'for x in xs:\n    take(x)',
    'b.tokens--',
    'n += 1',
    'ch <- x',
    'return end <= start',
    'return Counter(words).most_common(k)',
    'return s[::-1]',
    "return [...s].reverse().join('')",
    'const all = xs => xs.map(double)',
    'SELECT name, count(*) FROM people GROUP BY name',
    'return a+b',
    'merged = dict(a)\nmerged.update(b)\nreturn merged',
    "app.get('/health', (request, reply) => reply.send())",
    'const by = xs.sort((a, b) => a - b);',
  ])('%j', body => expect(does(body)).toBe(true));
  test.each([
    'func f(x int) int {\n\t// if the heap is empty, wait for it\n\treturn x\n}',
    'def f(x):\n    pass',
    'mutex := lock()\nheap = end_time()',
    'print("if a < b then swap")',
    'type Bucket struct{}',
    'return [];',
    'on(() => {})',
    'heap = push(x)  # the heap holds the ends of all that overlap',
    '-- if it is full, wait for it\nlock(x)',
    'steps:\n  - wait\n  - send',
  ])('%j does not', body => expect(does(body)).toBe(false));
});
