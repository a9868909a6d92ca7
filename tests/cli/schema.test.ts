import { expect, test } from 'vitest';
import { world } from './world.ts';

test.each([
  'bank',
  'loop',
  'rubric',
  'profile',
  'pack',
  'pack-debrief',
  'answers',
  'result',
  'cohort',
  'calibration',
  'report',
  'cards',
  'progress',
  'review',
  'stories',
])('%s', async name => {
  const { code, out, err } = await world().run('schema', name);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(JSON.parse(out)).toMatchObject({ $schema: expect.stringContaining('json-schema.org') });
});

test('the schema of a bank knows its keys', async () => {
  const { out } = await world().run('schema', 'bank');
  expect(out).toContain('followUps');
});

test.each(['banks', '../package', 'constructor'])('%s is none: exit 2 with those there are', async name => {
  const { code, out, err } = await world().run('schema', name);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(
    'bank, loop, rubric, profile, pack, pack-debrief, answers, result, cohort, calibration, report, cards, progress, review, stories',
  );
});
