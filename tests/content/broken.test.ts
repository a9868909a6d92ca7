import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../src/content/format.ts';
import { buildLibrary } from '../../src/content/library.ts';
import { readCase } from './broken.ts';

const folder = new URL('broken/', import.meta.url);
const cases = readdirSync(folder).filter(name => name.endsWith('.md'));

describe('broken content is told of, with every place', () => {
  test('there are cases', () => expect(cases.length).toBeGreaterThanOrEqual(25));

  test.each(cases)('%s', name => {
    const { files, expected } = readCase(readFileSync(new URL(name, folder), 'utf8'));
    const { problems } = buildLibrary([files]);
    expect(problems.map(formatProblem).join('\n\n')).toBe(expected);
  });
});
