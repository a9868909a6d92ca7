/** Which points of a question an answer covers, and where it does. */
import type { Evidence, PointScore } from '../../model/score.ts';
import { type Alignment, align, contradicting } from '../text/alignment.ts';
import { evidenceOf } from '../text/evidence.ts';
import { findPhrases, type PhraseBook } from '../text/phrases.ts';
import type { Searchable, Target } from '../text/searchable.ts';
import type { Phrasing, Prepared, PreparedPoint } from './prepared.ts';

export interface Finding {
  id: string;
  text: string;
  weight: number;
  status: PointScore['status'];
  /** 0 to 1. */
  score: number;
  /** Where; nothing for a missing point. */
  evidence: Evidence[];
  /** Numbers of the sentences that say the opposite of it. */
  opposed: number[];
}

export interface Coverage {
  /** 0 to 1: the weighted mean over the findings; null when there is nothing to cover. */
  value: number | null;
  findings: readonly Finding[];
  /** The findings are sentences of the model answer that fits best, not points. */
  derived: boolean;
  /** Numbers of the sentences that deny what the question's texts say. */
  denied: readonly number[];
}

/** Recall beyond the question's own words at which a point begins to count, and at which it counts in full. */
const NOTHING = 0.22;
const FULL = 0.62;

/** Score from which a point is covered, or there in its main part. */
const COVERED = 0.7;
const PARTIAL = 0.42;

/** A cue within the window is worth this much recall, but only beside some of the point's own words. */
const CUE = 0.12;
const CUE_NEEDS = 0.2;

/** Words of full weight that must be said; without them a point is at most there in part. */
const TELLING = 2;

/** The coverage of a question by an answer: by its points, else by its best-matching model answer. */
export function coverageOf(question: Prepared, search: Searchable): Coverage {
  const derived = question.points.length === 0;
  const choices = derived ? question.answers : [question.points];
  const targets = [question.points, ...question.answers]
    .flat()
    .flatMap(it => it.phrasings.map(p => p.target));
  const denied = contradicting(targets, search);
  const found = choices.map(points => coverage(points, search, denied));
  const best = found.reduce((a, b) => ((b.value ?? -1) > (a.value ?? -1) ? b : a), NOTHING_FOUND);
  return { ...best, derived, denied: [...denied] };
}

const NOTHING_FOUND: Pick<Coverage, 'value' | 'findings'> = { value: null, findings: [] };

function coverage(points: readonly PreparedPoint[], search: Searchable, denied: ReadonlySet<number>) {
  const findings = points.map(point => findingOf(point, search, denied));
  const total = findings.reduce((sum, it) => sum + it.weight, 0);
  const sum = findings.reduce((before, it) => before + it.weight * it.score, 0);
  return { value: total > 0 ? sum / total : null, findings };
}

function findingOf(point: PreparedPoint, search: Searchable, denied: ReadonlySet<number>): Finding {
  const tries = point.phrasings.map(it => tried(it, point.cues, search, denied));
  const best = tries.reduce((a, b) => (b.score > a.score ? b : a));
  const score = Math.round(100 * best.score) / 100;
  const status = score >= COVERED ? 'covered' : score >= PARTIAL ? 'partial' : 'missing';
  const { from, to } = best.alignment;
  return {
    id: point.id,
    text: point.text,
    weight: point.weight,
    status,
    score,
    evidence: status === 'missing' ? [] : evidenceOf(search.answer, from, to),
    opposed: [...new Set(tries.flatMap(it => it.alignment.opposed))],
  };
}

interface Tried {
  score: number;
  alignment: Alignment;
}

function tried(
  { target, base }: Phrasing,
  cues: PhraseBook | undefined,
  search: Searchable,
  denied: ReadonlySet<number>,
): Tried {
  const alignment = align(target, search, denied);
  const beyond = base < 1 ? Math.max(0, (alignment.recall - base) / (1 - base)) : 0;
  const helped = beyond >= CUE_NEEDS && hasCue(cues, alignment, search) ? beyond + CUE : beyond;
  const score = Math.min(1, Math.max(0, (helped - NOTHING) / (FULL - NOTHING)));
  return { score: Math.min(score, mostFor(target, alignment)), alignment };
}

/** Common words alone (`data`, `system`, `request`) make no point, however many of them fit. */
function mostFor(target: Target, { telling }: Alignment): number {
  const needed = Math.min(TELLING, target.telling);
  if (telling >= needed) return 1;
  return telling > 0 ? (COVERED + PARTIAL) / 2 : PARTIAL - 0.01;
}

function hasCue(cues: PhraseBook | undefined, { from, to }: Alignment, { answer }: Searchable): boolean {
  if (!cues || from < 0) return false;
  return answer.sentences.slice(from, to + 1).some(it => findPhrases(cues, it.words).length > 0);
}
