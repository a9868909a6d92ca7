/** Holding an interview from the command line: who sits it, what is shown at its end. */
import type { Command as Commander } from 'commander';
import type { Candidate } from '../interview/candidate.ts';
import { conduct, type Ending } from '../interview/conduct.ts';
import type { Journal } from '../interview/journal.ts';
import type { Debrief } from '../model/debrief.ts';
import { EXIT, InputError, Interrupted } from '../model/errors.ts';
import type { InputMode, Script } from '../model/session.ts';
import { REPORTS } from '../reports/table.ts';
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

/** How answers will come in, and the script where they come from one. */
export interface Seat {
  input: InputMode;
  script?: Script;
}

/**
 * Who will answer; settled before a session is opened, so that a broken script leaves none behind. Throws InputError,
 * naming the flag to use, when nobody can be asked, and ContentError for a script that cannot be used.
 */
export async function seatFor(io: Io, options: SittingOptions): Promise<Seat> {
  if (options.answers !== undefined) {
    const { readScript } = await import('../content/files.ts');
    return { input: 'scripted', script: await readScript(options.answers) };
  }
  if (options.input === false) throw nobodyToAsk('--no-input forbids asking');
  if (options.plain) return { input: 'plain' };
  if (isInteractive(io)) return { input: 'typed' };
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
export async function sit(io: Io, options: SittingOptions, journal: Journal, seat: Seat): Promise<number> {
  try {
    const judge = judgeNamed(options.judge);
    const time = seat.script ? virtualTime(io) : { now: io.clock.now, advance: () => {} };
    const { candidate, leave } = await candidateFor(io, options, journal, seat, time.advance);
    if (journal.damage.length > 0) await tellDamage(io, journal);
    const ending = await held(
      conduct(journal.session, { candidate, keeper: journal, judge, now: time.now }),
      leave,
    );
    if (ending.ended === 'left') return await tellLeft(io, journal.session.id, ending.signal, seat.input);
    return await tellReport(
      io,
      options,
      journal.folder,
      await debriefFor(ending.session, judge, journal.folder),
      seat,
    );
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    return await tellLeft(io, journal.session.id, error.exitCode - 128, seat.input);
  } finally {
    journal.close();
  }
}

async function held(conducting: Promise<Ending>, leave: () => void): Promise<Ending> {
  try {
    return await conducting;
  } finally {
    leave();
  }
}

async function candidateFor(
  io: Io,
  options: SittingOptions,
  journal: Journal,
  { input, script }: Seat,
  advance: (seconds: number) => void,
): Promise<{ candidate: Candidate; leave(): void }> {
  const { plan } = journal.session;
  const leave = () => {};
  if (script) {
    const { scriptedCandidate, strangeKeys } = await import('../interview/scripted.ts');
    const strange = strangeKeys(plan, script);
    if (strange.length > 0 && !options.quiet)
      await write(io.stderr, `Not asked in this interview, so not used: ${strange.join(', ')}\n`);
    return { candidate: scriptedCandidate({ script, scale: plan.scale, advance }), leave };
  }
  const { screenFor } = await import('./screen.ts');
  const { feedbackRows } = await import('../reports/feedback.ts');
  const screen = screenFor(io, options);
  if (input === 'plain') {
    const candidate = (await import('../terminal/plain.ts')).plainCandidate(screen, plan.mode, feedbackRows);
    return { candidate, leave: candidate.close };
  }
  const { interviewer } = await import('../terminal/interviewer.ts');
  return { candidate: interviewer(screen, plan.mode, feedbackRows), leave };
}

/** Writes the report; a person also gets its summary. Stdout holds the path of report.md, or the report as JSON. */
async function tellReport(
  io: Io,
  options: SittingOptions,
  folder: string,
  debrief: Debrief,
  { input }: Seat,
): Promise<number> {
  const path = writeReports(debrief, options.out ?? folder);
  if (input === 'typed') {
    const { painted } = await import('../terminal/rows.ts');
    const { styleFor } = await import('../terminal/style.ts');
    const { summaryRows } = await import('../reports/summary.ts');
    const style = styleFor(wantsColor(io, io.stderr, options.color));
    await write(io.stderr, `\n${painted(summaryRows(debrief), style)}\nThe report: `);
  }
  await write(io.stdout, options.json ? REPORTS.json!.render(debrief) : `${path}\n`);
  return isIncomplete(debrief) ? EXIT.incomplete : EXIT.done;
}

async function tellDamage(io: Io, journal: Journal): Promise<void> {
  const lines = journal.damage.map(it => `line ${it.line}: ${it.why}`).join('; ');
  await write(io.stderr, `Skipped in the journal (${lines}). Everything else is as it was.\n`);
}

async function tellLeft(
  io: Io,
  session: string,
  signal: number | undefined,
  input: InputMode,
): Promise<number> {
  await write(io.stderr, `Kept. Go on where you stopped: mockloop resume ${session}\n`);
  if (signal !== undefined) return 128 + signal;
  // A pipe that ended has left an answer out; a person who leaves by the menu has not failed.
  return input === 'plain' ? EXIT.input : EXIT.done;
}
