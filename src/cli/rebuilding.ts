/** Judging kept interviews again, in bulk, by today's rubrics and another judge: what was compared no more is whole again. */
import { setImmediate as otherThings } from 'node:timers/promises';
import { loadSession, sessionFolder, sessionIds } from '../interview/journal.ts';
import { reworded } from '../interview/reworded.ts';
import { triesOf } from '../interview/submission.ts';
import { EXIT, Interrupted, JudgeError, messageOf } from '../model/errors.ts';
import type { Skipped } from '../model/progress.ts';
import type { Judge } from '../model/score.ts';
import type { Session } from '../model/session.ts';
import { isSealed } from '../scoring/sealed.ts';
import { dataFolder } from './data-folder.ts';
import { type Io, write, writeJson } from './io.ts';
import { openJudge } from './judges.ts';
import { scoresOf } from './judging.ts';
import { chooseSession } from './kept.ts';
import type { ModelOptions } from './model-options.ts';
import { libraryFor } from './places.ts';
import { tellSkipped } from './remembering.ts';
import { onStopSignals } from './stopping.ts';
import { progressFor } from './watching.ts';

/** What came of it. */
interface Rebuilt {
  kind: 'rebuilt';
  judge: { name: string; version: string };
  sessions: number;
  answers: number;
  /** Of the answers, those that no judge could judge this time; they are tried again the next time. */
  failed: number;
  skipped: Skipped[];
}

/**
 * Judges the named sessions, or all, as far as today's rubrics and this judge have not yet. What is done is kept at once,
 * so that the same command goes on where it was stopped. Throws Interrupted when a signal stopped it, JudgeError where no
 * answer can be judged, and InputError for a name that is none.
 */
export async function rebuild(io: Io, options: ModelOptions, names: readonly string[]): Promise<number> {
  const data = dataFolder(io, options);
  const ids = names.length > 0 ? names.map(it => chooseSession(data, it)) : sessionIds(data);
  const { rubrics } = await libraryFor(io, options);
  const { stop, signal, off } = onStopSignals(io);
  const shown = await progressFor(io, options, 'interviews');
  try {
    const { judge, close } = await openJudge(io, options, { stop });
    const { name, version } = judge;
    const rebuilt: Rebuilt = {
      kind: 'rebuilt',
      judge: { name, version },
      sessions: 0,
      answers: 0,
      failed: 0,
      skipped: [],
    };
    try {
      for (const [at, id] of ids.entries()) {
        if (stop.aborted) break;
        const read = readable(data, id, rebuilt.skipped);
        if (read) await judgeAgain(reworded(read, rubrics), judge, sessionFolder(data, id), rebuilt);
        shown.show(at + 1, (at + 1) / ids.length);
        await otherThings();
      }
    } catch (error) {
      if (error instanceof JudgeError) throw new JudgeError(`${error.message}\n${keptWords(rebuilt, ids)}`);
      throw error;
    } finally {
      shown.end();
      await close();
    }
    if (stop.aborted) throw new Interrupted(signal(), keptWords(rebuilt, ids));
    return await tell(io, options, rebuilt);
  } finally {
    off();
  }
}

/** A session that may be judged; undefined for one that cannot be read, and for one in earnest that still runs. */
function readable(data: string, id: string, skipped: Skipped[]): Session | undefined {
  try {
    const { session } = loadSession(data, id);
    return isSealed(session) ? undefined : session;
  } catch (error) {
    skipped.push({ what: id, why: messageOf(error) });
    return undefined;
  }
}

async function judgeAgain(session: Session, judge: Judge, folder: string, rebuilt: Rebuilt): Promise<void> {
  const scores = await scoresOf(session, judge, folder, 'keeping');
  rebuilt.sessions++;
  for (const { ask, index } of triesOf(session)) {
    rebuilt.answers++;
    if (scores(ask.key, index).status === 'error') rebuilt.failed++;
  }
}

const keptWords = ({ sessions }: Rebuilt, { length }: readonly string[]): string =>
  `Stopped. ${sessions} of ${length} interviews are judged, and kept; the same command goes on.`;

async function tell(io: Io, options: ModelOptions, rebuilt: Rebuilt): Promise<number> {
  const { judge, sessions, answers, failed, skipped } = rebuilt;
  await tellSkipped(io, skipped);
  if (failed > 0)
    await write(
      io.stderr,
      `Answers that could not be judged: ${failed}. The same command tries them again.\n`,
    );
  if (options.json) await writeJson(io, rebuilt);
  else if (!options.quiet)
    await write(
      io.stderr,
      `Judged by ${judge.name} ${judge.version} and today's rubrics: interviews ${sessions}, answers ${answers}.\n`,
    );
  return failed + skipped.length > 0 ? EXIT.incomplete : EXIT.done;
}
