import { describe, expect, test } from 'vitest';
import { open, pasted, turn } from './world.ts';

const ESC = '\x1b';
const CTRL_C = '\x03';
const CTRL_D = '\x04';
const CTRL_O = '\x0f';
const CTRL_P = '\x10';
const CTRL_G = '\x07';
const CTRL_T = '\x14';
const CTRL_Z = '\x1a';

/** Waits for a lone Esc to be told from a sequence. */
async function pressEsc(world: ReturnType<typeof open>) {
  await world.send(ESC);
  world.clock.pass(0.1);
  await turn();
}

const LONG_HEAD = ['Title', ...Array.from({ length: 30 }, (_, i) => `line ${i}`)];

describe('reading a question too long for the window', () => {
  test('comes before the answer, which begins with whatever is typed', async () => {
    const world = open({ head: LONG_HEAD }, { rows: 12 });
    await world.send('');
    const rows = await world.screen();
    expect(rows.slice(0, 10)).toEqual(LONG_HEAD.slice(0, 10));
    expect(rows.slice(10)).toEqual([
      'Question 5:00 left · Round 10:00 left · 0 words · saved',
      'Type to answer · ↑ ↓ scroll · Ctrl-D hand in',
    ]);
    await world.send('words');
    expect((await world.screen())[7]).toBe('words');
    await world.send(CTRL_D);
    expect((await world.done).text).toBe('words');
  });

  test('scrolls by rows and pages, from end to end and no further', async () => {
    const world = open({ head: LONG_HEAD }, { rows: 12 });
    const first = async (key: string) => {
      await world.send(`${ESC}[${key}`);
      return (await world.screen())[0];
    };
    expect(await first('A')).toBe('Title');
    expect(await first('B')).toBe('line 0');
    expect(await first('6~')).toBe('line 9');
    expect(await first('F')).toBe('line 20');
    expect(await first('B')).toBe('line 20');
    expect(await first('A')).toBe('line 19');
    expect(await first('5~')).toBe('line 10');
    expect(await first('H')).toBe('Title');
  });

  test.each([
    ['Ctrl-G', CTRL_G],
    ['Enter', '\r'],
  ])('is left with %s, which is not typed, and comes back', async (_name, key) => {
    const world = open({ head: LONG_HEAD, text: 'text' }, { rows: 12 });
    await world.send(`${ESC}[B${key}`);
    expect(await world.screen()).toContain('text');
    await world.send(CTRL_G);
    expect((await world.screen())[0]).toBe('Title');
    await world.send(CTRL_D);
    expect((await world.done).text).toBe('text');
  });

  test('holds the hints, too, and keeps the clock running', async () => {
    const hint = `Think of ${Array.from({ length: 60 }, (_, i) => `step ${i}`).join(', ')}.`;
    const world = open({ hints: [hint] }, { rows: 10 });
    await world.send(CTRL_T);
    const middle = async () => (await world.screen()).join(' ').includes('step 30,');
    expect(await middle()).toBe(false);
    await world.send(CTRL_G);
    expect(await middle()).toBe(true);
    world.clock.pass(3);
    expect((await world.screen()).at(-2)).toContain('Question 4:57 left');
  });

  test('is not asked for where all of it is in view', async () => {
    const world = open();
    await world.send('');
    expect((await world.screen()).at(-1)).toMatch(/^Ctrl-D hand in/);
  });
});

