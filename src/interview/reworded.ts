/** A session as today's rubrics would judge it. */
import type { Rubric } from '../model/content.ts';
import type { Session } from '../model/session.ts';

/**
 * The session with the wording that its rubrics have today. Questions stay as they were asked, for the answers were given
 * to them; so does a rubric that is no more, and the cut-down ones of a drill.
 */
export function reworded(session: Session, rubrics: ReadonlyMap<string, Rubric>): Session {
  const { plan } = session;
  if (plan.drill) return session;
  const today = Object.entries(plan.rubrics).map(([id, asked]) => [id, rubrics.get(id) ?? asked] as const);
  return { ...session, plan: { ...plan, rubrics: Object.fromEntries(today) } };
}
