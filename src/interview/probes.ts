/** The probes that are due after what was heard, the one for the widest gap first. A probe never says what is missing. */
import { criteriaOf, type NamedCriterion, outlineProbe, probed, probeKey } from '../model/assignment.ts';
import type { Point, Probe } from '../model/content.ts';
import type { PointScore } from '../model/score.ts';
import type { Aim, Ask, AskState, Plan, PlannedQuestion } from '../model/session.ts';
import { wordsInCommon } from '../scoring/text/shared-words.ts';
import { coverageOf, criterionValue, type Shown, signalValue } from './heard.ts';
import { nudge } from './remarks.ts';

/** A reading under this is a gap worth a probe: the usual cut of level 3. */
const GAP = 0.55;

/** A point that is missing altogether weighs twice, for nothing else can stand in for it. */
const MISSING = 2;

/** Whether a story is about what was asked is half a guess, which must not push aside what is surely missing. */
const GUESSED: Readonly<Record<string, number>> = { theme: 0.3 };

/** Less of the points than this is there: an open question gives more room than one about a single point. */
const HALF = 0.5;

/** An interviewer moves on after so many tries at one gap, and after one that brought nothing. */
const TRIES = 2;

/** What is asked for only when nothing else is missing. */
const LAST = 0.001;

export type Asking = Pick<Ask, 'key' | 'prompt' | 'why' | 'aim'>;

export interface Looking {
  plan: Plan;
  planned: PlannedQuestion;
  thread: readonly AskState[];
  shown: Shown;
  /** Keys of asks that brought nothing. */
  vain: ReadonlySet<string>;
  /** Whether words like these were heard before in the interview. */
  isHeard(prompt: string): boolean;
}

interface Due extends Asking {
  criterion: string;
  /** Weight of what is lacking. */
  lack: number;
}

/** A probe for the widest gap in the answers to the main question; one criterion is kept to until nothing of it is due. */
export function probeFor(looking: Looking): Asking | undefined {
  const { plan, planned, thread } = looking;
  const last = thread.at(-1);
  const brought = last?.kind === 'probe' && !looking.vain.has(last.key);
  const lately = brought ? probed(plan, planned, last)?.about.name : undefined;
  const due = criteriaOf(plan, planned.rubrics).flatMap(named => dueOf(looking, named));
  const width = (name: string) => Math.max(...due.filter(it => it.criterion === name).map(it => it.lack));
  const [widest] = due
    .map((it, order) => ({ it, order, width: width(it.criterion), stays: it.criterion === lately }))
    .sort((a, b) => Number(b.stays) - Number(a.stays) || b.width - a.width || a.order - b.order);
  return widest && asking(widest.it);
}

/** A probe below a follow-up that was answered in part, about its heaviest point that is not there. */
export function probeBelow(
  looking: Looking,
  followUp: AskState,
  points: readonly Point[],
): Asking | undefined {
  const { plan, planned } = looking;
  for (const named of criteriaOf(plan, planned.rubrics)) {
    const point = uncovered(looking.shown, followUp.key, points)[0];
    const probe = named.criterion.probes.find(it => lowOf(it) === 'coverage' && isFresh(looking, named, it));
    if (point && probe)
      return asking(ladderDue(looking, named, probe, 1, { of: followUp.key, point: point.id }));
  }
  return undefined;
}

/** A probe for an occasion that no reading tells: a wrong claim, an "I do not know", a story told again. */
export function probeWhen(
  looking: Looking,
  occasion: 'pitfall' | 'admitted' | 'told-before',
  of: string,
): Asking | undefined {
  for (const named of criteriaOf(looking.plan, looking.planned.rubrics)) {
    const probe = named.criterion.probes.find(it => it.when === occasion && isFresh(looking, named, it));
    if (probe) return asking(ladderDue(looking, named, probe, 1, { of }));
  }
  return undefined;
}

function asking({ key, prompt, why, aim }: Due): Asking {
  return { key, prompt, why, ...(aim && { aim }) };
}

const lowOf = ({ when }: Probe): string | undefined => (typeof when === 'object' ? when.low : undefined);

/** What is due of one criterion, in the order to ask it in. */
function dueOf(looking: Looking, named: NamedCriterion): Due[] {
  const { planned, shown } = looking;
  const { criterion } = named;
  const value = criterionValue(shown, planned, named);
  const ladder = criterion.probes
    .filter(it => it.when === undefined || lowOf(it) !== undefined)
    .flatMap(probe => dueNow(looking, named, probe, value));
  const outline = outlineDue(looking, named);
  const coverage = coverageOf(shown, planned.ref, planned.question.points) ?? 0;
  return coverage < HALF ? [...ladder, ...outline] : [...outline, ...ladder];
}

function dueNow(looking: Looking, named: NamedCriterion, probe: Probe, value: number | null): Due[] {
  const { planned, shown } = looking;
  const { criterion } = named;
  const kind = lowOf(probe);
  if (!isFresh(looking, named, probe)) return [];
  if (kind === undefined) {
    if (value === null || value >= GAP || isTried(looking, named, {})) return [];
    return [ladderDue(looking, named, probe, criterion.weight * (1 - value), { of: planned.ref })];
  }
  const lack = signalLack(looking, named, kind);
  const point = kind === 'coverage' ? uncovered(shown, planned.ref, planned.question.points)[0] : undefined;
  if (lack === undefined) return [];
  const aim: Aim = { of: planned.ref, ...(point ? { point: point.id } : { signal: kind }) };
  return isTried(looking, named, aim) ? [] : [ladderDue(looking, named, probe, lack, aim)];
}

