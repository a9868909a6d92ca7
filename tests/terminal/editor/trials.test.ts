/** Tests of the code from within the editor, and a file that others may write to. */
import { describe, expect, test } from 'vitest';
import type { EditOptions, Trials } from '../../../src/terminal/editor/port.ts';
import { open, turn } from './world.ts';

const [CTRL_R, CTRL_C, CTRL_D, CTRL_O, UNDO] = ['\x12', '\x03', '\x04', '\x0f', '\x1f'];

/** Trials that end when they are told to. */
function trials(warning: string[] = []) {
  const made = { ran: [] as string[], stopped: 0, end: (_rows: string[]) => {} };
  const tests: Trials = {
    warning,
    run(text) {
      made.ran.push(text);
      const done = new Promise<string[]>(resolve => {
        made.end = resolve;
      });
      return {
        done,
        stop: () => {
          made.stopped++;
          made.end(['Stopped.']);
        },
      };
    },
  };
  return { made, tests };
}

function opened(options: Partial<EditOptions> = {}, warning?: string[]) {
  const { made, tests } = trials(warning);
  return { made, world: open({ tests, ...options }) };
}

const last = async (world: ReturnType<typeof open>) => (await world.screen()).slice(-2).join(' ');

describe('Ctrl-R', () => {
  test('runs what is kept; the clock and the candidate go on; the result stays above the code', async () => {
    const { made, world } = opened();
    await world.send(`code${CTRL_R}`);
    expect(made.ran).toEqual(['code']);
    expect(world.saved.at(-1)).toMatchObject({ text: 'code', flush: true });
    expect(await last(world)).toContain('Running the tests, 0 s.');
    world.clock.pass(3);
    await world.send(' more');
    expect(await last(world)).toContain('Running the tests, 3 s.');
    expect((await world.screen()).at(-2)).toContain('4:57 left');
    made.end(['2 of 3 passed.', '  failed: c']);
    await turn();
    await turn();
    const rows = await world.screen();
    expect(rows.slice(2, 4)).toEqual(['2 of 3 passed.', '  failed: c']);
    expect(rows.at(-1)).toContain('Ctrl-R tests');
    await world.send(CTRL_D);
    expect(await world.done).toMatchObject({ text: 'code more', outcome: 'answered' });
  });

  test('waits while they run', async () => {
    const { made, world } = opened();
    await world.send(`code${CTRL_R}`);
    await world.send(CTRL_R);
    expect(made.ran).toHaveLength(1);
    expect(await last(world)).toContain('They are running');
  });

  test('asks first where there is something to know, once', async () => {
    const { made, world } = opened({}, ['These tests are not ours.', 'Command: x']);
    await world.send(`code${CTRL_R}`);
    expect(made.ran).toEqual([]);
    expect((await world.screen()).slice(2, 4)).toEqual(['These tests are not ours.', 'Command: x']);
    expect(await last(world)).toContain('Run them on your machine?');
    await world.send('n');
    expect(made.ran).toEqual([]);
    await world.send(CTRL_R);
    await world.send('y');
    expect(made.ran).toEqual(['code']);
    made.end(['Done.']);
    await turn();
    await world.send(CTRL_R);
    expect(made.ran).toHaveLength(2);
  });

  test.each(['\r', 'x', CTRL_D, '\x1b[A'])('takes no other key (%j) for a yes', async key => {
    const { made, world } = opened({}, ['Not ours.']);
    await world.send(`code${CTRL_R}`);
    await world.send(key);
    expect(made.ran).toEqual([]);
  });

  test('says why there is nothing to run, and is nothing where words are wanted', async () => {
    const world = open({ tests: 'there is no go here' });
    await world.send(CTRL_R);
    expect(await last(world)).toContain('No tests: there is no go here.');
    const words = open();
    await words.send(`a${CTRL_R}`);
    expect(await last(words)).not.toContain('tests');
    expect(words.saved.at(-1)?.text).toBe('a');
  });

  test('is in the menu', async () => {
    const { made, world } = opened();
    await world.send('code\x1b');
    world.clock.pass(0.1);
    await turn();
    expect(await last(world)).toContain('r run tests');
    await world.send('r');
    expect(made.ran).toEqual(['code']);
  });

  test('prints its result for good in inline mode', async () => {
    const { made, world } = opened({ inline: true });
    await world.send(`code${CTRL_R}`);
    made.end(['All passed.']);
    await turn();
    await world.send('!');
    expect((await world.screen()).slice(2, 4)).toEqual(['All passed.', 'code!']);
  });
});

