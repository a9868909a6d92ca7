import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../src/content/format.ts';
import { parseProfile, profileText, STARTER } from '../../src/content/profile.ts';
import type { Profile } from '../../src/model/profile.ts';
import { readCase } from './broken.ts';

const parsed = (text: string) => parseProfile('profile.yaml', Buffer.from(text));

describe('a broken profile is told of, with every place', () => {
  const folder = new URL('broken-profile/', import.meta.url);

  test.each(readdirSync(folder))('%s', name => {
    const { files, expected } = readCase(readFileSync(new URL(name, folder), 'utf8'));
    const read = parseProfile(files[0]!.file, files[0]!.bytes);
    const told = 'problems' in read ? read.problems.map(formatProblem).join('\n\n') : 'none';
    expect(told).toBe(expected);
  });
});

describe('the starter', () => {
  test('as it is says nothing', () =>
    expect(parsed(STARTER)).toEqual({ profile: { kind: 'profile', stack: [], projects: [] } }));

  test('with the marks of its examples taken away says all that there is to say', () => {
    const said = STARTER.replace(/^# (?=(?:level|role|years|stack|projects):| )/gm, '');
    expect(parsed(said)).toEqual({
      profile: {
        kind: 'profile',
        level: 'L5',
        role: 'backend engineer',
        years: 6,
        stack: ['Go', 'PostgreSQL', 'Kafka'],
        projects: [
          {
            title: 'Order pipeline',
            what: 'takes orders from the shop to the warehouse',
            role: 'designed it, and led three people',
            numbers: ['p99 from 900 ms to 120 ms'],
            terms: ['Go', 'Kafka', 'idempotency'],
          },
        ],
      },
    });
  });

  test('fits a window of 80 columns', () =>
    expect(Math.max(...STARTER.split('\n').map(it => it.length))).toBeLessThan(80));
});

test('whatever is written can be read again, and is the same', () => {
  const line = (most: number) =>
    fc.string({ minLength: 1, maxLength: most, unit: 'grapheme-ascii' }).filter(it => it.trim() !== '');
  const project = fc.record(
    {
      title: line(80),
      what: line(300),
      role: line(300),
      numbers: fc.array(line(40), { maxLength: 3 }),
      terms: fc.array(line(20), { maxLength: 3 }),
    },
    { requiredKeys: ['title', 'what', 'numbers', 'terms'] },
  );
  const profile: fc.Arbitrary<Profile> = fc.record(
    {
      kind: fc.constant('profile' as const),
      level: line(10),
      role: line(80),
      years: fc.integer({ min: 0, max: 70 }),
      stack: fc.array(line(20), { maxLength: 4 }),
      projects: fc.array(project, { maxLength: 3 }),
    },
    { requiredKeys: ['kind', 'stack', 'projects'] },
  );
  fc.assert(
    fc.property(profile, it => {
      expect(parsed(profileText(it))).toEqual({ profile: it });
    }),
  );
});
