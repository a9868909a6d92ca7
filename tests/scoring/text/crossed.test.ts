/** What is true of one of two things and said of the other, and the reverse, turns a comparison round. */
import { describe, expect, test } from 'vitest';
import { readSubmission } from '../../../src/scoring/signals/readings.ts';
import { submission } from '../asking.ts';

const point = (id: string, text: string[]) => ({ id, text, weight: 1, cues: [] });

const asked = {
  prompt: 'How does a canal differ from a railway?',
  points: [
    point('speed', [
      'A canal carries heavy cargo slowly in barges, a railway carries passengers quickly in carriages.',
    ]),
    point('slope', [
      'A canal climbs through locks filled with water, and a railway climbs over gentle gradients of gravel.',
    ]),
    point('winter', ['Ice closes a canal in winter, while a railway suffers from snow on its points.']),
  ],
  answer: [
    'A canal is for heavy barges, needs locks and water, and freezes to ice. A railway is for passengers in carriages, needs gravel and gradients, and fears snow.',
  ],
};

const flagsOf = (answer: string) => readSubmission(submission(answer, asked)).flags;

describe('turned round', () => {
  test.each([
    'A railway carries heavy cargo in barges and climbs through locks. A canal carries passengers in carriages over gravel.',
    'In winter ice closes the railway and its locks. The canal with its carriages suffers from snow and gravel.',
    'On a railway you see barges, locks and ice, on a canal carriages and gravel.',
  ])('%s', answer => {
    const [flag] = flagsOf(answer);
    expect(flag?.kind).toBe('contradiction');
    expect(readSubmission(submission(answer, asked)).coverage.value).toBeLessThan(0.2);
  });
});

describe('notes below the names of the two', () => {
  const canal = 'heavy cargo, barges\n- locks, water\n- ice in winter';
  const railway = 'passengers, carriages\n- gentle gradients, gravel\n- snow';
  const notes = (first: string, second: string) => `Canal\n- ${first}\nRailway\n- ${second}`;
  test('are an answer where they are sorted', () => expect(flagsOf(notes(canal, railway))).toEqual([]));
  test('so are columns of a table', () =>
    expect(
      flagsOf(
        '| | Canal | Railway |\n|---|---|---|\n| carries | heavy cargo, barges | passengers, carriages |\n| climbs | locks, water | gradients, gravel |\n| winter | ice | snow |',
      ),
    ).toEqual([]));
  test.each([
    ['the wrong way round', notes(railway, canal)],
    [
      'at random',
      notes('barges, carriages\n- gravel, locks\n- ice, snow', 'cargo, passengers\n- gradients, water'),
    ],
    ['below one of them', notes(`${canal}\n- ${railway}`, 'points')],
  ])('are bare terms where they are %s', (_, answer) =>
    expect(flagsOf(answer).map(it => it.kind)).toContain('keyword-list'),
  );
});

describe('not turned round', () => {
  test.each([
    'A canal is slow. On a railway run passengers in carriages over gravel, and snow lies on its points. A railway is quick. On a canal there are barges, locks, water and ice.',
    'A canal carries heavy cargo in barges and climbs through locks. A railway carries passengers in carriages over gravel.',
    'Unlike a canal, a railway carries passengers in carriages over gravel. A canal, in contrast to a railway, has barges, locks and ice.',
    'Barges, locks and ice belong to the canal, carriages, gravel and snow to the railway.',
    'A railway has no barges and no locks, nor does ice close it. A canal knows no carriages and no gravel.',
    'Both a canal and a railway can carry cargo and passengers, in barges or carriages.',
    'On a railway ice lies as well. A canal has barges, locks and water, and no snow.',
  ])('%s', answer => expect(flagsOf(answer).filter(it => it.kind === 'contradiction')).toEqual([]));
});
