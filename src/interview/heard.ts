/** What the answers to one main question have shown so far: the best reading of each point and signal among them. */
import {
  assignmentOf,
  criteriaOf,
  followUpAt,
  type NamedCriterion,
  probed,
  wholeAssignment,
} from '../model/assignment.ts';
import type { Point } from '../model/content.ts';
import { isClaim } from '../model/pitfalls.ts';
import type { PointScore } from '../model/score.ts';
import type { AskState, Plan, PlannedQuestion, Try } from '../model/session.ts';
import { type Readings, readSubmission } from '../scoring/signals/readings.ts';
import { admitsNotKnowing } from '../scoring/text/candour.ts';
import { submitted } from './submission.ts';

/** One answer, as the interviewer heard it. */
export interface Heard {
  ask: AskState;
  /** By what it was asked for. */
  own: Readings;
  /** Whether it brought anything that was not there before. What nothing can measure is believed. */
  adds: boolean;
  /** Says that they do not know, and brings nothing else. */
  admits: boolean;
  /** Pitfalls that it touches: of the follow-up, or of the main question. */
  pitfalls: Readings['pitfalls'];
  /** 0 to 1: how much of all that the main question is judged by was there after it. */
  worth: number;
}

export interface Shown {
  /** By criterion, in the order of its signals; null where nothing could be read yet. */
  readonly signals: ReadonlyMap<string, readonly (number | null)[]>;
  /** By the key of the main question or of a follow-up, then by point. */
  readonly points: ReadonlyMap<string, ReadonlyMap<string, PointScore['status']>>;
}

export interface Hearing {
  heard: Heard[];
  shown: Shown;
}

/** Share of all that a question is judged by, and of a follow-up's points, that an answer must bring to add anything. */
const ADDS = 0.02;
const ADDS_TO_FOLLOW_UP = 0.2;
/** The same for a main answer, in which some chance reading is always there. */
const IS_AN_ANSWER = 0.25;

/** Hears the answers to one main question, in the order asked. Reads each answer once, however often it is called. */
export function hear(plan: Plan, planned: PlannedQuestion, thread: readonly AskState[]): Hearing {
  const heard: Heard[] = [];
  let shown: Shown = { signals: new Map(), points: new Map() };
  let before = 0;
  for (const ask of thread) {
    const { own, whole } = readingsOf(plan, planned, ask);
    shown = joined(shown, planned, ask, { own, whole }, probed(plan, planned, ask)?.about);
    const worth = worthOf(plan, planned, shown);
    const brought = spoke(ask) && brings(ask, own, worth - before);
    const admits = spoke(ask) && !brought && admitsNotKnowing(lastAnswer(ask));
    const adds = brought ?? (spoke(ask) && !admits);
    const { pitfalls } = ask.kind === 'follow-up' ? own : whole;
    heard.push({ ask, own, adds, admits, pitfalls, worth });
    before = worth;
  }
  return { heard, shown };
}

/** Skipping says enough: nobody digs there. */
export function spoke(ask: AskState): boolean {
  return lastAnswer(ask).trim() !== '';
}

export function lastAnswer(ask: AskState): string {
  return ask.tries.at(-1)?.answer ?? '';
}

/** Pitfalls that are claims, with the words that make them; what is left out or how it is said is not wrong. */
export function wrongClaims(planned: PlannedQuestion, { ask, pitfalls }: Heard): Readings['pitfalls'] {
  const among = (followUpAt(planned, ask.key) ?? planned.question).pitfalls;
  const claims = new Set(among.filter(isClaim).map(it => it.id));
  return pitfalls.filter(it => claims.has(it.id) && it.evidence.length > 0);
}

interface Read {
  own: Readings;
  /** As an answer to the main question. */
  whole: Readings;
}

/** A try never changes and belongs to one ask, so what was read in it stands. */
const remembered = new WeakMap<Try, Read>();

function readingsOf(plan: Plan, planned: PlannedQuestion, ask: AskState): Read {
  const attempt = ask.tries.at(-1);
  if (!attempt || !spoke(ask)) return SILENCE;
  const known = remembered.get(attempt);
  if (known) return known;
  const whole = readSubmission(submitted(plan, ask, attempt, wholeAssignment(plan, planned)));
  const own =
    ask.key === ask.ref
      ? whole
      : readSubmission(submitted(plan, ask, attempt, assignmentOf(plan, planned, ask)));
  remembered.set(attempt, { own, whole });
  return { own, whole };
}

const UNSAID: Readings = {
  points: [],
  pitfalls: [],
  keywords: [],
  criteria: [],
  flags: [],
  coverage: { value: null, evidence: [], missing: [], reason: '' },
  words: 0,
};
const SILENCE: Read = { own: UNSAID, whole: UNSAID };