describe('while tests run', () => {
  test('Ctrl-C stops them, not the interview', async () => {
    const { made, world } = opened();
    await world.send(`code${CTRL_R}`);
    await world.send(CTRL_C);
    await turn();
    expect(made.stopped).toBe(1);
    expect((await world.screen())[2]).toBe('Stopped.');
    await world.send(CTRL_C);
    expect(await last(world)).toContain('Press Ctrl-C again to leave');
  });

  test('the hand-in, a signal and the end of a hard round stop them', async () => {
    for (const end of ['hand in', 'signal', 'clock']) {
      const { made, world } = opened({ budgets: { question: 9, round: 9, hard: true } });
      await world.send(`code${CTRL_R}`);
      if (end === 'hand in') await world.send(CTRL_D);
      if (end === 'signal') world.signals.emit('SIGTERM');
      if (end === 'clock') world.clock.pass(9);
      expect((await world.done).text).toBe('code');
      expect(made.stopped).toBe(1);
    }
  });

  test('their end leaves another editor on the terminal alone', async () => {
    const { made, world } = opened();
    await world.send(`code${CTRL_R}`);
    await world.send(CTRL_O);
    const { written } = world.output;
    made.end(['All passed.']);
    await turn();
    await turn();
    expect(world.output.written).toBe(written);
    world.editors[0]!.close();
    await turn();
    await turn();
    expect((await world.screen())[2]).toBe('All passed.');
  });
});

describe('a file that another program saves', () => {
  /** Each text that is put there is taken over once. */
  function shared(options: Partial<EditOptions> = {}) {
    const there: string[] = [];
    return { there, world: open({ ...options, savedElsewhere: () => there.shift() }) };
  }

  test('counts, within a second, and what was here can be had back', async () => {
    const { there, world } = shared();
    await world.send('mine');
    there.push('theirs');
    world.clock.pass(1);
    await turn();
    expect(world.saved.at(-1)).toMatchObject({ text: 'theirs' });
    expect(await last(world)).toContain('Taken over');
    await world.send(UNDO);
    expect(world.saved.at(-1)).toMatchObject({ text: 'mine' });
  });

  test.each(['x', CTRL_D])('counts before what is done here (%j) is saved over it', async key => {
    const { there, world } = shared();
    await world.send('mine');
    there.push('theirs');
    await world.send(key);
    expect(world.saved.map(it => it.text)).not.toContain('minex');
    expect(world.saved.at(-1)).toMatchObject({ text: 'theirs' });
  });

  test('is what a hard end of the round hands in', async () => {
    const { there, world } = shared({ budgets: { question: 5, round: 5, hard: true } });
    await world.send('mine');
    world.clock.pass(4.5);
    there.push('theirs');
    world.clock.pass(0.5);
    expect(await world.done).toMatchObject({ outcome: 'time-up', text: 'theirs' });
  });
});

test('code as it was given is nothing yet: handing it in is asked about', async () => {
  const world = open({ text: 'package a\n', given: 'package a\n' });
  await world.send(CTRL_D);
  expect(await last(world)).toContain('Nothing is written.');
  await world.send('n');
  await world.send(`x${CTRL_D}`);
  expect(await world.done).toMatchObject({ outcome: 'answered' });
});
