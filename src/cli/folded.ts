/**
 * What a session adds to the history, kept beside its journal: without it each review reads every journal ever written.
 * It is of the journal, the scores, the judge and the rubrics that it names, and is made anew when one of these changes;
 * it may be deleted.
 */
import type { Rubric } from '../model/content.ts';
import type { SessionHistory } from '../model/progress.ts';
import type { Judge } from '../model/score.ts';
import type { Session } from '../model/session.ts';
import { hashKept } from '../scoring/judges/hash.ts';
import { readNote, stampOf, writeNote } from './notes.ts';
import { VERSION } from './version.ts';

type Rubrics = ReadonlyMap<string, Rubric>;

/** Raised when the same session comes to another history. */
const FORM = 1;

interface Folded {
  /** What it was made of. */
  of: string;
  /** Ids of the session's rubrics: what they say today is a part of that. */
  rubrics: string[];
  history: SessionHistory;
}

const NAME = 'history.json';

/** What a history is made of, beside the judge and the rubrics. */
export const madeOf = (folder: string): string => stampOf(folder, ['journal.jsonl', 'scores.jsonl']);

/** The history of a session as it was folded last; undefined where something changed since. */
export function keptHistory(
  folder: string,
  stamp: string,
  judge: Judge,
  rubrics: Rubrics,
): SessionHistory | undefined {
  const folded = readNote<Folded>(folder, NAME);
  return folded?.of === makingOf(stamp, judge, rubrics, folded?.rubrics ?? []) ? folded?.history : undefined;
}

/** Keeps it; where it cannot, it is folded anew each time. */
export function keepHistory(
  folder: string,
  stamp: string,
  { plan }: Session,
  judge: Judge,
  rubrics: Rubrics,
  history: SessionHistory,
): void {
  const ids = Object.keys(plan.rubrics);
  const folded: Folded = { of: makingOf(stamp, judge, rubrics, ids), rubrics: ids, history };
  writeNote(folder, NAME, folded);
}

/** Everything that a history follows from, as one text. */
function makingOf(stamp: string, { name, version }: Judge, rubrics: Rubrics, ids: readonly string[]): string {
  const wording = ids.map(it => (rubrics.has(it) ? hashKept(rubrics.get(it)!) : ''));
  return [FORM, VERSION, name, version, stamp, ...wording].join('|');
}
