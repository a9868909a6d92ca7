/** Holding an interview from the command line: who sits it, what is shown at its end. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command as Commander } from 'commander';
import type { Candidate } from '../interview/candidate.ts';
import { conduct, type Ending } from '../interview/conduct.ts';
import type { Journal } from '../interview/journal.ts';
import { EXIT, InputError } from '../model/errors.ts';
import type { InputMode } from '../model/session.ts';
import type { CommonOptions } from './command.ts';
import { debriefFor, isIncomplete, writeReports } from './debriefing.ts';
import { type Io, isInteractive, wantsColor, write } from './io.ts';
import { judgeNamed } from './judging.ts';

export interface SittingOptions extends CommonOptions {
  answers?: string;
  plain?: boolean;
  /** False with --no-input. */
  input?: boolean;
  inline?: boolean;
  judge?: string;
  out?: string;
}

/** The options that practice and resume share. */
export function describeSitting(command: Commander): void {
  command
    .option('--answers <file>', 'answer from a YAML or JSON file, without a terminal; nothing waits')
    .option('--plain', 'read answers as lines from the input; a line with only . ends one')
    .option('--no-input', 'never ask anything; fail where an answer is missing')
    .option('--inline', 'edit below the question instead of on a screen of its own (for screen readers)')
    .option('--judge <name>', 'who judges: local (offline)', 'local')
    .option('--out <dir>', 'write report.md and report.json there');
}

/** How answers will come in. Throws InputError, naming the flag to use, when nobody can be asked. */
export function inputModeFor(io: Io, options: SittingOptions): InputMode {
  if (options.answers !== undefined) return 'scripted';
  if (options.input === false) throw nobodyToAsk('--no-input forbids asking');
  if (options.plain) return 'plain';
  if (isInteractive(io)) return 'typed';
  throw nobodyToAsk(io.env.CI ? 'CI is set' : 'there is no terminal to ask');
}

function nobodyToAsk(why: string): InputError {
  return new InputError(
    `An interview needs answers, but ${why}.`,
    'Give --answers FILE, or --plain to read answers from the input.',
  );
}

/** Time for a script: it starts now and moves only with the answers. */
function virtualTime(io: Io): { now(): number; advance(seconds: number): void } {
  let now = io.clock.now();
  return {
    now: () => Math.round(now),
    advance: seconds => {
      now += seconds * 1000;
    },
  };
}

/** Holds the interview of an open journal to its end and tells how it went. @returns the exit code. */
export async function sit(
  io: Io,
  options: SittingOptions,
  journal: Journal,
  input: InputMode,
): Promise<number> {
  try {
    const judge = judgeNamed(options.judge);
    const time = input === 'scripted' ? virtualTime(io) : { now: io.clock.now, advance: () => {} };
    const candidate = await candidateFor(io, options, journal, input, time.advance);
    if (journal.damage.length > 0) await tellDamage(io, journal);
    const ending = await conduct(journal.session, { candidate, keeper: journal, judge, now: time.now });
    if (ending.ended === 'left') return await tellLeft(io, ending, input);
    const debrief = await debriefFor(ending.session, judge, journal.folder);
    const path = writeReports(debrief, options.out ?? journal.folder);
    if (input === 'typed') {
      const { showDebrief } = await import('../terminal/debrief.ts');
      const { styleFor } = await import('../terminal/style.ts');
      await write(io.stderr, showDebrief(debrief, styleFor(wantsColor(io, io.stderr, options.color))));
    }
    if (options.json) await write(io.stdout, readFileSync(join(path, '..', 'report.json'), 'utf8'));
    else await write(io.stdout, `${path}\n`);
    return isIncomplete(debrief) ? EXIT.incomplete : EXIT.done;
  } finally {
    journal.close();
  }
}

async function candidateFor(
  io: Io,
  options: SittingOptions,
  journal: Journal,
  input: InputMode,
  advance: (seconds: number) => void,
): Promise<Candidate> {
  if (input === 'scripted') {
    const { scriptedCandidate } = await import('../interview/scripted.ts');
    const { readScript } = await import('../content/files.ts');
    const script = readScript(options.answers!);
    return scriptedCandidate({ script, scale: journal.session.plan.scale, advance });
  }
  const { screenFor } = await import('./screen.ts');
  const screen = screenFor(io, options);
  if (input === 'plain') return (await import('../terminal/plain.ts')).plainCandidate(screen);
  return (await import('../terminal/interviewer.ts')).interviewer(screen);
}

async function tellDamage(io: Io, journal: Journal): Promise<void> {
  const lines = journal.damage.map(it => `line ${it.line}: ${it.why}`).join('; ');
  await write(io.stderr, `Skipped in the journal (${lines}). Everything else is as it was.\n`);
}

async function tellLeft(io: Io, { session, signal }: Ending, input: InputMode): Promise<number> {
  await write(io.stderr, `Kept. Go on where you stopped: mockloop resume ${session.id}\n`);
  if (signal !== undefined) return 128 + signal;
  // A pipe that ended has left an answer out; a person who leaves by the menu has not failed.
  return input === 'plain' ? EXIT.input : EXIT.done;
}
