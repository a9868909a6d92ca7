/** The interviews before one, judged by the same judge: what its report tells progress from. */
import { loadSession, sessionFolder, sessionIds } from '../interview/journal.ts';
import type { Debrief, Earlier, Habit } from '../model/debrief.ts';
import type { Judge } from '../model/score.ts';
import type { Session } from '../model/session.ts';
import { debriefFor } from './debriefing.ts';

/** So many at most: a plot of more says no more, and the time a report takes should not grow with the years. */
const MOST = 12;

/** There are interviews in which nothing could be judged; progress does not know them. */
type Scored = Debrief & { score: number };

/**
 * The debrief with the overall scores of the last finished interviews before it and with what came back in them, as
 * `judge` sees them today: scores of another judge or version would show a step that the candidate never made. A damaged
 * interview is passed over, since it must not keep this one from being told.
 */
export async function withEarlier(debrief: Debrief, judge: Judge, data: string): Promise<Debrief> {
  const others: Scored[] = [];
  for (const id of sessionIds(data).reverse()) {
    if (others.length === MOST) break;
    const other = await debriefBefore(debrief, id, judge, data);
    if (other) others.push(other);
  }
  if (others.length === 0) return debrief;
  const earlier = others.map(it => earlierOf(it, debrief)).sort(byDate);
  return { ...debrief, earlier, recurring: debrief.recurring.map(it => remembered(it, others)) };
}

const earlierOf = ({ session, startedAt, loop, score, rubrics }: Scored, now: Debrief): Earlier => ({
  session,
  startedAt,
  loop,
  score,
  reworded: Object.keys(rubrics).filter(id => now.rubrics[id] && now.rubrics[id].hash !== rubrics[id]!.hash),
});

/** With how often it came back before. */
function remembered(habit: Habit, others: readonly Debrief[]): Habit {
  const interviews = others.filter(it => it.recurring.some(({ id }) => id === habit.id)).length;
  return interviews === 0 ? habit : { ...habit, before: { interviews, of: others.length } };
}

async function debriefBefore(
  debrief: Debrief,
  id: string,
  judge: Judge,
  data: string,
): Promise<Scored | undefined> {
  const session = readable(data, id);
  if (!session?.closed || session.startedAt >= Date.parse(debrief.startedAt)) return undefined;
  try {
    const { score, ...other } = await debriefFor(session, unpaid(judge), sessionFolder(data, id));
    return score === null ? undefined : { ...other, score };
  } catch (error) {
    if (error instanceof NotKept) return undefined;
    throw error;
  }
}

class NotKept extends Error {}

/** A judge that costs tells only what it told before: nobody pays for progress. */
function unpaid(judge: Judge): Judge {
  if (!judge.paid) return judge;
  return {
    ...judge,
    judge() {
      throw new NotKept();
    },
  };
}

function readable(data: string, id: string): Session | undefined {
  try {
    return loadSession(data, id).session;
  } catch {
    return undefined;
  }
}

const byDate = (a: Earlier, b: Earlier) => Date.parse(a.startedAt) - Date.parse(b.startedAt);
