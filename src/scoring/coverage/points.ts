/** Which points of a question an answer covers, and where it does. */
import type { Evidence, PointScore } from '../../model/score.ts';
import { type Alignment, align, contradicting, recallAnywhere } from '../text/alignment.ts';
import { evidenceOf } from '../text/evidence.ts';
import { findPhrases, type PhraseBook } from '../text/phrases.ts';
import { isTelling, type Searchable, type Target } from '../text/searchable.ts';
import type { Word } from '../text/tokens.ts';
import type { Phrasing, Prepared, PreparedAnswer, PreparedPoint } from './prepared.ts';

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
const NOTHING = 0.15;
const FULL = 0.55;

/** Share of a model answer's value that its words earn anywhere. */
const WHOLE = 0.5;

/** Score from which a point is covered, or there in its main part. */
const COVERED = 0.7;
const PARTIAL = 0.42;

/** The most that a point scores that is missing all the same. */
const UNPROVED = PARTIAL - 0.01;

/** A cue within the window is worth this much recall, but only beside some of the point's own words. */
const CUE = 0.12;
const CUE_NEEDS = 0.2;

/** Telling words that must be said, one where most of the text is; without them a point is at most there in part. */
const TELLING = 2;
const MOST = 0.5;

/** Weight that must be said in all: one common word is no point, however short its text. */
const LEAST = 1;

/** Share of what matched that may be denied where the point is not, or the other way round. */
const CONTRARY = 0.6;

/** So many points at most are proved by one and the same stretch. */
const PROOFS = 2;

/**
 * Weight of words beyond all cues that a window must hold: whoever drops the terms alone has made no point. A text that
 * is nearly all cues is made by saying nearly all of it.
 */
const BEYOND_CUES = 1;
const NEARLY_ALL = 0.9;

/** The coverage of a question by an answer: by its points, else by its best-matching model answer. */
export function coverageOf(question: Prepared, search: Searchable): Coverage {
  const derived = question.points.length === 0;
  const all = [question.points, ...question.answers.map(it => it.points)].flat();
  const denied = contradicting(
    all.flatMap(it => it.phrasings.map(p => p.target)),
    search,
  );
  const heard = { search, denied, beyondCues: weightsBeyondCues(question, search) };
  const found = derived
    ? question.answers.map(answer => modelCoverage(answer, heard))
    : [coverage(question.points, heard)];
  const best = found.reduce((a, b) => ((b.value ?? -1) > (a.value ?? -1) ? b : a), NOTHING_FOUND);
  return { ...best, derived, denied: [...denied] };
}

const NOTHING_FOUND: Pick<Coverage, 'value' | 'findings'> = { value: null, findings: [] };

/**
 * Nobody says every sentence of a model answer, nor each in one place: half of the value is the share of its words that
 * are said anywhere.
 */
function modelCoverage(
  { points, whole }: PreparedAnswer,
  heard: Heard,
): Pick<Coverage, 'value' | 'findings'> {
  const { value, findings } = coverage(points, heard);
  if (value === null) return { value, findings };
  const anywhere = beyondEcho(recallAnywhere(whole.target, heard.search, heard.denied), whole.base);
  const told = findings.some(it => it.status !== 'missing') ? WHOLE * Math.min(1, anywhere / FULL) : 0;
  return { value: (1 - WHOLE) * value + told, findings };
}

/** An answer as every point sees it. */
interface Heard {
  search: Searchable;
  /** Sentences that deny a text of the question: they belong to no window. */
  denied: ReadonlySet<number>;
  /** By sentence: what it says beside the cues, as weights by stem. */
  beyondCues: readonly ReadonlyMap<string, number>[];
}

function coverage(points: readonly PreparedPoint[], heard: Heard) {
  const findings = provedOnce(points.map(point => findingOf(point, heard)));
  const total = findings.reduce((sum, it) => sum + it.weight, 0);
  const sum = findings.reduce((before, it) => before + it.weight * it.score, 0);
  return { value: total > 0 ? sum / total : null, findings };
}

/** Of more points that one stretch proves, the best proved stand: one sentence seldom makes three points. */
function provedOnce(findings: readonly Finding[]): Finding[] {
  const key = ({ evidence }: Finding) => evidence.map(it => `${it.start}-${it.end}`).join();
  return findings.map(finding => {
    const rivals = findings.filter(it => it.evidence.length > 0 && key(it) === key(finding));
    const place = rivals.sort((a, b) => b.score - a.score).indexOf(finding);
    if (place < PROOFS) return finding;
    return { ...finding, status: 'missing', score: Math.min(finding.score, UNPROVED), evidence: [] };
  });
}

function findingOf(point: PreparedPoint, heard: Heard): Finding {
  const tries = point.phrasings.map(it => tried(it, point.cues, heard));
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
    evidence: status === 'missing' ? [] : evidenceOf(heard.search.answer, from, to),
    opposed: [...new Set(tries.flatMap(it => it.alignment.opposed))],
  };
}

interface Tried {
  score: number;
  alignment: Alignment;
}

function tried({ target, base }: Phrasing, cues: PhraseBook | undefined, heard: Heard): Tried {
  const alignment = align(target, heard.search, heard.denied);
  const beyond = beyondEcho(alignment.recall, base);
  const helped = beyond >= CUE_NEEDS && hasCue(cues, alignment, heard.search) ? beyond + CUE : beyond;
  const score = Math.min(1, Math.max(0, (helped - NOTHING) / (FULL - NOTHING)));
  const most = cues && dropsCues(alignment, heard) ? UNPROVED : mostFor(target, alignment);
  return { score: Math.min(score, most), alignment };
}

/** Whether the window holds hardly anything but cues. */
function dropsCues({ recall, from, to }: Alignment, { beyondCues }: Heard): boolean {
  if (recall >= NEARLY_ALL) return false;
  const beside = new Map(beyondCues.slice(Math.max(0, from), to + 1).flatMap(it => [...it]));
  return [...beside.values()].reduce((sum, it) => sum + it, 0) < BEYOND_CUES;
}

/** Recall beyond what the question said again would reach. */
function beyondEcho(recall: number, base: number): number {
  return base < 1 ? Math.max(0, (recall - base) / (1 - base)) : 0;
}

/** Common words alone (`data`, `system`, `request`) make no point, nor does saying that it is not so. */
function mostFor(target: Target, { said, recall, contrary }: Alignment): number {
  const weight = said.reduce((sum, it) => sum + it.weight, 0);
  if (contrary >= CONTRARY || weight < Math.min(LEAST, target.total)) return UNPROVED;
  const telling = said.filter(isTelling).length;
  if (telling >= Math.min(recall >= MOST ? 1 : TELLING, target.telling)) return 1;
  return telling > 0 ? (COVERED + PARTIAL) / 2 : UNPROVED;
}

/** For each sentence, the weight of its different words that are no cues; those that are not of the topic count half. */
function weightsBeyondCues({ topic, prompt, cueStems }: Prepared, { answer }: Searchable) {
  const worth = ({ stem, weight }: Word) => (topic.has(stem) && !prompt.has(stem) ? weight : weight / 2);
  return answer.sentences.map(
    ({ words }) => new Map(words.filter(it => !cueStems.has(it.stem)).map(it => [it.stem, worth(it)])),
  );
}

function hasCue(cues: PhraseBook | undefined, { from, to }: Alignment, { answer }: Searchable): boolean {
  if (!cues || from < 0) return false;
  return answer.sentences.slice(from, to + 1).some(it => findPhrases(cues, it.words).length > 0);
}
