/** Coding at a terminal, with a workshop that holds one file in memory. */
import { describe, expect, test } from 'vitest';
import type { Coding } from '../../src/model/content.ts';
import type { Mode } from '../../src/model/session.ts';
import type { TestRun } from '../../src/model/test-run.ts';
import { interviewer } from '../../src/terminal/interviewer.ts';
import { plainCandidate } from '../../src/terminal/plain.ts';
import type { CodeWork, Tests, Workshop } from '../../src/terminal/workshop.ts';
import { answered, ask, planned, plannedRound, question, testRun } from '../reports/building.ts';
import { turn } from './editor/world.ts';
import { COACH, fakeScreen, roomWith } from './world.ts';

const CODING: Coding = { language: 'go', files: { starter: 'package max\n', tests: 'package max\n' } };
const ROUND = plannedRound('go', { questions: [planned('go/max', question('max', { coding: CODING }))] });
const ASKED = ask('go', 'go/max', [], { prompt: 'Write Max.' });
const HANDED_IN = ask('go', 'go/max', [answered('return a')]);

interface Fake {
  workshop: Workshop;
  file: { text: string | undefined; written: string[] };
  opened: boolean[];
  started: string[];
  /** Ends the run that was started last. */
  end(came: TestRun | string | undefined): void;
  stopped: number;
}

function fakeWorkshop(text: string | undefined, tests: Partial<Tests> | string = {}): Fake {
  const fake: Fake = {
    file: { text, written: [] },
    opened: [],
    started: [],
    stopped: 0,
    end: () => {},
    workshop: {
      open: (_ref, _coding, showTests) => {
        fake.opened.push(showTests);
        return work;
      },
      tell: run => [`Ended: ${run.end}`],
    },
  };
  const all: Tests = {
    command: 'go test .',
    files: ['~/max.go', '~/max_test.go'],
    known: true,
    start: code => {
      fake.started.push(code);
      const done = new Promise<TestRun | string | undefined>(resolve => {
        fake.end = resolve;
      });
      return {
        done,
        stop: () => {
          fake.stopped++;
          fake.end(undefined);
        },
      };
    },
  };
  const work: CodeWork = {
    path: '/home/max.go',
    shown: '~/max.go',
    read: () => fake.file.text,
    write: it => {
      fake.file.text = it;
      fake.file.written.push(it);
    },
    tests: typeof tests === 'string' ? tests : { ...all, ...tests },
  };
  return fake;
}

function sitting(fake: Fake, mode: Mode = 'coach') {
  const made = fakeScreen({ columns: 76 });
  return { ...made, candidate: interviewer(made.screen, mode, COACH, fake.workshop) };
}

const room = (rest: object = {}) => roomWith({ round: ROUND, coding: CODING, ...rest });

