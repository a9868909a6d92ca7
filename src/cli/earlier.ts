/** The interviews before one, judged by the same judge: what its report tells progress from. */
import { loadSession, sessionFolder, sessionIds } from '../interview/journal.ts';
import type { Debrief, Earlier } from '../model/debrief.ts';
import type { Judge } from '../model/score.ts';
import type { Session } from '../model/session.ts';
import { debriefFor } from './debriefing.ts';

/** So many at most: a plot of more says no more, and the time a report takes should not grow with the years. */
const MOST = 12;

/**
 * The debrief with the overall scores of the last finished interviews before it, as `judge` sees them today: scores of
 * another judge or version would show a step that the candidate never made. A damaged interview is passed over, since
 * it must not keep this one from being told.
 */
export async function withEarlier(debrief: Debrief, judge: Judge, data: string): Promise<Debrief> {
  const earlier: Earlier[] = [];
  for (const id of sessionIds(data).reverse()) {
    if (earlier.length === MOST) break;
    const other = await debriefBefore(debrief, id, judge, data);
    if (other) earlier.push(other);
  }
  return earlier.length === 0 ? debrief : { ...debrief, earlier: earlier.sort(byDate) };
}

async function debriefBefore(
  debrief: Debrief,
  id: string,
  judge: Judge,
  data: string,
): Promise<Earlier | undefined> {
  const session = readable(data, id);
  if (!session?.closed || session.startedAt >= Date.parse(debrief.startedAt)) return undefined;
  const { startedAt, loop, score, rubrics } = await debriefFor(session, judge, sessionFolder(data, id));
  if (score === null) return undefined;
  return { session: id, startedAt, loop, score, reworded: reworded(rubrics, debrief) };
}

function readable(data: string, id: string): Session | undefined {
  try {
    return loadSession(data, id).session;
  } catch {
    return undefined;
  }
}

const reworded = (rubrics: Debrief['rubrics'], now: Debrief): string[] =>
  Object.keys(rubrics).filter(id => now.rubrics[id] && now.rubrics[id].hash !== rubrics[id]!.hash);

const byDate = (a: Earlier, b: Earlier) => Date.parse(a.startedAt) - Date.parse(b.startedAt);
