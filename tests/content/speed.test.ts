import { describe, expect, test } from 'vitest';
import { buildLibrary } from '../../src/content/library.ts';

/** Milliseconds of the processor to check one file, however busy it is; the best of two, for the first also compiles. */
function timed(text: string): { took: number; problems: number } {
  const run = () => {
    const start = process.cpuUsage();
    const { problems } = buildLibrary([[{ file: 'a.yaml', bytes: Buffer.from(text) }]]);
    const { user, system } = process.cpuUsage(start);
    return { took: (user + system) / 1000, problems: problems.length };
  };
  return [run(), run()].sort((a, b) => a.took - b.took)[0]!;
}

// Bounds are three times what a machine of 2024 with two cores takes, for slower ones and busy ones.
describe('checking content is quick', () => {
  test('5000 questions with prompt and answer take about a second', () => {
    const question = (index: number) =>
      `  - id: q-${index}\n    prompt: How does part ${index} work, and what happens when it does not?\n` +
      `    answer: It takes a request, looks it up under a lock and hands it on; when that fails, it tries ${index} times.\n`;
    const text = `kind: bank\nid: big\nquestions:\n${Array.from({ length: 5000 }, (_, index) => question(index)).join('')}`;
    const { took, problems } = timed(text);
    expect(problems).toBe(0);
    expect(took).toBeLessThan(3000);
  });

  // By growth and not by the clock, which is another on each machine: a look at all keys for each key takes 16 times as long.
  test('a map of four times as many keys takes little more than four times as long', () => {
    const mapOf = (count: number) => {
      const keys = Array.from({ length: count }, (_, index) => `k${index}: ${index}\n`).join('');
      return timed(`kind: bank\nid: big\n${keys}`);
    };
    const [few, many] = [mapOf(5_000), mapOf(20_000)];
    expect([few.problems, many.problems]).toEqual([5_001, 20_001]);
    expect(many.took / few.took).toBeLessThan(8);
  });

  test.each([
    ['brackets', '['.repeat(4e6)],
    ['items', `[${'a,'.repeat(19e5)}]`],
  ])('four megabytes of %s are given up on', (_, text) => {
    const { took, problems } = timed(text);
    expect(problems).toBe(1);
    expect(took).toBeLessThan(5000);
  });
});
