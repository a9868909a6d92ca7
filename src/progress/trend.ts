/** From attempts to what is told of them: by competency, principle, part of a rubric and kind of question. */
import type { Attempt, Decided, History, LineKind, Progress, ProgressLine } from '../model/progress.ts';
import { type Day, dayAfter, dayOf } from './days.ts';
import { comparable } from './history.ts';

/** How one stands is read off the last five answers: one alone is chance, and what is long ago is no longer true. */
const RECENT = 5;

const WEEK = 7;

export interface Told {
  today: Day;
  zone: string;
  level: string;
  /** The score that a hire begins with at this level. */
  bar: number;
}

/** Everything but the plan. Only what one judge said by one wording of each rubric is compared. */
export function progressOf(
  history: History,
  { outcomes }: Pick<Decided, 'outcomes'>,
  { today, zone, level, bar }: Told,
): Omit<Progress, 'plan'> {
  const { attempts, setAside } = comparable(history.attempts);
  const last = attempts.at(-1);
  const weekAgo = dayAfter(today, -WEEK);
  const lastOld = attempts.findLast(it => dayOf(it.at, zone) <= weekAgo)?.at ?? Number.NEGATIVE_INFINITY;
  const isOld = (it: Attempt) => it.at <= lastOld;
  const linesBy = (marksOf: (it: Attempt) => readonly Mark[]) =>
    linesFrom(attempts, marksOf, { bar, isOld, input: last?.input });
  const lines: Record<LineKind, ProgressLine[]> = {
    competency: linesBy(it => named(it.competencies, it)),
    principle: linesBy(it => named(it.principles, it)),
    part: linesBy(it => it.parts),
    kind: linesBy(it => named([it.type], it)),
  };
  return {
    kind: 'progress',
    day: today,
    judge: last?.judge ?? null,
    level,
    bar,
    sessions: history.sessions,
    answers: attempts.length,
    input: last?.input ?? null,
    lines,
    interviews: bySession(attempts.map(it => ({ attempt: it, score: it.score }))).map(
      ({ session, at, score }) => ({
        session,
        day: dayOf(at, zone),
        score,
      }),
    ),
    setAside,
    unjudged: history.unjudged,
    waiting: history.waiting,
    skipped: history.skipped,
    outcomes: [...outcomes],
  };
}

/** A score that an answer has for something. */
interface Mark {
  id: string;
  score: number;
}

const named = (names: readonly string[], { score }: Attempt): Mark[] => names.map(id => ({ id, score }));

interface LineOptions {
  bar: number;
  isOld(it: Attempt): boolean;
  input: Attempt['input'] | undefined;
}

/** The weakest first. */
function linesFrom(
  attempts: readonly Attempt[],
  marksOf: (it: Attempt) => readonly Mark[],
  options: LineOptions,
): ProgressLine[] {
  const found = new Map<string, Marked[]>();
  for (const attempt of attempts)
    for (const { id, score } of marksOf(attempt)) {
      const list = found.get(id);
      if (list) list.push({ attempt, score });
      else found.set(id, [{ attempt, score }]);
    }
  return [...found]
    .map(([id, marked]) => lineOf(id, marked, options))
    .sort((a, b) => a.now - b.now || (a.id < b.id ? -1 : 1));
}

interface Marked {
  attempt: Attempt;
  score: number;
}

function lineOf(id: string, marked: readonly Marked[], { bar, isOld, input }: LineOptions): ProgressLine {
  // The oldest come first.
  const old = marked.slice(0, marked.findLastIndex(it => isOld(it.attempt)) + 1);
  const now = recentMean(marked);
  const isChanged = old.length > 0 && old.length < marked.length;
  const times = marked.filter(it => it.attempt.input === input).map(it => it.attempt.seconds);
  return {
    id,
    answers: marked.length,
    scores: bySession(marked).map(it => it.score),
    now,
    before: isChanged ? recentMean(old) : null,
    gap: tenths(Math.max(0, bar - now)),
    seconds: median(times),
  };
}

const recentMean = (marked: readonly Marked[]) => mean(marked.slice(-RECENT).map(it => it.score));

/** The mean of each session, in the order of time. */
function bySession(marked: readonly Marked[]) {
  const sessions = new Map<string, { at: number; scores: number[] }>();
  for (const { attempt, score } of marked) {
    const known = sessions.get(attempt.session);
    if (known) known.scores.push(score);
    else sessions.set(attempt.session, { at: attempt.at, scores: [score] });
  }
  return [...sessions].map(([session, { at, scores }]) => ({ session, at, score: mean(scores) }));
}

const tenths = (value: number) => Math.round(10 * value) / 10;
const mean = (values: readonly number[]) => tenths(values.reduce((sum, it) => sum + it, 0) / values.length);

/** Null of nothing. */
function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return null;
  return Math.round(sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2);
}