describe('the code', () => {
  test('is the file: shown, written to it, handed in as it is', async () => {
    const fake = fakeWorkshop('package max\n');
    const { candidate, input, see, text } = sitting(fake);
    const given = room();
    const reply = candidate.answer(ASKED, given);
    await see('hand in');
    expect(text()).toContain('Code: ~/max.go');
    expect(text()).toContain('package max');
    input.write('// ✓\r');
    await see('✓');
    expect(fake.file.text).toBe('package max\n// ✓\n');
    expect(given.saved.at(-1)?.[0]).toBe('package max\n// ✓\n');
    input.write('\x04');
    expect(await reply).toMatchObject({ outcome: 'answered', text: 'package max\n// ✓\n' });
  });

  test('opens where it is to be written', async () => {
    const starter = 'package max\n\nfunc Max() int {\n\t// TODO\n\treturn 0\n}\n';
    const { candidate, input, see } = sitting(fakeWorkshop(starter));
    const coding = { ...CODING, files: { starter, tests: '' } };
    const reply = candidate.answer(ASKED, room({ coding }));
    await see('hand in');
    input.write('x := 1 ');
    await see('x := 1');
    input.write('\x04');
    expect(await reply).toMatchObject({ text: starter.replace('// TODO', 'x := 1 // TODO') });
  });

  test('that another program saved goes before the draft, and before what is typed', async () => {
    const fake = fakeWorkshop('mine, saved with vim\n');
    const { candidate, clock, input, see } = sitting(fake);
    const draft = { key: 'go/max', attempt: 0, text: 'older', seconds: 9 };
    const reply = candidate.answer(ASKED, room({ draft }));
    await see('saved with vim');
    fake.file.text = 'and saved again';
    clock.pass(1);
    await see('and saved again');
    input.write('\x04');
    expect(await reply).toMatchObject({ text: 'and saved again', seconds: 10 });
    expect(fake.file.written).toEqual([]);
  });

  test('comes from the draft where the file was lost and laid out anew', async () => {
    for (const laidOut of ['package max\n', '\n']) {
      const fake = fakeWorkshop(laidOut);
      const { candidate, input, see } = sitting(fake);
      const draft = { key: 'go/max', attempt: 0, text: 'kept', seconds: 9 };
      const reply = candidate.answer(ASKED, room({ draft }));
      await see('kept');
      expect(fake.file.text).toBe('kept');
      input.write('\x04');
      expect(await reply).toMatchObject({ text: 'kept' });
    }
  });

  test('of the draft can be had back by undoing where another program saved something else', async () => {
    const fake = fakeWorkshop('older, for the disk was full');
    const { candidate, input, see } = sitting(fake);
    const draft = { key: 'go/max', attempt: 0, text: 'newer', seconds: 9 };
    const reply = candidate.answer(ASKED, room({ draft }));
    await see('Taken over');
    input.write('\x1f');
    await see('newer');
    input.write('\x04');
    expect(await reply).toMatchObject({ text: 'newer' });
  });

  test('comes from the draft, else from the starter, where the file is gone, which is then written again', async () => {
    for (const draft of [{ key: 'go/max', attempt: 0, text: 'kept', seconds: 9 }, undefined]) {
      const fake = fakeWorkshop(undefined);
      const { candidate, signals, see } = sitting(fake);
      const reply = candidate.answer(ASKED, room({ draft }));
      await see('hand in');
      expect(fake.file.text).toBe(draft?.text ?? 'package max\n');
      signals.emit('SIGTERM');
      await reply;
    }
  });

  test('is not written when nothing changed, so that another editor has nothing to reload', async () => {
    const fake = fakeWorkshop('package max\n');
    const { candidate, clock, signals, see } = sitting(fake);
    const reply = candidate.answer(ASKED, room());
    await see('hand in');
    clock.pass(20);
    signals.emit('SIGTERM');
    await reply;
    expect(fake.file.written).toEqual([]);
  });

  test('has its tests beside it for a coach, and not in earnest', async () => {
    for (const mode of ['coach', 'real'] as const) {
      const fake = fakeWorkshop('package max\n');
      const { candidate, input, signals, see } = sitting(fake, mode);
      const reply = candidate.answer(ASKED, room());
      await see('hand in');
      expect(fake.opened).toEqual([mode === 'coach']);
      input.write('\x12');
      if (mode === 'real') await see('they run after the hand-in');
      else await see('Running the tests');
      expect(fake.started).toHaveLength(mode === 'coach' ? 1 : 0);
      signals.emit('SIGTERM');
      await reply;
    }
  });
});

describe('a run on the key', () => {
  test('is told and recorded with the code that it was made on', async () => {
    const fake = fakeWorkshop('a');
    const { candidate, input, signals, see } = sitting(fake);
    const recorded: [string, TestRun][] = [];
    const reply = candidate.answer(ASKED, room({ tested: (...it: [string, TestRun]) => recorded.push(it) }));
    await see('hand in');
    input.write('b\x12');
    await see('Running');
    input.write('c');
    fake.end(testRun());
    await see('Ended: passed');
    expect(recorded).toEqual([['ab', testRun()]]);
    signals.emit('SIGTERM');
    await reply;
  });

  test('from elsewhere shows command and files, and asks', async () => {
    const fake = fakeWorkshop('a', { known: false });
    const { candidate, input, signals, see } = sitting(fake);
    const reply = candidate.answer(ASKED, room());
    await see('hand in');
    input.write('\x12');
    await see('not mockloop’s');
    await see('Command: go test .');
    await see('Files: ~/max.go, ~/max_test.go');
    expect(fake.started).toEqual([]);
    input.write('y');
    await see('Running');
    expect(fake.started).toEqual(['a']);
    signals.emit('SIGTERM');
    await reply;
  });
});

