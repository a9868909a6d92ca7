/** Signals and lost terminals in the editor, in a menu, in a break: kept, restored, and the exit code says which. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventually, type Place, place } from './place.ts';
import { KEY, mockloop, type Terminal } from './terminal.ts';

const ONE = ['practice', '--question', 'small/cache', '--mode', 'coach'];

async function inEditor(at: Place, text: string): Promise<Terminal> {
  const screen = mockloop(at, ...ONE);
  await screen.choose('Begin');
  await screen.asked('What does a cache cost you?');
  await screen.type(text);
  await screen.see(text);
  return screen;
}

async function expectRestored(screen: Terminal, code: number): Promise<void> {
  expect(await screen.end()).toEqual({ code, mode: 'isig icanon echo' });
  expect(screen.isAlternate()).toBe(false);
  expect(screen.isCursorShown()).toBe(true);
  expect(screen.modes.bracketedPasteMode).toBe(false);
  expect(screen.modes.wraparoundMode).toBe(true);
}

describe('in the editor', () => {
  test.each([
    ['SIGHUP', 129],
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends with %i', async (signal, code) => {
    const at = place();
    const screen = await inEditor(at, 'Stale data.');
    process.kill(at.holder(), signal);
    await expectRestored(screen, code);
    expect(screen.text()).toContain(`mockloop resume ${at.sessions()[0]}`);
    expect(JSON.parse(at.kept('draft.json'))).toMatchObject({ key: 'small/cache', text: 'Stale data.' });

    const again = mockloop(at, 'resume');
    await again.asked('Stale data.');
    await again.type(KEY.handIn);
    await again.choose('Go on');
  });

  test('Ctrl-C twice ends with 130, once with nothing', async () => {
    const at = place();
    const screen = await inEditor(at, 'Stale data.');
    await screen.type(KEY.interrupt);
    await screen.see('Press Ctrl-C again to leave');
    await screen.type(KEY.interrupt);
    await expectRestored(screen, 130);
    expect(JSON.parse(at.kept('draft.json')).text).toBe('Stale data.');
  });

  test('q in the menu leaves in peace', async () => {
    const at = place();
    const screen = await inEditor(at, 'Stale data.');
    await screen.type(KEY.escape);
    await screen.see('q quit');
    await screen.type('q');
    await expectRestored(screen, 0);
    expect(screen.text()).toContain('mockloop resume');
  });
});

describe('elsewhere', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s at a menu', async (signal, code) => {
    const at = place();
    const screen = mockloop(at, ...ONE);
    await screen.see('❯ Begin');
    process.kill(at.holder(), signal);
    await expectRestored(screen, code);
    const again = mockloop(at, 'resume');
    await again.choose('Begin');
  });

  test.each([
    ['Ctrl-C', KEY.interrupt],
    ['Ctrl-D', KEY.handIn],
  ])('%s at a menu ends with 130 and says how to go on', async (_name, key) => {
    const at = place();
    const screen = mockloop(at, ...ONE);
    await screen.see('❯ Begin');
    await screen.type(key);
    await expectRestored(screen, 130);
    expect(screen.text()).toContain('mockloop resume');
  });

  test('Ctrl-C in the break ends with 130, and the next round follows', async () => {
    const at = place();
    const screen = mockloop(at, 'practice', 'small', '--mode', 'real', '--scale', '0.1');
    await screen.choose('Begin');
    for (const prompt of ['How do you bring', 'What does a cache cost', 'What would you like']) {
      await screen.asked(prompt);
      await screen.type(KEY.escape);
      await screen.see('s skip');
      await screen.type('s');
    }
    await screen.see('Break: ');
    await screen.type(KEY.interrupt);
    await expectRestored(screen, 130);
    const again = mockloop(at, 'resume');
    await again.see('Break: ');
    await again.type(KEY.enter);
    await again.choose('Begin');
    await again.asked('Tell me about a mistake');
  });
});

describe('a window that is closed', () => {
  test('over the editor keeps the draft', async () => {
    const at = place();
    const screen = await inEditor(at, 'Stale data.');
    screen.close();
    await expectGone(at);
    expect(JSON.parse(at.kept('draft.json')).text).toBe('Stale data.');
    expect(at.journal().at(-1)).toMatchObject({ type: 'left', draft: { text: 'Stale data.' } });
  });

  test('over a menu ends the interview in order', async () => {
    const at = place();
    const screen = mockloop(at, ...ONE);
    await screen.see('❯ Begin');
    screen.close();
    await expectGone(at);
    const again = mockloop(at, 'resume');
    await again.choose('Begin');
  });
});

/** The lock is given back at the very end; a crash would leave it. */
function expectGone(at: Place): Promise<void> {
  return eventually(
    () => !existsSync(join(at.data, 'sessions', at.sessions()[0]!, 'lock')),
    'the lock to be given back',
  );
}