/** Whether an answer brought anything; undefined where there is nothing to measure it by. */
function brings({ kind }: AskState, { coverage }: Readings, gain: number): boolean | undefined {
  if (kind !== 'follow-up') return gain > (kind === 'probe' ? ADDS : IS_AN_ANSWER);
  if (gain > ADDS) return true;
  return coverage.value === null ? undefined : coverage.value >= ADDS_TO_FOLLOW_UP;
}

/** Signals that say something of a whole story alone. */
const OF_A_STORY: ReadonlySet<string> = new Set(['theme']);

function joined(
  { signals, points }: Shown,
  { ref }: PlannedQuestion,
  ask: AskState,
  { own, whole }: Read,
  about: NamedCriterion | undefined,
): Shown {
  if (!spoke(ask)) return { signals, points };
  const better = new Map(signals);
  for (const { id, criterion, signals: read } of whole.criteria) {
    // An answer to a part of the question is no story of its own.
    const fitting = read.map((value, at) =>
      ask.depth > 0 && OF_A_STORY.has(criterion.signals[at]!.kind) ? null : value,
    );
    better.set(id, best(better.get(id), fitting));
  }
  if (about && ask.aim?.signal !== undefined) {
    // What was asked for outright: read in the whole answer, wherever it stands.
    const aimed = [...(own.criteria[0]?.signals ?? [])];
    const kinds = about.criterion.signals.map(it => it.kind);
    const read = kinds.map(it => (it === ask.aim?.signal ? (aimed.shift() ?? null) : null));
    better.set(about.name, best(better.get(about.name), read));
  }
  const found = new Map(points);
  found.set(ref, covered(found.get(ref), whole.points));
  if (ask.kind === 'follow-up') found.set(ask.key, covered(found.get(ask.key), own.points));
  if (ask.aim?.point !== undefined) found.set(ask.aim.of, covered(found.get(ask.aim.of), own.points));
  return { signals: better, points: found };
}

function best(before: readonly (number | null)[] = [], read: readonly (number | null)[]): (number | null)[] {
  return read.map((value, at) => {
    const known = before[at] ?? null;
    return value === null || known === null ? (value ?? known) : Math.max(value, known);
  });
}

const RANK: Readonly<Record<PointScore['status'], number>> = { missing: 0, partial: 0.5, covered: 1 };

function covered(
  before: ReadonlyMap<string, PointScore['status']> = new Map(),
  read: readonly PointScore[],
): Map<string, PointScore['status']> {
  const found = new Map(before);
  for (const { id, status } of read)
    if (RANK[status] >= RANK[found.get(id) ?? 'missing']) found.set(id, status);
  return found;
}

/** 0 to 1: the share of the points that is there, all answers together; undefined where there are none. */
export function coverageOf(shown: Shown, key: string, points: readonly Point[]): number | undefined {
  const total = points.reduce((sum, it) => sum + it.weight, 0);
  if (total === 0) return undefined;
  const found = shown.points.get(key);
  return points.reduce((sum, it) => sum + it.weight * RANK[found?.get(it.id) ?? 'missing'], 0) / total;
}

/** A signal of a criterion, 0 to 1, all answers together; null where nothing could be read. */
export function signalValue(
  shown: Shown,
  { ref, question }: PlannedQuestion,
  { name, criterion }: NamedCriterion,
  signal: number,
): number | null {
  const read = shown.signals.get(name)?.[signal] ?? null;
  if (criterion.signals[signal]?.kind !== 'coverage') return read;
  return coverageOf(shown, ref, question.points) ?? read;
}

/** A criterion as a whole, 0 to 1; null where none of its signals could be read. */
export function criterionValue(shown: Shown, planned: PlannedQuestion, named: NamedCriterion): number | null {
  const read = named.criterion.signals.map((it, at) => ({
    weight: it.weight ?? 1,
    value: signalValue(shown, planned, named, at),
  }));
  const sure = read.filter(it => it.value !== null);
  const total = sure.reduce((sum, it) => sum + it.weight, 0);
  return total > 0 ? sure.reduce((sum, it) => sum + it.weight * it.value!, 0) / total : null;
}

/** 0 to 1: how much of all that the question is judged by is there. */
function worthOf(plan: Plan, planned: PlannedQuestion, shown: Shown): number {
  const all = criteriaOf(plan, planned.rubrics);
  const total = all.reduce((sum, it) => sum + it.criterion.weight, 0);
  const worth = all.reduce(
    (sum, it) => sum + it.criterion.weight * (criterionValue(shown, planned, it) ?? 0),
    0,
  );
  return total > 0 ? worth / total : (coverageOf(shown, planned.ref, planned.question.points) ?? 0);
}
