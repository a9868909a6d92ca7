/** The cohort of a batch: a fold of its results in input order, in memory that does not grow with the rows. */
import {
  type Cohort,
  type CriterionTally,
  fullId,
  type Gates,
  MOST_NAMES,
  type Named,
  type NamedTally,
  type RowResult,
} from '../model/cohort.ts';
import { brokenGate } from '../model/gates.ts';
import type { Level } from '../model/level.ts';
import { FLAG_KINDS, type Flag, type JudgedBy } from '../model/score.ts';
import { noCounts, spreadOf } from './distribution.ts';
import { count, deviationOf, meanOf, noSums, type Sums, tallyOf, tenthsOf } from './sums.ts';

/** What a run needs to know of each result, whatever is written: small, so that it is handed from thread to thread. */
export interface RowDigest extends Pick<RowResult, 'id' | 'status' | 'score' | 'level' | 'question'> {
  candidate?: string;
  group?: string;
  /** By `rubric/criterion`; none of a row without a score. */
  criteria: { id: string; score: number | null; level: Level | null }[];
  /** Each kind once. */
  flags: Flag['kind'][];
  judge: Pick<JudgedBy, 'name' | 'version' | 'model' | 'rubric'> | null;
  /** It breaks a gate for single rows. */
  failed: boolean;
}

export function digestOf(result: RowResult, gates: Gates = {}): RowDigest {
  const { id, status, score, level, question, candidate, group, criteria, flags, judge } = result;
  const told = status === 'scored' ? criteria : [];
  return {
    id,
    status,
    score,
    level,
    question,
    ...(candidate !== undefined && { candidate }),
    ...(group !== undefined && { group }),
    criteria: told.map(it => ({ id: fullId(it, judge), score: it.score, level: it.level })),
    flags: [...new Set(flags.map(it => it.kind))],
    judge: judge && { ...namedIn(judge), rubric: judge.rubric },
    failed: brokenGate(result, gates) !== undefined,
  };
}

const namedIn = ({ name, version, model }: Pick<JudgedBy, 'name' | 'version' | 'model'>) => ({
  name,
  version,
  ...(model !== undefined && { model }),
});

/** Without those that are there with their model too: of rows that failed, none is known. */
const withModels = (judges: Cohort['judges']): Cohort['judges'] =>
  judges.filter(
    ({ name, version, model }) =>
      model !== undefined ||
      !judges.some(it => it.name === name && it.version === version && it.model !== undefined),
  );

export interface CohortFold {
  /** Rows must come in input order: names are listed by their first row. */
  add(digest: RowDigest): void;
  /**
   * What was folded so far.
   * @param prompt of a question, by its name.
   * @param version of mockloop.
   */
  cohort(prompt: (question: string) => string, version: string): Cohort;
}

type Levels = [number, number, number, number];
type CriterionSums = { sums: Sums; levels: Levels };

export function cohortFold(): CohortFold {
  const all = noSums();
  const counts = noCounts();
  const levels: Levels = [0, 0, 0, 0];
  const [questions, candidates, groups] = [named(), named(), named()];
  const criteria = new Map<string, CriterionSums>();
  const flags = new Map<Flag['kind'], number>();
  const judges = new Map<string, Cohort['judges'][number]>();
  const rubrics = new Map<string, JudgedBy['rubric']>();
  let lastJudge: RowDigest['judge'] = null;
  let failed = 0;
  return {
    add(digest) {
      const { status, score, level, judge } = digest;
      count(all, status, score);
      if (score !== null) counts[tenthsOf(score)]!++;
      if (level !== null) levels[level - 1]!++;
      if (digest.failed) failed++;
      questions.add(digest.question, digest);
      candidates.add(digest.candidate, digest);
      groups.add(digest.group, digest);
      for (const it of digest.criteria) addCriterion(criteria, it);
      for (const kind of digest.flags) flags.set(kind, (flags.get(kind) ?? 0) + 1);
      if (!judge || isSame(judge, lastJudge)) return;
      lastJudge = judge;
      note(judges, JSON.stringify(namedIn(judge)), namedIn(judge));
      note(rubrics, `${judge.rubric.id} ${judge.rubric.hash}`, judge.rubric);
    },
    cohort: (prompt, version) => ({
      kind: 'cohort',
      all: tallyOf(all),
      failed,
      deviation: deviationOf(all),
      ...spreadOf(counts),
      levels: [...levels],
      questions: questions.table(it => ({ ...it, prompt: prompt(it.id) })),
      criteria: [...criteria].map(criterionTally),
      candidates: candidates.table(it => it),
      groups: groups.table(it => it),
      flags: FLAG_KINDS.flatMap(kind => (flags.has(kind) ? [{ kind, rows: flags.get(kind)! }] : [])),
      judges: withModels([...judges.values()]),
      rubrics: [...rubrics.values()],
      versions: { mockloop: version },
    }),
  };
}

/** Longer ones are no names, and many of them would fill the memory. */
const LONGEST_NAME = 256;

/** Sums by name, of the first MOST_NAMES names. */
function named() {
  const sums = new Map<string, Sums>();
  let more = 0;
  return {
    add(name: string | null | undefined, { status, score }: RowDigest): void {
      if (name === null || name === undefined) return;
      let its = sums.get(name);
      if (!its && sums.size < MOST_NAMES && name.length <= LONGEST_NAME) {
        its = noSums();
        sums.set(name, its);
      }
      if (its) count(its, status, score);
      else more++;
    },
    table: <Item>(item: (tally: NamedTally) => Item): Named<Item> => ({
      listed: [...sums].map(([id, its]) => item({ id, ...tallyOf(its) })),
      more,
    }),
  };
}

/** There are as many criteria as the rubrics have: content bounds them, not the rows. */
function addCriterion(all: Map<string, CriterionSums>, { id, score, level }: RowDigest['criteria'][number]) {
  let its = all.get(id);
  if (!its) {
    its = { sums: noSums(), levels: [0, 0, 0, 0] };
    all.set(id, its);
  }
  if (score !== null) count(its.sums, 'scored', score);
  if (level !== null) its.levels[level - 1]!++;
}

function criterionTally([id, { sums, levels }]: [string, CriterionSums]): CriterionTally {
  return { id, scored: sums.scored, mean: meanOf(sums), levels: [...levels] };
}

/** Most rows have the judge and the rubric of the one before. */
function isSame(a: NonNullable<RowDigest['judge']>, b: RowDigest['judge']): boolean {
  if (b === null || a.name !== b.name || a.version !== b.version || a.model !== b.model) return false;
  return a.rubric.id === b.rubric.id && a.rubric.hash === b.rubric.hash;
}

/** Rows may name rubrics in any combination, so that even these are bounded. */
function note<Item>(all: Map<string, Item>, key: string, item: Item): void {
  if (all.size < MOST_NAMES && !all.has(key)) all.set(key, item);
}
