/** Coding at a terminal: the answer editor on a file of the candidate's, and the tests of what is written there. */
import type { Room } from '../interview/candidate.ts';
import type { Coding } from '../model/content.ts';
import { Interrupted } from '../model/errors.ts';
import type { AskState, Mode } from '../model/session.ts';
import type { TestRun } from '../model/test-run.ts';
import type { EditOptions, Trials } from './editor/port.ts';
import { openInEditor } from './editor/processes.ts';
import { choose } from './menus.ts';
import { lineToWriteAt } from './placeholder.ts';
import type { Screen } from './screen.ts';
import { hear, SIGNAL } from './signals.ts';
import { wrap } from './style.ts';
import type { CodeWork, RunningTests, Tests, Workshop } from './workshop.ts';

/** What the editor is given for code beside what it is given for words. */
export type CodeOptions = Pick<
  EditOptions,
  'text' | 'line' | 'given' | 'save' | 'savedElsewhere' | 'openEditor' | 'tests'
> & { head: string[] };

/**
 * Joins the editor to the code's file. The file is the truth: what is saved there, by whatever program, is the answer,
 * and what is typed here is saved there.
 */
export function codeOptions(
  work: CodeWork,
  workshop: Workshop,
  room: Room & { coding: Coding },
  { mode, width }: { mode: Mode; width: number },
): CodeOptions {
  const given = room.coding.files?.starter ?? '';
  const begun = beginning(work.read(), room.draft?.text, given);
  let { known } = begun;
  const line = isUntouched(begun.text, given) ? lineToWriteAt(begun.text) : undefined;
  let isSafe = true;
  const read = () => {
    known = work.read() ?? known;
    return known ?? '';
  };
  const tests = mode === 'coach' ? trialsOf(work, workshop, room, width) : LATER;
  return {
    head: [`Code: ${work.shown}`, 'Any editor will do: what is saved there counts. Say why in comments.'],
    text: begun.text,
    ...(line !== undefined && { line }),
    given,
    save({ text, seconds }, flush) {
      room.save(text, seconds, flush);
      if (text === known && (isSafe || !flush)) return;
      work.write(text, flush);
      known = text;
      isSafe = flush;
    },
    savedElsewhere() {
      const now = work.read();
      // A file that is gone was not saved by anybody: what is here is written again with the next change.
      if (now === undefined || now === known) return undefined;
      known = now;
      return now;
    },
    openEditor: (command, text) => openInEditor(command, text, { path: work.path, read, remove: () => {} }),
    tests,
  };
}

/**
 * What the editor begins with, and what it takes to be in the file. A file that was lost was laid out anew, and must not
 * cost the draft; any other counts, and is taken over from the draft, so that undoing brings that back.
 */
function beginning(
  file: string | undefined,
  draft = '',
  given: string,
): { text: string; known: string | undefined } {
  if (draft.trim() === '') return { text: file ?? given, known: file };
  return { text: draft, known: isUntouched(file, given) ? file : draft };
}

/** Whether a file is missing, empty, or as it was laid out. */
export function isUntouched(file: string | undefined, given: string): boolean {
  return file === undefined || ['', given.trim()].includes(file.trim());
}

/** In earnest nothing is told of an answer before the end, and tests are not shown before. */
const LATER = 'in earnest they run after the hand-in';

function trialsOf(work: CodeWork, workshop: Workshop, room: Room, width: number): Trials | string {
  const { tests = 'this question has none' } = work;
  if (typeof tests === 'string') return tests;
  return {
    warning: tests.known ? [] : warningOf(tests),
    run(code) {
      const { done, stop } = tests.start(code);
      const told = done.then(came => {
        if (typeof came === 'string') return [`No tests: ${came}.`];
        if (!came) return ['The tests were stopped: no result.'];
        room.tested(code, came);
        return workshop.tell(came, width);
      });
      return { done: told, stop };
    },
  };
}

/** Tests from elsewhere are somebody's program. */
function warningOf({ command, files }: Tests): string[] {
  return [
    'These tests are not mockloop’s. They run as you, and may do what you may.',
    `Command: ${command}`,
    `Files: ${files.join(', ')}`,
  ];
}

/** What is told before the tests are offered. */
export function offerOf(tests: Tests): string[] {
  return tests.known ? [`The tests: ${tests.command}`] : warningOf(tests);
}

/** Offers to run the tests on the code handed in. @returns the result, or why there is none. */
export async function testCode(
  screen: Screen,
  workshop: Workshop,
  ask: AskState,
  { coding, mode, width }: { coding: Coding; mode: Mode; width: number },
): Promise<TestRun | string> {
  // Handed in, the code cannot be written to the tests any more: in earnest, too, they may be looked at now.
  const work = workshop.open(ask.ref, coding, true);
  const { tests } = work;
  const say = (...rows: string[]) => screen.messages.write(`${rows.join('\n')}\n`);
  if (typeof tests !== 'object') {
    const why = tests ?? 'there are none';
    say(...wrap(`No tests were run: ${why}. The code is judged as a text.`, width));
    return why;
  }
  say('', ...offerOf(tests).flatMap(it => wrap(it, width)));
  const isWanted = await choose(screen, 'Run the tests on what you handed in?', [
    { name: 'Run them', value: true },
    { name: 'Go on without', value: false },
  ]);
  if (!isWanted) return 'you went on without';
  const came = await waitFor(screen, tests.start(ask.tries.at(-1)!.answer));
  if (came === undefined) return 'you stopped them';
  if (typeof came === 'string') say(...wrap(`No tests were run: ${came}.`, width));
  else if (mode === 'coach') say(...workshop.tell(came, width));
  else say('They have run; the report tells the result.');
  return came;
}

/** Shows how long the tests take; Ctrl-C stops them. Rejects with Interrupted for a signal that ends everything. */
async function waitFor(screen: Screen, { done, stop }: RunningTests): Promise<TestRun | string | undefined> {
  const { spinning } = await import('./spinner.ts');
  const { clock, input, messages } = screen;
  const spinner = await spinning(messages, clock, it => `Running the tests, ${it} s. Ctrl-C stops them.`);
  let left: number | undefined;
  const ended = (signal: number) => {
    if (signal !== SIGNAL.interrupt) left = signal;
    stop();
  };
  const hearNothing = hear(screen, () => {}, ended);
  input.resume();
  try {
    const came = await done;
    if (left !== undefined) throw new Interrupted(left, 'Left while the tests ran.');
    return came;
  } finally {
    hearNothing();
    input.pause();
    spinner.end();
  }
}
