/** What review, progress and stories know: all sessions, judged, and what the user decided. */
import { loadSession, sessionFolder, sessionIds } from '../interview/journal.ts';
import type { Decided, History, Skipped } from '../model/progress.ts';
import type { Judge } from '../model/score.ts';
import { type Day, dayOf } from '../progress/days.ts';
import { decided, readDecisions } from '../progress/decisions.ts';
import { historyFrom, type Kept } from '../progress/history.ts';
import { judgeNamed } from '../scoring/judges/table.ts';
import { isSealed } from '../scoring/sealed.ts';
import type { CommonOptions } from './command.ts';
import { type Io, write } from './io.ts';
import { scoresOf } from './judging.ts';
import { dataFolder, zoneOf } from './places.ts';

export interface Remembered {
  data: string;
  history: History;
  decided: Decided;
  today: Day;
  /** Time zone of the user, by its IANA name. */
  zone: string;
}

/**
 * Reads all that is kept, as the local judge sees it today: it is free, and one judge for all can be compared. What
 * cannot be read is told on stderr, and left out.
 */
export async function remembered(io: Io, options: CommonOptions): Promise<Remembered> {
  const judge = await judgeNamed('local').load();
  const data = dataFolder(io, options);
  const kept: Kept[] = [];
  for (const id of sessionIds(data)) kept.push(...(await keptOf(data, id, judge)));
  const history = historyFrom(kept);
  const { decisions, skipped } = readDecisions(data);
  await tellSkipped(io, [...history.skipped, ...skipped]);
  const zone = zoneOf(io);
  return { data, history, decided: decided(decisions), today: dayOf(io.clock.now(), zone), zone };
}

/** A session and what of it is damaged; of a real interview that still runs nothing is told before its end. */
async function keptOf(data: string, id: string, judge: Judge): Promise<Kept[]> {
  try {
    const { session, damage } = loadSession(data, id);
    const skipped = damage.map(it => ({ what: `${id}, line ${it.line} of its journal`, why: it.why }));
    if (isSealed(session)) return skipped;
    return [...skipped, { session, scoreOf: await scoresOf(session, judge, sessionFolder(data, id)) }];
  } catch (error) {
    return [{ what: id, why: (error as Error).message }];
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
