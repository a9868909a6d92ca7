/** Why something more was asked, as a report tells it. */
import { followUpAt } from '../model/assignment.ts';
import type { FollowUp, Question } from '../model/content.ts';
import { withoutStop } from '../model/prose.ts';
import type { Ask, PlannedQuestion } from '../model/session.ts';

/** `missing: The lock is held too long` for `missing: plain-mutex`: the journal keeps ids, which tell a reader nothing. */
export function whyTold(planned: PlannedQuestion, ask: Ask): string {
  const { points = [], pitfalls = [] } = ledFrom(planned, ask) ?? {};
  const words = new Map([
    ...points.map(it => [it.id, it.text[0] ?? it.id] as const),
    ...pitfalls.map(it => [it.id, it.text] as const),
  ]);
  const inWords = (id: string) => withoutStop(words.get(id) ?? id);
  return ask.why
    .replace(IDS, (_, lead: string, ids: string) => `${lead}: ${ids.split(', ').map(inWords).join('; ')}`)
    .replace(SIGNAL, '$1');
}

const IDS = /^(missing|only in part|covered|pitfall): ([\w-]+(?:, [\w-]+)*)/;

/** The kind of a signal says no more to a reader than the title of its criterion does. */
const SIGNAL = /( was thin): [\w-]+/;

/** Whose points and pitfalls are meant: of the question or the follow-up that led to it. */
function ledFrom(planned: PlannedQuestion, { kind, key, ref, aim }: Ask): Question | FollowUp | undefined {
  if (kind === 'probe') return aim && aim.of !== ref ? followUpAt(planned, aim.of) : planned.question;
  return parentOf(planned.question, key.slice(ref.length + 1));
}

function parentOf<Parent extends Question | FollowUp>(
  among: Parent,
  id: string,
): Parent | FollowUp | undefined {
  if (among.followUps.some(it => it.id === id)) return among;
  for (const followUp of among.followUps) {
    const found = parentOf(followUp, id);
    if (found) return found;
  }
  return undefined;
}
