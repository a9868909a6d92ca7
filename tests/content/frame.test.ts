import { describe, expect, test } from 'vitest';
import { frameOf } from '../../src/content/frame.ts';
import { sourceOf } from '../../src/content/source.ts';

const frame = (text: string, marked: string) => {
  const at = text.indexOf(marked);
  return frameOf(sourceOf('a.yaml', text), [at, at + marked.length]);
};

describe('a frame', () => {
  test('has the line before, the line, and a marker under the whole place', () => {
    expect(frame('one: 1\ntwo: 2\nthree: 3', 'two')).toBe('  1 | one: 1\n> 2 | two: 2\n    | ^^^');
  });

  test('marks no further than the end of the line', () => {
    expect(frame('- a\n- b\n', 'a\n- b')).toBe('> 1 | - a\n    |   ^');
  });

  test('keeps the marker in place after wide characters and escapes', () => {
    expect(frame('漢字\x01: bad', 'bad')).toBe('> 1 | 漢字\\u0001: bad\n    |             ^^^');
  });

  test('cuts a long line on both sides of the place', () => {
    const [line, marker] = frame(`${'a'.repeat(500)}HERE${'b'.repeat(500)}`, 'HERE').split('\n');
    expect(line!.length).toBeLessThan(110);
    expect(line!.slice(marker!.indexOf('^')).startsWith('HERE')).toBe(true);
  });

  test('marks one column at the end of the file', () => {
    expect(frameOf(sourceOf('a.yaml', 'a: b'), [4, 4])).toBe('> 1 | a: b\n    |     ^');
  });
});