describe('writing an answer', () => {
  test('shows the question, the answer and the clocks', async () => {
    const world = open();
    await world.send('Once, at work');
    const rows = await world.screen();
    expect(rows[0]).toBe('Question 1 of 2');
    expect(rows[1]).toBe('Tell me about a time you failed.');
    expect(rows[3]).toBe('Once, at work');
    expect(rows.at(-2)).toBe('Question 5:00 left · Round 10:00 left · 3 words · saved');
    expect(rows.at(-1)).toBe('Ctrl-D hand in · Esc menu · Ctrl-T hint · Ctrl-P pause');
    expect(await world.cursor()).toEqual({ row: 3, column: 13 });
  });

  test('is handed in with Ctrl-D', async () => {
    const world = open();
    await world.send('one\rtwo');
    world.clock.pass(12);
    await world.send(CTRL_D);
    expect(await world.done).toEqual({
      text: 'one\ntwo',
      seconds: 12,
      outcome: 'answered',
      hints: [],
      paused: 0,
    });
  });

  test('is handed in with Alt-Enter', async () => {
    const world = open();
    await world.send(`text${ESC}\r`);
    expect(await world.done).toMatchObject({ text: 'text', outcome: 'answered' });
  });

  test('takes Shift-Enter and Ctrl-Enter as Enter, however they are sent', async () => {
    const world = open();
    await world.send(`a${ESC}[13;2ub${ESC}[27;5;13~c${ESC}[13;5ud${CTRL_D}`);
    expect((await world.done).text).toBe('a\nb\nc\nd');
  });

  test('asks once before an empty answer is handed in', async () => {
    const world = open();
    await world.send(`  ${CTRL_D}`);
    expect((await world.screen()).slice(-2)).toEqual([
      'Nothing is written. Hand in an empty answer? Ctrl-D or y:',
      'yes. Any other key: write on.',
    ]);
    await world.send(CTRL_D);
    expect(await world.done).toMatchObject({ text: '  ', outcome: 'answered' });
  });

  test('goes on after that question with whatever is typed', async () => {
    const world = open();
    await world.send(CTRL_D);
    await world.send('but');
    await world.send(CTRL_D);
    expect((await world.done).text).toBe('but');
  });

  test('goes on with a draft, its text and its time', async () => {
    const world = open({ text: 'so far', elapsed: 60.5 });
    expect(world.saved[0]).toEqual({ text: 'so far', seconds: 60.5, flush: true });
    await world.send('!');
    expect((await world.screen()).at(-2)).toContain('Question 4:00 left');
    world.clock.pass(10);
    await world.send(CTRL_D);
    expect(await world.done).toMatchObject({ text: 'so far!', seconds: 70.5 });
  });

  test('keeps 100 KB pasted in random chunks exactly, and quickly', async () => {
    const text = Array.from(
      { length: 1_700 },
      (_, i) => `${i}: zürich 東京 👩‍👩‍👧 e\u0301\tend of it, or not ${'x'.repeat(i % 40)}`,
    ).join('\n');
    const bytes = Buffer.from(pasted(text));
    expect(bytes.length).toBeGreaterThan(100_000);
    const world = open();
    const start = performance.now();
    for (let at = 0, i = 0; at < bytes.length; i++) {
      const size = 1 + ((i * 7919) % 1_500);
      world.input.emit('data', bytes.subarray(at, at + size));
      if (i % 3 === 0) await turn();
      at += size;
    }
    await world.send(CTRL_D);
    expect((await world.done).text).toBe(text);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test('takes a paste that the terminal does not mark, and quickly', async () => {
    const world = open();
    const start = performance.now();
    await world.send(`${'line\r'.repeat(25_000)}${CTRL_D}`);
    expect((await world.done).text).toBe('line\n'.repeat(25_000));
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test('keeps what is typed after a paste in its place', async () => {
    const world = open();
    await world.send(`ab${ESC}[D`);
    await world.send(pasted('1\r\n2'));
    await world.send(`${ESC}[F!${CTRL_D}`);
    expect((await world.done).text).toBe('a1\n2b!');
  });

  test('undoes by words', async () => {
    const world = open();
    for (const char of 'one two') await world.send(char);
    await world.send('\x1f');
    await world.send(CTRL_D);
    expect((await world.done).text).toBe('one');
  });

  test('draws all anew after the window changed its size', async () => {
    const world = open();
    await world.send('a text that is longer than the window will be');
    Object.assign(world.output, { columns: 24, rows: 10, written: '\x1b[?1049h' });
    world.output.emit('resize');
    await turn();
    const rows = await world.screen();
    expect(rows.slice(4, 8)).toEqual(['a text that is longer', 'than the window will', 'be', '']);
    expect(rows.every(row => row.length < 24)).toBe(true);
    expect(rows[0]).toBe('Question 1 of 2');
  });

  test.each([
    [1, ['c']],
    [3, ['a', 'b', 'c']],
    [4, ['a', 'b', 'c', 'Question 5:00 left · Round 10:00 left · 3 words · saved']],
  ])('gives the answer what there is in a window of %i rows', async (rows, expected) => {
    const world = open({ text: 'a\nb\nc' }, { rows });
    await world.send(CTRL_G);
    expect(await world.screen()).toEqual(expected);
  });

  test('shortens a question too long for the window, and keeps three rows for the answer', async () => {
    const world = open({ head: LONG_HEAD, text: 'a\nb\nc' }, { rows: 12 });
    await world.send(CTRL_G);
    const rows = await world.screen();
    expect(rows.slice(0, 3)).toEqual(['line 0', 'line 1', 'line 2']);
    expect(rows).toContain('… (Ctrl-G shows all of it)');
    expect(rows.slice(7, 10)).toEqual(['a', 'b', 'c']);
  });

  test('scrolls with the cursor', async () => {
    const world = open({}, { rows: 10 });
    await world.send(Array.from({ length: 30 }, (_, i) => `row ${i}`).join('\r'));
    expect((await world.screen()).slice(3, 8)).toEqual(['row 25', 'row 26', 'row 27', 'row 28', 'row 29']);
    await world.send(`${ESC}[1;5H`);
    expect((await world.screen()).slice(3, 5)).toEqual(['row 0', 'row 1']);
    expect(await world.cursor()).toEqual({ row: 3, column: 0 });
  });
});

describe('a disk that keeps nothing', () => {
  const failing = (code: string) => () => {
    throw Object.assign(new Error(`${code}: the system's words`), { code });
  };
  const full = failing('ENOSPC');

  test('lets no answer be handed in as if it were kept', async () => {
    let isFull = true;
    const world = open({ save: () => isFull && full() });
    await world.send('a long answer');
    await world.send('\x04');
    expect((await world.screen()).join(' ')).toContain('Not saved, so not handed in.');
    isFull = false;
    await world.send('\x04');
    expect(await world.done).toMatchObject({ outcome: 'answered', text: 'a long answer' });
  });

  test('that has room again takes back what it said, with the first save', async () => {
    let isFull = true;
    const world = open({ save: () => isFull && full() });
    await world.send('text');
    await world.send(CTRL_D);
    isFull = false;
    world.clock.pass(1);
    const rows = await world.screen();
    expect(rows.at(-2)).toMatch(/· saved$/);
    expect(rows.at(-1)).toMatch(/^Ctrl-D hand in/);
    // That another key leaves was said with it, and is asked anew.
    await world.send(CTRL_C);
    expect((await world.screen()).at(-1)).toContain('Press Ctrl-C again to leave');
  });

  test.each([
    ['ENOSPC', 'Not saved, so not handed in. Make room, or copy it; Ctrl-C twice drops it.'],
    ['ENOENT', 'Not saved, so not handed in: its folder is gone. Copy it, then Ctrl-C twice.'],
    ['EACCES', 'Not saved, so not handed in. Copy it elsewhere; Ctrl-C twice drops it.'],
  ])('for %s says what helps, in one row', async (code, told) => {
    const world = open({ save: failing(code) }, { columns: 80 });
    await world.send('text');
    await world.send(CTRL_D);
    expect((await world.screen()).at(-1)).toBe(told);
  });

  test('is never said to have saved, and can still be left', async () => {
    const world = open({ save: full });
    await world.send('text');
    await world.send('\x03');
    expect((await world.screen()).join(' ')).not.toContain('Saved.');
    await world.send('\x03');
    expect(await world.done).toMatchObject({ outcome: 'left', signal: 2 });
  });
});

describe('keeping it', () => {
  test('saves before it draws, once for each burst', async () => {
    const world = open();
    await turn();
    world.events.length = 0;
    world.input.emit('data', Buffer.from('ab'));
    world.input.emit('data', Buffer.from('cd'));
    await turn();
    expect(world.events).toEqual(['save', 'write']);
    expect(world.saved.at(-1)).toEqual({ text: 'abcd', seconds: 0, flush: false });
  });

  test('saves the time every second, and to the disk every five', async () => {
    const world = open();
    world.events.length = 0;
    world.clock.pass(10);
    const saves = world.events.filter(it => it !== 'write');
    expect(saves).toEqual(['save', 'save', 'save', 'save', 'flush', 'save', 'save', 'save', 'save', 'flush']);
    expect(world.saved.at(-1)!.seconds).toBe(10);
  });

  test('does not save again for a cursor that moved', async () => {
    const world = open();
    await world.send('ab');
    const count = world.saved.length;
    await world.send(`${ESC}[D`);
    expect(world.saved.length).toBe(count);
  });

  test('says so when it cannot save, goes on, and tries again', async () => {
    let full = true;
    const world = open({
      save: () => {
        if (full) throw new Error('no space left');
      },
    });
    await world.send('a');
    expect((await world.screen()).at(-2)).toMatch(/^NOT SAVED: no space left · Question/);
    full = false;
    world.clock.pass(1);
    expect((await world.screen()).at(-2)).toMatch(/saved$/);
    await world.send(CTRL_D);
    expect((await world.done).text).toBe('a');
  });

  test('ends with a flush of the last text', async () => {
    const world = open();
    world.input.emit('data', Buffer.from(`last words${CTRL_D}`));
    await world.done;
    expect(world.saved.at(-1)).toEqual({ text: 'last words', seconds: 0, flush: true });
  });
});

describe('the clocks', () => {
  test('mark a soft end and let finish', async () => {
    const world = open({ budgets: { question: 60, round: 90, hard: false } });
    world.clock.pass(102);
    expect((await world.screen()).at(-2)).toMatch(/^Question \+0:42 over · Round \+0:12 over/);
    await world.send(`late${CTRL_D}`);
    expect(await world.done).toMatchObject({ text: 'late', outcome: 'answered', seconds: 102 });
  });

  test('leave out that of the round in another try, which takes nothing from it', async () => {
    const world = open({ beside: true });
    world.clock.pass(3);
    expect((await world.screen()).at(-2)).toBe('Another try 4:57 left · the round waits · 0 words · saved');
  });

  test('another try can be dropped, and says what counts then', async () => {
    const world = open({ beside: true });
    await world.send(CTRL_D);
    expect((await world.screen()).slice(-3).join(' ')).toContain(
      'Nothing is written. Drop this try and go on? The answer before it counts.',
    );
    await world.send('no');
    await world.send(ESC);
    world.clock.pass(0.1);
    await turn();
    expect((await world.screen()).join('\n')).toContain('s drop this try');
    await world.send('s');
    expect((await world.screen()).join('\n')).toContain('The answer before it counts.');
    await world.send('y');
    expect(await world.done).toMatchObject({ outcome: 'skipped' });
  });

  test('hand in at a hard end of the round, a paste in progress included', async () => {
    const world = open({ budgets: { question: 10, round: 30, hard: true }, elapsed: 5 });
    world.clock.pass(23);
    await world.send(`typed ${ESC}[200~half of a pas`);
    world.clock.pass(1.9);
    await turn();
    expect(world.input.raw).toBe(true);
    world.clock.pass(0.1);
    expect(await world.done).toMatchObject({ text: 'typed half of a pas', outcome: 'time-up', seconds: 30 });
    expect(world.saved.at(-1)).toEqual({ text: 'typed half of a pas', seconds: 30, flush: true });
  });

  test('hand in on a fraction of a second', async () => {
    const world = open({ budgets: { question: 10, round: 2.5, hard: true } });
    world.clock.pass(2.6);
    expect((await world.done).seconds).toBe(2.5);
  });

  test('stand still in a pause, which any key ends without being typed', async () => {
    const world = open();
    world.clock.pass(3);
    await world.send(CTRL_P);
    expect((await world.screen()).at(-1)).toMatch(/^Paused/);
    expect(world.clock.waiting).toBe(0);
    world.clock.pass(100);
    await world.send('x');
    world.clock.pass(2);
    await world.send(`y${CTRL_D}`);
    expect(await world.done).toMatchObject({ text: 'y', seconds: 5, paused: 100 });
  });

  test('leave out what the machine slept', async () => {
    const world = open();
    world.clock.pass(3);
    world.clock.sleep(3_600);
    world.clock.pass(1);
    await world.send(`a${CTRL_D}`);
    expect(await world.done).toMatchObject({ seconds: 5 });
  });

  test('count a tick that is a little late in full', async () => {
    const world = open();
    world.clock.sleep(5.5);
    await world.send(`a${CTRL_D}`);
    expect(await world.done).toMatchObject({ seconds: 5.5 });
  });
});

describe('hints and the menu', () => {
  test('Ctrl-T shows one hint after the other, and then says that there are no more', async () => {
    const world = open();
    await world.send(CTRL_T);
    expect(await world.screen()).toContain('Hint 1 of 2: Think of numbers.');
    await world.send(CTRL_T);
    expect(await world.screen()).toContain('Hint 2 of 2: What changed?');
    await world.send(CTRL_T);
    expect((await world.screen()).at(-1)).toBe('That was the last hint.');
    await world.send(`a${CTRL_D}`);
    expect((await world.done).hints).toEqual(['Think of numbers.', 'What changed?']);
  });

  test('Esc opens the menu and closes it', async () => {
    const world = open();
    await pressEsc(world);
    expect((await world.screen()).slice(-2)).toEqual([
      'd hand in · t hint · g reread · p pause · s skip · o editor',
      'q quit · Esc back',
    ]);
    await pressEsc(world);
    expect((await world.screen()).at(-1)).toMatch(/^Ctrl-D hand in/);
  });

  test('the menu hands in when it is sure', async () => {
    const world = open({ text: 'text' });
    await pressEsc(world);
    await world.send('d');
    expect((await world.screen()).at(-1)).toMatch(/^Hand in\?/);
    await world.send('y');
    expect(await world.done).toMatchObject({ text: 'text', outcome: 'answered' });
  });

  test('the menu skips, after asking when there is a text', async () => {
    const world = open({ text: 'text' });
    await pressEsc(world);
    await world.send('s');
    await world.send('n');
    await pressEsc(world);
    await world.send('s');
    await world.send('y');
    expect(await world.done).toMatchObject({ text: 'text', outcome: 'skipped' });
  });

  test('the menu skips an empty answer at once', async () => {
    const world = open();
    await pressEsc(world);
    await world.send('s');
    expect((await world.done).outcome).toBe('skipped');
  });

  test('the menu quits without a signal', async () => {
    const world = open({ text: 'text' });
    await pressEsc(world);
    await world.send('q');
    const edited = await world.done;
    expect(edited).toMatchObject({ text: 'text', outcome: 'left' });
    expect(edited.signal).toBeUndefined();
  });

  test('a paste or another letter in the menu goes to the text', async () => {
    const world = open();
    await pressEsc(world);
    await world.send(pasted('q'));
    await pressEsc(world);
    await world.send('x');
    await world.send(CTRL_D);
    expect((await world.done).text).toBe('qx');
  });
});

describe('leaving', () => {
  test('Ctrl-C saves and asks, twice leaves', async () => {
    const world = open();
    await world.send(`a${CTRL_C}`);
    expect(world.saved.at(-1)).toMatchObject({ text: 'a', flush: true });
    expect((await world.screen()).at(-1)).toBe('Saved. Press Ctrl-C again to leave; you can resume.');
    await world.send(CTRL_C);
    expect(await world.done).toMatchObject({ text: 'a', outcome: 'left', signal: 2 });
  });

  test('a key between two Ctrl-C means to stay', async () => {
    const world = open();
    await world.send(CTRL_C);
    await world.send('b');
    await world.send(CTRL_C);
    await world.send(`c${CTRL_D}`);
    expect(await world.done).toMatchObject({ text: 'bc', outcome: 'answered' });
  });

  test.each([
    ['SIGHUP', 1],
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ])('%s saves and leaves', async (name, number) => {
    const world = open();
    world.input.emit('data', Buffer.from('kept'));
    world.signals.emit(name);
    expect(await world.done).toMatchObject({ text: 'kept', outcome: 'left', signal: number });
    expect(world.saved.at(-1)).toMatchObject({ text: 'kept', flush: true });
  });

  test.each(['end', 'error'])('%s of the input leaves as a hangup does', async event => {
    const world = open();
    world.input.emit('data', Buffer.from('kept'));
    world.input.emit(event, new Error('EIO'));
    expect(await world.done).toMatchObject({ text: 'kept', outcome: 'left', signal: 1 });
  });

  test('a window closed while the editor opens leaves, and no timer goes on', async () => {
    const world = open({}, { gone: true });
    expect(await world.done).toMatchObject({ outcome: 'left', signal: 1 });
    expect(world.clock.waiting).toBe(0);
  });

  test.each([false, true])('an error of the output leaves, and writes no more (inline: %s)', async inline => {
    const world = open({ inline });
    await world.send('kept');
    const { written } = world.output;
    world.output.emit('error', new Error('EPIPE'));
    expect(await world.done).toMatchObject({ text: 'kept', outcome: 'left', signal: 1 });
    expect(world.output.written).toBe(written);
  });

  test('puts the terminal back and leaves no listener and no timer', async () => {
    const world = open();
    expect(world.input.raw).toBe(true);
    await world.send(`text${CTRL_D}`);
    await world.done;
    expect(world.input).toMatchObject({ raw: false, flowing: false });
    for (const emitter of [world.input, world.output, world.signals])
      expect(emitter.eventNames()).toEqual([]);
    expect(world.clock.waiting).toBe(0);
    expect(world.output.written).toMatch(/\x1b\[\?2004l.*\x1b\[\?25h\x1b\[\?1049l$/);
  });

  test('goes through one end only', async () => {
    const world = open();
    world.input.emit('data', Buffer.from(`text${CTRL_D}`));
    const count = world.saved.length;
    world.signals.emit('SIGTERM');
    world.input.emit('end');
    expect((await world.done).outcome).toBe('answered');
    expect(world.saved.length).toBe(count);
  });
});

describe('Ctrl-Z', () => {
  test('gives the terminal back, and comes back with all drawn and no time lost', async () => {
    const world = open();
    await world.send('before');
    world.clock.pass(2);
    await world.send(CTRL_Z);
    expect(world.signals.suspended).toBe(1);
    expect(world.input.raw).toBe(false);
    expect(world.output.written.endsWith('\x1b[?1049l')).toBe(true);
    world.output.written = 'shell$ fg';
    world.clock.pass(4);
    world.signals.emit('SIGCONT');
    await turn();
    expect(world.input.raw).toBe(true);
    expect((await world.screen())[3]).toBe('before');
    await world.send(` after${CTRL_D}`);
    expect(await world.done).toMatchObject({ text: 'before after', seconds: 2 });
  });

  test('is not needed for a stop from outside to be survived', async () => {
    const world = open();
    await world.send('text');
    world.output.written = '';
    world.signals.emit('SIGCONT');
    expect((await world.screen())[3]).toBe('text');
  });
});

describe('an editor of the candidate’s own', () => {
  test('gets the terminal and the text, and gives its text back', async () => {
    const world = open();
    await world.send(`draft${CTRL_O}`);
    expect(world.editors[0]!.text).toBe('draft');
    expect(world.input).toMatchObject({ raw: false, flowing: false });
    const { written } = world.output;
    world.editors[0]!.text = 'better\r\ndraft';
    world.clock.pass(1);
    expect(world.saved.at(-1)).toMatchObject({ text: 'better\ndraft', seconds: 1 });
    expect(world.output.written).toBe(written);
    world.editors[0]!.text = 'best draft';
    world.editors[0]!.close();
    await turn();
    await turn();
    expect(world.input).toMatchObject({ raw: true, flowing: true });
    expect((await world.screen())[3]).toBe('best draft');
    await world.send(CTRL_D);
    expect((await world.done).text).toBe('best draft');
  });

  test('that empties the file is told, with the way back; one that was given nothing is not', async () => {
    const world = open();
    const comeBackEmpty = async () => {
      await world.send(CTRL_O);
      world.editors.at(-1)!.text = '';
      world.editors.at(-1)!.close();
      await turn();
      await turn();
    };
    await comeBackEmpty();
    expect((await world.screen()).join('\n')).not.toContain('came back empty');
    await world.send('draft');
    await comeBackEmpty();
    expect((await world.screen()).at(-1)).toBe('The file came back empty. Ctrl-_ brings back what you had.');
    await world.send('\x1f');
    expect((await world.screen())[3]).toBe('draft');
  });

  test('is not disturbed by Ctrl-C', async () => {
    const world = open();
    await world.send(CTRL_O);
    world.signals.emit('SIGINT');
    world.editors[0]!.text = 'written';
    world.editors[0]!.close();
    await turn();
    await world.send(CTRL_D);
    expect(await world.done).toMatchObject({ text: 'written', outcome: 'answered' });
  });

  test('is ended by a hard end of the round, with what was saved in it', async () => {
    const world = open({ budgets: { question: 10, round: 10, hard: true } });
    await world.send(CTRL_O);
    world.editors[0]!.text = 'saved there';
    world.clock.pass(10);
    expect(await world.done).toMatchObject({ text: 'saved there', outcome: 'time-up' });
    expect(world.editors[0]!.stopped).toBe(true);
    expect(world.input.eventNames()).toEqual([]);
  });

  test('loses nothing that was saved in it when a signal ends the answer', async () => {
    const world = open();
    await world.send(CTRL_O);
    world.editors[0]!.text = 'just saved';
    world.signals.emit('SIGTERM');
    expect(await world.done).toMatchObject({ text: 'just saved', outcome: 'left', signal: 15 });
    expect(world.saved.at(-1)).toMatchObject({ text: 'just saved', flush: true });
  });

  test('that cannot be opened is told, and the text stays', async () => {
    const world = open({
      openEditor: () => {
        throw new Error('no room for the file');
      },
    });
    await world.send(`text${CTRL_O}`);
    await turn();
    expect((await world.screen()).at(-1)).toBe('no room for the file');
    await world.send(CTRL_D);
    expect((await world.done).text).toBe('text');
  });
});

test('code that was given is none of the candidate’s words', async () => {
  const given = 'func get() int {\n\treturn 0\n}\n';
  const world = open({ given, text: given });
  await world.send('');
  expect((await world.screen()).join('\n')).toContain(' 0 words ');
  await world.send('// two words');
  expect((await world.screen()).join('\n')).toContain(' 3 words ');
});

describe('inline', () => {
  test('prints the question once and redraws its own rows only', async () => {
    const world = open({ inline: true });
    await world.send('one\rtwo');
    await world.send('\x7f\x7f\x7f\x7f');
    expect((await world.screen()).slice(0, 6)).toEqual([
      'Question 1 of 2',
      'Tell me about a time you failed.',
      'one',
      'Question 5 min left · Round 10 min left · 1 word · saved',
      'Ctrl-D hand in · Esc menu · Ctrl-T hint · Ctrl-P pause',
      '',
    ]);
    expect(await world.cursor()).toEqual({ row: 2, column: 3 });
    expect(world.output.written).not.toContain('\x1b[?1049h');
  });

  test('says nothing while only seconds pass', async () => {
    const world = open({ inline: true, budgets: { question: 330, round: 630, hard: false } });
    await world.send('text');
    const { written } = world.output;
    world.clock.pass(20);
    expect(world.output.written).toBe(written);
  });

  test('says again with Ctrl-G what was asked, hints included', async () => {
    const world = open({ inline: true });
    await world.send(`text${CTRL_T}`);
    await world.send(CTRL_G);
    expect((await world.screen()).slice(0, 7)).toEqual([
      'Question 1 of 2',
      'Tell me about a time you failed.',
      'Hint 1 of 2: Think of numbers.',
      'Question 1 of 2',
      'Tell me about a time you failed.',
      'Hint 1 of 2: Think of numbers.',
      'text',
    ]);
  });

  test('prints a hint above the answer for good', async () => {
    const world = open({ inline: true });
    await world.send(`text${CTRL_T}`);
    await world.send('!');
    expect((await world.screen()).slice(2, 4)).toEqual(['Hint 1 of 2: Think of numbers.', 'text!']);
  });

  test('takes its rows away at the end', async () => {
    const world = open({ inline: true });
    await world.send(`a\rb\rc${CTRL_D}`);
    await world.done;
    expect((await world.screen()).slice(1, 3)).toEqual(['Tell me about a time you failed.', '']);
    expect(await world.cursor()).toEqual({ row: 2, column: 0 });
  });
});

describe('speed', () => {
  test('a key is echoed within a few milliseconds in a text of 5 KB', async () => {
    const world = open({ text: 'words of many a kind, zürich and 東京 '.repeat(140).slice(0, 5_000) });
    await world.send('');
    const times: number[] = [];
    for (let i = 0; i < 200; i++) {
      const start = performance.now();
      await world.send(String.fromCharCode(97 + (i % 26)));
      times.push(performance.now() - start);
    }
    const median = times.sort((a, b) => a - b)[100]!;
    // Measured: well under 1 ms. The bound is wide for busy machines.
    expect(median).toBeLessThan(10);
  });
});
