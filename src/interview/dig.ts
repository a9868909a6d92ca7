/**
 * What to ask next within one question: planned follow-ups whose condition holds, deepest first, then probes for what
 * was missing. A pure function of the answers so far; it reads signals and weighs nothing.
 */
import type { FollowUp, When } from '../model/content.ts';
import type { Ask, AskState, Plan, PlannedQuestion, RoundState } from '../model/session.ts';
import { type Readings, readSubmission } from '../scoring/signals/readings.ts';
import { LEAST_TIME, used } from './clock.ts';
import { criteriaOf, probeKey, submissionOf } from './submission.ts';

/** At most this many questions nobody planned; an interviewer moves on after two tries at one gap. */
const MOST_PROBES = 2;

/** A criterion that reads less than this has a gap worth a probe: the usual cut of level 3. */
const GAP = 0.55;

/** What follows within the question of the round's last main ask; undefined when it is time to go on. */
export function dig(plan: Plan, planned: PlannedQuestion, round: RoundState): Ask | undefined {
  const thread = round.asks.filter(ask => ask.ref === planned.ref);
  const [main] = thread;
  if (!main || main.kind === 'closing' || !spoke(main)) return undefined;
  const budget = main.budget - thread.reduce((sum, ask) => sum + used(ask), 0);
  if (budget < LEAST_TIME * plan.scale) return undefined;
  const next = followUp(plan, thread, main, planned.question.followUps) ?? probe(plan, planned, round, main);
  return next && { ...next, round: round.id, ref: planned.ref, budget };
}

type Next = Omit<Ask, 'round' | 'ref' | 'budget'>;

/** Skipping says enough: nobody digs there. */
function spoke(ask: AskState): boolean {
  return lastAnswer(ask).trim() !== '';
}

function lastAnswer(ask: AskState): string {
  return ask.tries.at(-1)?.answer ?? '';
}

function readingsOf(plan: Plan, ask: AskState): Readings {
  return readSubmission(submissionOf(plan, ask, ask.tries.at(-1)!));
}

/** Goes down a chain before it goes on to the next: the interviewer stays with one thing until it is clear. */
function followUp(plan: Plan, thread: AskState[], parent: AskState, among: FollowUp[]): Next | undefined {
  if (!spoke(parent)) return undefined;
  for (const candidate of among) {
    const key = `${parent.ref}/${candidate.id}`;
    const asked = thread.find(ask => ask.key === key);
    const reason = asked ? undefined : applies(candidate.when, () => readingsOf(plan, parent));
    if (reason)
      return { key, kind: 'follow-up', prompt: candidate.prompt, why: reason, depth: parent.depth + 1 };
    const deeper = asked && followUp(plan, thread, asked, candidate.followUps);
    if (deeper) return deeper;
  }
  return undefined;
}

/** Why a follow-up is due, or undefined when it is not. The readings are taken only when a condition needs them. */
function applies(when: When, read: () => Readings): string | undefined {
  if (when === 'always') return 'planned';
  const { points, pitfalls } = read();
  const pointIs = (id: string, status: string) => points.some(it => it.id === id && it.status === status);
  if ('missing' in when) {
    const missing = when.missing.filter(id => pointIs(id, 'missing'));
    return missing.length > 0 ? `missing: ${missing.join(', ')}` : undefined;
  }
  if ('covered' in when) {
    return when.covered.every(id => pointIs(id, 'covered'))
      ? `covered: ${when.covered.join(', ')}`
      : undefined;
  }
  const touched = when.pitfall.filter(id => pitfalls.some(it => it.id === id));
  return touched.length > 0 ? `pitfall: ${touched.join(', ')}` : undefined;
}

/** The widest gap, by weight and depth of the lack, that has a probe nobody has heard yet in this round. */
function probe(plan: Plan, planned: PlannedQuestion, round: RoundState, main: AskState): Next | undefined {
  const probed = round.asks.filter(ask => ask.ref === planned.ref && ask.kind === 'probe');
  if (probed.length >= MOST_PROBES) return undefined;
  const { criteria } = readingsOf(plan, main);
  const heard = new Set(round.asks.map(ask => ask.prompt));
  const gaps = criteriaOf(plan, planned.rubrics)
    .map(it => ({ ...it, value: criteria.find(reading => reading.id === it.name)?.value ?? 1 }))
    .filter(
      ({ name, value }) =>
        value < GAP && !probed.some(ask => ask.key.startsWith(probeKey(planned.ref, name, ''))),
    )
    .sort((a, b) => (1 - b.value) * b.criterion.weight - (1 - a.value) * a.criterion.weight);
  for (const { name, criterion } of gaps) {
    const fresh = criterion.probes.find(it => !heard.has(it.ask));
    if (fresh)
      return {
        key: probeKey(planned.ref, name, fresh.id),
        kind: 'probe',
        prompt: fresh.ask,
        why: `${criterion.title} was thin`,
        depth: 1,
      };
  }
  return undefined;
}