describe('after the hand-in', () => {
  test('the tests are offered, run on just that code, and told by a coach', async () => {
    const fake = fakeWorkshop('something newer');
    const { candidate, input, see } = sitting(fake);
    const came = candidate.test!(HANDED_IN, CODING);
    await see('The tests: go test .');
    await see('❯ Run them');
    input.write('\r');
    await see('Running the tests');
    expect(fake.started).toEqual(['return a']);
    fake.end(testRun());
    expect(await came).toEqual(testRun());
    await see('Ended: passed');
    expect(input.listenerCount('data')).toBe(0);
  });

  test('nothing is told in earnest', async () => {
    const fake = fakeWorkshop('a');
    const { candidate, input, see, text } = sitting(fake, 'real');
    const came = candidate.test!(HANDED_IN, CODING);
    await see('❯ Run them');
    input.write('\r');
    await see('Running the tests');
    fake.end(testRun({ end: 'failed' }));
    await came;
    expect(text()).toContain('the report tells the result');
    expect(text()).not.toContain('failed');
  });

  test('tests from elsewhere lie beside the code before anybody agrees to them', async () => {
    const fake = fakeWorkshop('a', { known: false });
    const { candidate, input, see } = sitting(fake, 'real');
    const came = candidate.test!(HANDED_IN, CODING);
    await see('not mockloop’s');
    await see('❯ Run them');
    expect(fake.opened).toEqual([true]);
    input.write('\x1b[B');
    await see('❯ Go on without');
    input.write('\r');
    expect(await came).toBe('you went on without');
    expect(fake.started).toEqual([]);
  });

  test('Ctrl-C stops them and goes on; another signal leaves', async () => {
    for (const [signal, exitCode] of [
      ['SIGINT', undefined],
      ['SIGTERM', 143],
    ] as const) {
      const fake = fakeWorkshop('a');
      const { candidate, input, signals, see } = sitting(fake);
      const came = candidate.test!(HANDED_IN, CODING);
      await see('❯ Run them');
      input.write('\r');
      await see('Running the tests');
      signals.emit(signal);
      if (exitCode) await expect(came).rejects.toMatchObject({ exitCode });
      else expect(await came).toBe('you stopped them');
      expect(fake.stopped).toBe(1);
      expect(signals.eventNames()).toEqual([]);
    }
  });

  test('without a toolchain it says so and asks nothing', async () => {
    const { candidate, text } = sitting(fakeWorkshop('a', 'there is no go on this machine'));
    expect(await candidate.test!(HANDED_IN, CODING)).toBe('there is no go on this machine');
    expect(text()).toContain('No tests were run: there is no go on this machine.');
  });
});

describe('line by line', () => {
  function plain(fake: Fake, terminal: boolean) {
    const made = fakeScreen({ terminal });
    return { ...made, candidate: plainCandidate(made.screen, 'coach', COACH, fake.workshop) };
  }

  test('the file is handed in by a full stop alone, and lines go before it', async () => {
    for (const [lines, text] of [
      ['.\n', 'saved elsewhere\n'],
      ['here\n.\n', 'here'],
    ] as const) {
      const { candidate, input, messages } = plain(fakeWorkshop('saved elsewhere\n'), false);
      const reply = candidate.answer(ASKED, room());
      input.write(lines);
      expect(await reply).toMatchObject({ outcome: 'answered', text });
      expect(messages()).toContain('Code: ~/max.go');
    }
  });

  test('the file counts, not the draft of what was in it; lines go on where the file was left alone', async () => {
    for (const [file, text] of [
      ['saved since\n', 'saved since\n'],
      ['package max\n', 'older'],
    ] as const) {
      const { candidate, input } = plain(fakeWorkshop(file), false);
      const draft = { key: 'go/max', attempt: 0, text: 'older', seconds: 9 };
      const reply = candidate.answer(ASKED, room({ draft }));
      input.write('.\n');
      expect(await reply).toMatchObject({ outcome: 'answered', text });
    }
  });

  test('the tests are run after a yes, and stopped by Ctrl-C', async () => {
    const fake = fakeWorkshop('a');
    const { candidate, clock, input, signals, see } = plain(fake, true);
    const came = candidate.test!(HANDED_IN, CODING);
    await see('Run the tests?');
    input.write('y\n');
    while (fake.started.length === 0) await turn();
    fake.end(testRun());
    await turn();
    clock.pass(1);
    expect(await came).toEqual(testRun());
    const second = candidate.test!(HANDED_IN, CODING);
    await see('Run the tests?');
    input.write('y\n');
    while (fake.started.length === 1) await turn();
    signals.emit('SIGINT');
    await turn();
    clock.pass(1);
    expect(await second).toBe('you stopped them');
  });

  test('anything but a yes runs nothing, and on a pipe nobody is asked', async () => {
    const fake = fakeWorkshop('a');
    const { candidate, input, see } = plain(fake, true);
    const came = candidate.test!(HANDED_IN, CODING);
    await see('Run the tests?');
    input.write('\n');
    expect(await came).toBe('you went on without');
    expect(await plain(fake, false).candidate.test!(HANDED_IN, CODING)).toBe(
      'there was nobody to agree to it',
    );
    expect(fake.started).toEqual([]);
  });
});
