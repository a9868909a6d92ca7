/** Holding an interview from the command line: who sits it, what is shown at its end. */
import type { Candidate } from '../interview/candidate.ts';
import { conduct, type Ending } from '../interview/conduct.ts';
import type { Journal } from '../interview/journal.ts';
import type { Wording } from '../interview/wording.ts';
import type { Debrief } from '../model/debrief.ts';
import { EXIT, Interrupted } from '../model/errors.ts';
import type { ChatClient } from '../model/llm.ts';
import type { Judge } from '../model/score.ts';
import { judgeNamed } from '../scoring/judges/table.ts';
import type { Awaiting } from './awaiting.ts';
import { dataFolder } from './data-folder.ts';
import { type Io, wantsColor, write, writeExact } from './io.ts';
import type { OpenJudge } from './judges.ts';
import type { OpenModel } from './model.ts';
import { candidateFor, type Seat } from './seat.ts';
import { asksModel, type SittingOptions } from './sitting-options.ts';

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

/**
 * Holds the interview of an open journal to its end and tells how it went.
 * @param first what the candidate is told before anything else.
 * @returns the exit code.
 */
export async function sit(
  io: Io,
  options: SittingOptions,
  journal: Journal,
  seat: Seat,
  first?: string,
): Promise<number> {
  const { session, folder, damage } = journal;
  let candidate: Candidate | undefined;
  let opened: OpenJudge | undefined;
  let model: OpenModel | undefined;
  let isOver = false;
  try {
    const { paid } = judgeNamed(options.judge);
    const waiting = asksModel(options) ? await awaitingFor(io, seat) : AT_ONCE;
    const judging = paid ? waiting : AT_ONCE;
    const { stop } = waiting;
    const loadJudge = once(async () => {
      const { openSteadyJudge } = await import('./judges.ts');
      opened = await openSteadyJudge(io, options, { client: paid ? model?.client : undefined, stop });
      return opened.judge;
    });
    if (options.interviewer === 'llm')
      model = await (await import('./model.ts')).openModel(io, options, { stop, isAwaited: true });
    // What is said at its first use, and what keeps it from being used, comes before the first screen, not onto it.
    if (paid) await loadJudge();
    const wording = model && (await wordingFor(io, model.client));
    const time = seat.script ? virtualTime(io) : { now: io.clock.now, advance: () => {} };
    candidate = await candidateFor(io, options, session.plan, seat, time.advance, folder);
    if (options.say && !seat.script) candidate = await (await import('./hearing.ts')).hearing(io, candidate);
    if (first !== undefined && !options.quiet) {
      if (seat.script) await write(io.stderr, `${first}\n`);
      else candidate = tellingFirst(candidate, first);
    }
    if (damage.length > 0) await tellDamage(io, damage);
    const held = conduct(session, {
      candidate,
      keeper: journal,
      judge: { judge: submission => judging.asked(async () => (await loadJudge()).judge(submission)) },
      now: time.now,
      ...(wording && { wording: (...of) => waiting.asked(() => wording(...of)) }),
    });
    // The first thing to see is on the screen now; what reads answers is loaded while it is looked at.
    const [ending] = await Promise.all([held, import('../interview/next.ts'), loadJudge()]);
    await candidate.leave?.();
    if (ending.ended === 'left') return await tellLeft(io, session.id, ending);
    isOver = true;
    const { debriefFor } = await import('./debriefing.ts');
    const judge = await loadJudge();
    const judged = await judging.asked(() => debriefFor(ending.session, judge, folder));
    const usage = (model ?? opened)?.usage?.();
    return await tellReport(io, options, folder, { ...judged, ...(usage && { usage }) }, judge, seat);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    return await tellLeft(io, session.id, { signal: error.exitCode - 128 }, isOver);
  } finally {
    journal.close();
    await candidate?.leave?.();
    await opened?.close();
    await model?.close();
  }
}