/** The weight of what the signals of a kind lack; undefined when they are there. */
function signalLack({ planned, shown }: Looking, named: NamedCriterion, kind: string): number | undefined {
  const { signals, weight } = named.criterion;
  const { ref, question } = planned;
  const total = signals.reduce((sum, it) => sum + (it.weight ?? 1), 0);
  const lacks = signals.flatMap((it, at) => {
    if (it.kind !== kind) return [];
    const value = signalValue(shown, planned, named, at);
    const share = (weight * (it.weight ?? 1)) / total;
    if (kind === 'coverage' && question.points.length > 0)
      return pointLack(shown, ref, question.points, share);
    if (value === null) return [LAST];
    return value < GAP ? [(GUESSED[kind] ?? 1) * share * (1 - value)] : [];
  });
  return lacks.length > 0 ? Math.max(...lacks) : undefined;
}

/** What the heaviest uncovered point is worth of all that the points are. */
function pointLack(shown: Shown, ref: string, points: readonly Point[], worth: number): number[] {
  const [heaviest] = uncovered(shown, ref, points);
  if (!heaviest) return [];
  const total = points.reduce((sum, it) => sum + it.weight, 0);
  const isMissing = (shown.points.get(ref)?.get(heaviest.id) ?? 'missing') === 'missing';
  return [((isMissing ? MISSING : 1) * worth * heaviest.weight) / total];
}

function ladderDue(
  { planned, shown }: Looking,
  { name, criterion }: NamedCriterion,
  probe: Probe,
  lack: number,
  aim: Aim,
): Due {
  return {
    key: probeKey(planned.ref, name, probe.id),
    prompt: probe.ask,
    why: whyOf(criterion.title, probe, aim, shown),
    aim,
    criterion: name,
    lack,
  };
}

const OCCASIONS = {
  pitfall: 'a wrong claim',
  admitted: 'did not know',
  'told-before': 'a story told before',
} as const;

function whyOf(title: string, { when }: Probe, aim: Aim, shown: Shown): string {
  const { signal } = aim;
  if (typeof when === 'string') return OCCASIONS[when];
  if (aim.point !== undefined) return pointLacks(aim.of, aim.point, shown);
  return signal === undefined ? `${title} was thin` : `${title} was thin: ${signal}`;
}

function pointLacks(of: string, point: string, { points }: Shown): string {
  return `${points.get(of)?.get(point) === 'partial' ? 'only in part' : 'missing'}: ${point}`;
}

/** The step of the question's outline that leads to the heaviest missing point and does not say it. */
function outlineDue(looking: Looking, named: NamedCriterion): Due[] {
  const { plan, planned, shown } = looking;
  const { ref, question } = planned;
  const lack = signalLack(looking, named, 'coverage');
  if (lack === undefined) return [];
  return uncovered(shown, ref, question.points).flatMap(point => {
    const aim = { of: ref, point: point.id };
    const step = stepTo(looking, point);
    if (step === undefined || isTried(looking, named, aim)) return [];
    return [
      {
        key: probeKey(ref, named.name, outlineProbe(step)),
        prompt: nudge(question.outline[step]!, plan.seed + step),
        why: pointLacks(ref, point.id, shown),
        aim,
        criterion: named.name,
        lack,
      },
    ];
  });
}

/** Share of a point's words in a step that leads to it, and the share that would give it away. */
const LEADS = 0.1;
const GIVES_AWAY = 0.5;

function stepTo({ planned, isHeard }: Looking, point: Point): number | undefined {
  const steps = planned.question.outline.map((text, step) => ({
    text,
    step,
    shared: Math.max(...point.text.map(it => wordsInCommon(it, text))),
  }));
  const [nearest] = steps.sort((a, b) => b.shared - a.shared || a.step - b.step);
  if (!nearest || nearest.shared < LEADS || nearest.shared > GIVES_AWAY || isHeard(nearest.text))
    return undefined;
  return nearest.step;
}

/** Points that are not there, the heaviest first; where all are there at least in part, those of which only a part is. */
function uncovered(shown: Shown, key: string, points: readonly Point[]): Point[] {
  const found = shown.points.get(key);
  const having = (status: PointScore['status']) =>
    points.filter(it => (found?.get(it.id) ?? 'missing') === status).toSorted((a, b) => b.weight - a.weight);
  const missing = having('missing');
  return missing.length > 0 ? missing : having('partial');
}

/** Nobody is asked the same thing twice, in whatever round. */
function isFresh({ planned, thread, isHeard }: Looking, { name }: NamedCriterion, probe: Probe): boolean {
  const key = probeKey(planned.ref, name, probe.id);
  return !isHeard(probe.ask) && !thread.some(it => it.key === key);
}

/** Whether this was asked for often enough: a criterion, or a point, is left alone after a try that brought nothing. */
function isTried(looking: Looking, { name }: NamedCriterion, { signal, point }: Partial<Aim>): boolean {
  const { plan, planned, thread, vain } = looking;
  const tries = thread.filter(
    it => it.kind === 'probe' && it.aim?.point === point && probed(plan, planned, it)?.about.name === name,
  );
  return tries.some(it => vain.has(it.key)) || tries.filter(it => it.aim?.signal === signal).length >= TRIES;
}
