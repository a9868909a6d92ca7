/** Coding line by line: the file is written with another program, and the tests are offered in words. */
import type { Coding } from '../model/content.ts';
import { Interrupted } from '../model/errors.ts';
import type { AskState, Mode } from '../model/session.ts';
import type { TestRun } from '../model/test-run.ts';
import { offerOf } from './coding.ts';
import type { Lines } from './lines.ts';
import { SIGNAL } from './signals.ts';
import { wrap } from './style.ts';
import type { CodeWork, RunningTests, Workshop } from './workshop.ts';

export function codeRows({ shown }: CodeWork, width: number): string[] {
  return wrap(`Code: ${shown} (write it there with any editor; a full stop here hands it in)`, width);
}

interface Talking {
  mode: Mode;
  lines: Lines;
  isTerminal: boolean;
  say(...rows: string[]): void;
  width: number;
}

/** Offers to run the tests on the code handed in. @returns the result, or why there is none. */
export async function testInLines(
  workshop: Workshop | undefined,
  ask: AskState,
  coding: Coding,
  { mode, lines, isTerminal, say, width }: Talking,
): Promise<TestRun | string> {
  // On a pipe nobody can be asked: the next line already belongs to the next answer.
  if (!workshop || !isTerminal) return 'there was nobody to agree to it';
  const work = workshop.open(ask.ref, coding, true);
  const { tests = 'there are none' } = work;
  if (typeof tests === 'string') return tests;
  say('', ...offerOf(tests), 'Run the tests? y, or Enter to go on.');
  const reply = await lines.next(undefined);
  if (typeof reply === 'number') throw new Interrupted(reply, 'Left after an answer.');
  if (typeof reply !== 'object' || !/^\s*y/i.test(reply.line)) return 'you went on without';
  const came = await untilDone(lines, tests.start(ask.tries.at(-1)!.answer));
  if (typeof came === 'object' && mode === 'coach') say(...workshop.tell(came, width));
  return came ?? 'you stopped them';
}

/** Seconds between two looks for Ctrl-C while tests run. */
const LOOK = 0.2;

/** Waits for tests; Ctrl-C stops them, and what is typed meanwhile is dropped. */
async function untilDone(lines: Lines, { done, stop }: RunningTests): Promise<TestRun | string | undefined> {
  let isOver = false;
  const finished = done.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const got = await lines.next(LOOK);
    if (got === 'end') break;
    if (typeof got !== 'number') continue;
    stop();
    if (got !== SIGNAL.interrupt) throw new Interrupted(got, 'Left while the tests ran.');
  }
  return finished;
}