/** The candidate with that said before whatever comes first: a line above it would vanish behind the editor's screen. */
function tellingFirst(candidate: Candidate, first: string): Candidate {
  let isTold = false;
  const once = (): string[] => {
    const words = isTold ? [] : [first];
    isTold = true;
    return words;
  };
  return {
    ...candidate,
    welcome: (round, number, plan, words) =>
      candidate.welcome(round, number, plan, [...once(), words].join(' ')),
    answer: (ask, room) => candidate.answer(ask, { ...room, remarks: [...once(), ...room.remarks] }),
  };
}

/** Nobody waits for the local judge. */
const AT_ONCE: Awaiting = { stop: new AbortController().signal, asked: act => act() };

const awaitingFor = async (io: Io, { input }: Seat): Promise<Awaiting> =>
  (await import('./awaiting.ts')).awaiting(io, input === 'typed');

/** Milliseconds that a candidate waits for the words of a question. */
const PATIENCE = 8_000;

async function wordingFor({ clock }: Io, client: ChatClient): Promise<Wording> {
  const { wordingBy } = await import('../interview/wording.ts');
  return wordingBy({ client, soon: () => endingAfter(clock, PATIENCE) });
}

function endingAfter(clock: Io['clock'], milliseconds: number): AbortSignal {
  const controller = new AbortController();
  const timer = clock.setTimeout(() => controller.abort(), milliseconds);
  // Nothing waits for a question that came in time.
  if (timer instanceof Object && 'unref' in timer) (timer as NodeJS.Timeout).unref();
  return controller.signal;
}

/** Made when it is first wanted. */
function once<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let made: Promise<Result> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Writes the report; a person also gets its summary. Stdout holds the path of report.md, or the report as JSON. */
async function tellReport(
  io: Io,
  options: SittingOptions,
  folder: string,
  alone: Debrief,
  judge: Judge,
  { input }: Seat,
): Promise<number> {
  const { isIncomplete, tellStandIns, writeReports } = await import('./debriefing.ts');
  const { withEarlier } = await import('./earlier.ts');
  const { REPORTS } = await import('../reports/table.ts');
  // What a script gets depends on its answers alone, not on what else lies in the data folder.
  const debrief = input === 'scripted' ? alone : await withEarlier(alone, judge, dataFolder(io, options));
  const path = await writeReports(debrief, options.out ?? folder);
  if (input !== 'scripted') {
    const { painted } = await import('../terminal/rows.ts');
    const { styleFor } = await import('../terminal/style.ts');
    const { summaryRows } = await import('../reports/summary.ts');
    const style = styleFor(wantsColor(io, io.stderr, options.color));
    await write(io.stderr, `\n${painted(summaryRows(debrief, io.stderr.columns), style)}\nThe report: `);
  } else await tellStandIns(io, debrief);
  if (options.json) await write(io.stdout, await REPORTS.json!.render(debrief));
  else await writeExact(io, `${path}\n`);
  return isIncomplete(debrief) ? EXIT.incomplete : EXIT.done;
}

async function tellDamage(io: Io, damage: Journal['damage']): Promise<void> {
  const lines = damage.map(it => `line ${it.line}: ${it.why}`).join('; ');
  await write(io.stderr, `Skipped in the journal (${lines}). Everything else is as it was.\n`);
}

async function tellLeft(
  io: Io,
  session: string,
  { signal, cut }: Pick<Ending, 'signal' | 'cut'>,
  isOver = false,
): Promise<number> {
  const next = isOver ? 'The report of it: mockloop report' : 'Go on where you stopped: mockloop resume';
  await write(
    io.stderr,
    `${cut ? 'The input ended before all was answered. ' : ''}Kept. ${next} ${session}\n`,
  );
  if (signal !== undefined) return 128 + signal;
  // A pipe that ended has left an answer out; a person who leaves by the menu has not failed.
  return cut ? EXIT.input : EXIT.done;
}
