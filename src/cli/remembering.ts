/** What review, progress and stories know: all sessions, judged, and what the user decided. */
import { setImmediate as otherThings } from 'node:timers/promises';
import { loadSession, sessionFolder, sessionIds } from '../interview/journal.ts';
import type { Library } from '../model/content.ts';
import { messageOf } from '../model/errors.ts';
import type { Decided, History, SessionHistory, Skipped } from '../model/progress.ts';
import type { Judge } from '../model/score.ts';
import { type Day, dayOf } from '../progress/days.ts';
import { decided, readDecisions } from '../progress/decisions.ts';
import { historyFrom, sessionHistory } from '../progress/history.ts';
import { judgeNamed } from '../scoring/judges/table.ts';
import { isSealed } from '../scoring/sealed.ts';
import type { CommonOptions } from './command.ts';
import { dataFolder } from './data-folder.ts';
import { keepHistory, keptHistory, madeOf } from './folded.ts';
import { type Io, write } from './io.ts';
import { scoresToday } from './judging.ts';
import { libraryFor, zoneOf } from './places.ts';
import { progressFor } from './watching.ts';

export interface Remembered {
  data: string;
  library: Library;
  history: History;
  decided: Decided;
  today: Day;
  /** Time zone of the user, by its IANA name. */
  zone: string;
}

/**
 * Reads all that is kept, as one judge sees it: without another the local one, which is free. One that costs tells only
 * what it was paid for. What cannot be read is told on stderr, and left out.
 */
export async function remembered(io: Io, options: CommonOptions, judge?: Judge): Promise<Remembered> {
  const by = judge ?? (await judgeNamed('local').load());
  const data = dataFolder(io, options);
  const library = await libraryFor(io, options);
  const ids = sessionIds(data);
  const kept: (SessionHistory | Skipped)[] = [];
  const shown = await progressFor(io, options, 'interviews');
  try {
    for (const [at, id] of ids.entries()) {
      kept.push(...(await keptOf(data, id, library, by)));
      shown.show(at + 1, (at + 1) / ids.length);
      if (at % EACH === 0) await otherThings();
    }
  } finally {
    shown.end();
  }
  const history = historyFrom(kept, io.clock.now());
  const { decisions, skipped } = readDecisions(data);
  await tellSkipped(io, [...history.skipped, ...skipped]);
  const zone = zoneOf(io);
  const today = dayOf(io.clock.now(), zone);
  return { data, library, history, decided: decided(decisions), today, zone };
}

/** After so many interviews the spinner may turn, and a signal be heard. */
const EACH = 20;

/** What a session adds and what of it is damaged; of a real interview that still runs nothing is told before its end. */
async function keptOf(
  data: string,
  id: string,
  { rubrics }: Library,
  judge: Judge,
): Promise<(SessionHistory | Skipped)[]> {
  const folder = sessionFolder(data, id);
  const stamp = madeOf(folder);
  const known = judge.paid ? undefined : keptHistory(folder, stamp, judge, rubrics);
  if (known) return [known];
  try {
    const { session, damage } = loadSession(data, id);
    const skipped = damage.map(it => ({ what: `${id}, line ${it.line} of its journal`, why: it.why }));
    if (isSealed(session)) return skipped;
    const history = sessionHistory({ session, scoreOf: await scoresToday(session, rubrics, judge, folder) });
    // What is damaged is told each time.
    if (!judge.paid && damage.length === 0) keepHistory(folder, stamp, session, judge, rubrics, history);
    return [...skipped, history];
  } catch (error) {
    return [{ what: id, why: messageOf(error) }];
  }
}

/** So many are named; a disk that lost a thousand is told by their number. */
const NAMED = 5;

/** Says on stderr what could not be read. */
export async function tellSkipped(io: Io, skipped: readonly Skipped[]): Promise<void> {
  const { visible } = await import('../model/unseen.ts');
  const lines = skipped.slice(0, NAMED).map(it => `Skipped ${it.what}: ${it.why}\n`);
  if (skipped.length > NAMED) lines.push(`Skipped ${skipped.length - NAMED} more.\n`);
  if (lines.length > 0) await write(io.stderr, visible(lines.join('')));
}
