import { describe, expect, test } from 'vitest';
import { nearest } from '../../src/content/nearest.ts';

describe('the nearest known name', () => {
  test.each([
    ['promt', ['prompt', 'points'], 'prompt'],
    ['Prompt', ['prompt'], 'prompt'],
    ['competency', ['competencies', 'levels'], 'competencies'],
    ['scheduler', ['gmp-scheduler', 'channels'], 'gmp-scheduler'],
    ['technical-rubric', ['technical', 'star'], 'technical'],
  ])('%s is near', (name, known, meant) => expect(nearest(name, known)).toBe(meant));

  test.each([
    ['colour', ['prompt', 'levels']],
    ['5', ['1', '2', '3']],
    ['ab', ['abcdef', 'xabyyy']],
    ['pool', ['go-worker-pool', 'thread-pool-size']],
    ['x'.repeat(65), ['x'.repeat(64)]],
    ['anything', []],
  ])('nothing is near %s', (name, known) => expect(nearest(name, known)).toBeUndefined());
});
