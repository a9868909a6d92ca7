import { expect, test } from 'vitest';
import { Interrupted } from '../../src/model/errors.ts';
import { askProfile } from '../../src/terminal/profile.ts';
import { fakeScreen } from './world.ts';

/** The profile that these lines make, and what was said meanwhile. */
async function told(...lines: string[]) {
  const { screen, input, messages } = fakeScreen();
  input.end(lines.map(it => `${it}\n`).join(''));
  return { profile: await askProfile(screen), said: messages() };
}

test('every answer has its place', async () => {
  const project = ['Order pipeline', 'takes orders', 'designed it', 'p99 halved', 'Go, Kafka'];
  const { profile } = await told(
    'L5',
    'backend engineer',
    '6',
    ' Go ,, SQL',
    ...project,
    'Site',
    '',
    '',
    '',
    '',
    '',
  );
  expect(profile).toEqual({
    kind: 'profile',
    level: 'L5',
    role: 'backend engineer',
    years: 6,
    stack: ['Go', 'SQL'],
    projects: [
      {
        title: 'Order pipeline',
        what: 'takes orders',
        role: 'designed it',
        numbers: ['p99 halved'],
        terms: ['Go', 'Kafka'],
      },
      { title: 'Site', what: 'Site', numbers: [], terms: [] },
    ],
  });
});

test('Enter passes', async () =>
  expect((await told('', '', '', '', '')).profile).toEqual({ kind: 'profile', stack: [], projects: [] }));

test('what cannot be taken is asked for once more', async () => {
  const { profile, said } = await told('L5\u202e', 'L5', '', 'many', '-1', '6', '', '');
  expect(profile).toMatchObject({ level: 'L5', years: 6 });
  expect(said.split('Once more, please.')).toHaveLength(4);
});

test('an end of the input, or a signal, leaves', async () => {
  await expect(told('L5')).rejects.toThrow(Interrupted);
  const { screen, signals, see } = fakeScreen();
  const asking = askProfile(screen);
  await see('The level');
  signals.emit('SIGINT');
  await expect(asking).rejects.toMatchObject({ exitCode: 130 });
});
