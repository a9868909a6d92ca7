/** Which points of a question an answer covers, and where it does. */
import type { Evidence, PointScore } from '../../model/score.ts';
import { gathered } from '../gathered.ts';
import { ramp } from '../ramp.ts';
import { type Alignment, align, contradicting, recallAnywhere, SAID, windowFor } from '../text/alignment.ts';
import { doesSomething, toldResult } from '../text/code.ts';
import { crossedIn } from '../text/crossed.ts';
import { equationsOf, holds } from '../text/equations.ts';
import { evidenceOf } from '../text/evidence.ts';
import { hasPhrase, type PhraseBook } from '../text/phrases.ts';
import { nearestAnywhere, type Searchable, type Target } from '../text/searchable.ts';
import { likenessValue } from './likeness.ts';
import type { Prepared, PreparedPoint } from './prepared.ts';
import { isAsked, isCue, isOfTopic } from './topic.ts';
import { agreement } from './truths.ts';

export interface Finding {
  id: string;
  text: string;
  weight: number;
  status: PointScore['status'];
  /** 0 to 1. */
  score: number;
  /** Where; nothing for a missing point. */
  evidence: Evidence[];
  /** See PointScore. */
  inferred?: true;
  /** Numbers of the sentences that say the opposite of it. */
  opposed: number[];
}

/** A sentence that says the opposite of something true. */
export interface Denial {
  /** Its number. */
  sentence: number;
  /** What it denies. */
  text: string;
}

export interface Coverage {
  /** 0 to 1: the weighted mean over the findings; null when there is nothing to cover. */
  value: number | null;
  findings: readonly Finding[];
  /** The findings are sentences of the model answer that fits best, not points. */
  derived: boolean;
  /** The sentences that deny what the question's texts say. */
  denied: readonly Denial[];
  /** Share, above 0 to 1, of what an answer says that is believed. */
  trust: number;
}

/**
 * What proves a point: the best of its phrasings in one place, the others there as well, and its words anywhere. The
 * weights are set by hand; between .4 and .6 for the first nothing much changes (docs/judging.md).
 */
const BEST = 0.5;
const MEAN = 0.3;
const ANYWHERE = 0.2;

/** What another point that the same place proves better takes away: one sentence seldom makes two points. */
const RIVAL = 0.15;

/** Share of what matched, said the other way round, at which a point begins to lose and at which nothing is left. */
const CONTRARY = { from: 0.03, to: 0.28 };

/**
 * From proof to score: people count a point as made when an eighth of its words are there, and go on to tell more from less
 * far beyond (docs/judging.md).
 */
const STEPS: readonly (readonly [proof: number, score: number])[] = [
  [0.02, 0],
  [0.11, 0.45],
  [0.25, 0.8],
  [0.45, 0.98],
  [1, 1],
];

/** Score from which a point is covered, or there in its main part. */
const COVERED = 0.45;
const PARTIAL = 0.38;

/** The most that a point scores that is missing all the same. */
export const UNPROVED = PARTIAL - 0.01;

/** A cue within the window is worth this much proof, but only beside some of the point's own words. */
const CUE = 0.03;
const CUE_NEEDS = 0.1;

/**
 * Weight of words beyond all cues that a window must hold: whoever drops the terms alone has made no point. A text that
 * is nearly all cues is made by saying nearly all of it.
 */
const BEYOND_CUES = 0.5;
const NEARLY_ALL = 0.9;

/** What proves nothing in an answer. */
export interface Idle {
  /** Numbers of the sentences that make a claim of which the question warns. */
  claiming: readonly number[];
  /** Of those that say what is not known, or are mere politeness. */
  hollow: readonly number[];
}

/** The coverage of a question by an answer: by its points, else by the model answer that it is most like. */
export function coverageOf(question: Prepared, search: Searchable, { claiming, hollow }: Idle): Coverage {
  const derived = question.points.length === 0;
  const denied = deniedIn(question, search);
  const heard = { search, question, barred: new Set([...denied.keys(), ...claiming, ...hollow]) };
  const found = derived ? modelCoverage(question, heard) : coverage(question.points, heard);
  const trust = trustIn(denied.size + claiming.length, found.findings);
  return {
    value: found.value === null ? null : found.value * trust,
    findings: derived || trust === 1 ? found.findings : found.findings.map(it => believed(it, trust)),
    derived,
    denied: [...denied].map(([sentence, { text }]) => ({ sentence, text })),
    trust,
  };
}

/** The sentences that deny a true text, or tell two things apart the wrong way round, each with the text. */
function deniedIn(question: Prepared, search: Searchable): ReadonlyMap<number, Target> {
  const denied = contradicting(question.proving, () => agreement(question, search), search);
  const crossed = crossedIn(search.answer, question.contrasts, question.proving);
  return crossed.size === 0 ? denied : new Map([...crossed, ...denied]);
}

/** How fast trust is lost with the share of what is wrong, and how much of it at most. */
const DISTRUST = 3.5;
const MOST_DISTRUST = 0.85;

/**
 * Whoever says what is wrong, of much that is right, is still believed in the rest, and hardly any more when it is a third
 * of what they say: 0.15 to 1. `wrong` is the number of statements that are.
 */
export function trustIn(wrong: number, findings: readonly Finding[]): number {
  if (wrong === 0) return 1;
  const covered = findings.filter(it => it.status !== 'missing').length;
  return 1 - Math.min(MOST_DISTRUST, ((DISTRUST * wrong) / (wrong + covered)) ** 2);
}

/** From this score on a point is said so plainly that it is there, however little its worth: nobody need be asked for it. */
const PLAIN = 0.95;

function believed(finding: Finding, trust: number): Finding {
  const score = Math.round(100 * trust * finding.score) / 100;
  const status = finding.score >= PLAIN ? finding.status : statusAt(score);
  return { ...finding, score, status, evidence: status === 'missing' ? [] : finding.evidence };
}

/**
 * In a long answer so much of the coverage is how many sentences of the model answer it says; a short one is only likened to
 * the whole, as more and more of an answer between these numbers of words is not.
 */
const SENTENCES = { worth: 0.6, from: 60, to: 120 };

function modelCoverage(question: Prepared, heard: Heard): Pick<Coverage, 'value' | 'findings'> {
  const likest = bestModel(question, heard);
  if (!likest) return { value: null, findings: [] };
  const { value, findings } = coverage(likest.answer.points, heard);
  const share = SENTENCES.worth * ramp(heard.search.answer.wordCount, SENTENCES.from, SENTENCES.to);
  return { value: likest.value + share * ((value ?? likest.value) - likest.value), findings };
}

/** Of several model answers the one that the answer is most like. */
function bestModel({ answers }: Prepared, { search, barred }: Heard) {
  const found = answers.map(answer => ({ answer, value: likenessValue(answer.whole, search, barred) }));
  return found.sort((a, b) => b.value - a.value)[0];
}

/** An answer as every point sees it. */
interface Heard {
  search: Searchable;
  question: Prepared;
  /** Sentences that deny a text of the question, make a claim that it warns of, or say what is not known: no window has them. */
  barred: ReadonlySet<number>;
}

function coverage(points: readonly PreparedPoint[], heard: Heard) {
  const bearing = bearingOf(heard);
  const proofs = points.map(point => proofOf(point, heard, bearing));
  const findings = points.map((point, at) => findingOf(point, proofs[at]!, rivalOf(at, proofs), heard));
  return { value: meanOf(findings), findings };
}

/** 0 to 1: the weighted mean; null when there is nothing to cover. */
export function meanOf(findings: readonly Finding[]): number | null {
  const total = findings.reduce((sum, it) => sum + it.weight, 0);
  const sum = findings.reduce((before, it) => before + it.weight * it.score, 0);
  return total > 0 ? sum / total : null;
}

/** Share of the words that the question is about which an answer must have to bear on it, and from which it plainly does. */
const SUBJECT = { from: 0.05, to: 0.4 };

/** Words from which on an answer is long enough to have them; of a shorter one fewer are asked, in proportion. */
const SHORT = 60;

/** What is left of the proofs of an answer that has none of them: paraphrase in quite other words is not nothing. */
const BESIDE = 0.25;

/** Words from which an answer has so many places that one of them is near any point by chance: it must be nearer. */
const WORDS = 130;

/** A question of few points has too few words in common to tell what it is about. */
const LEAST_SUBJECT = 4;

/** How far an answer is about the question at all, at most 1: a few common words of a point are found in any text. */
function bearingOf({ search, question: { subject } }: Heard): number {
  if (subject.length < LEAST_SUBJECT) return 1;
  const { wordCount } = search.answer;
  const chance = Math.min(1, Math.sqrt(WORDS / Math.max(1, wordCount)));
  const share = subject.filter(it => nearestAnywhere(it, search) >= SAID).length / subject.length;
  const plainly = SUBJECT.to * Math.min(1, wordCount / SHORT);
  return chance * (BESIDE + (1 - BESIDE) * ramp(share, SUBJECT.from, plainly));
}

/** How far an answer proves a point, and where. */
interface Proof {
  /** 0 to 1. */
  strength: number;
  alignment: Alignment;
  opposed: number[];
}

function proofOf({ phrasings, cues }: PreparedPoint, heard: Heard, bearing: number): Proof {
  const tries = phrasings.map(({ target, base }) => {
    const window = windowFor(target, heard.search, heard.barred);
    const anywhere = beyondEcho(recallAnywhere(target, heard.search, heard.barred), base);
    return { target, window, recall: beyondEcho(window.recall, base), anywhere };
  });
  const best = tries.reduce((a, b) => (b.recall > a.recall ? b : a));
  const mean = tries.reduce((sum, it) => sum + it.recall, 0) / tries.length;
  const anywhere = Math.max(...tries.map(it => it.anywhere));
  const alignment = align(best.target, heard.search, best.window);
  const cue = best.recall >= CUE_NEEDS && hasCue(cues, alignment, heard.search) ? CUE : 0;
  const contrary = ramp(alignment.contrary, CONTRARY.from, CONTRARY.to);
  return {
    strength: bearing * (BEST * best.recall + MEAN * mean + ANYWHERE * anywhere + cue) * (1 - contrary),
    alignment,
    opposed: [...new Set(gathered(tries, it => it.window.opposed))],
  };
}

/** The best proof of another point at the same place. */
function rivalOf(at: number, proofs: readonly Proof[]): number {
  const { from, to } = proofs[at]!.alignment;
  const rivals = proofs.filter(
    ({ alignment }, other) => other !== at && from >= 0 && alignment.from <= to && alignment.to >= from,
  );
  return Math.max(0, ...rivals.map(it => it.strength));
}

function findingOf(point: PreparedPoint, proof: Proof, rival: number, heard: Heard): Finding {
  const { alignment } = proof;
  const step = scoreAt(proof.strength - RIVAL * rival);
  const isDropped = point.cues && dropsCues(alignment, heard) && !worksOut(alignment, heard.search);
  const most = isDropped || isScant(alignment, heard.search) ? UNPROVED : 1;
  const score = Math.round(100 * Math.min(step, most)) / 100;
  const status = statusAt(score);
  return {
    id: point.id,
    text: point.text,
    weight: point.weight,
    status,
    score,
    evidence: status === 'missing' ? [] : evidenceOf(heard.search.answer, alignment.from, alignment.to),
    opposed: proof.opposed,
  };
}

/** Less than so many words of a point, in a place of so many words, are its proof only where they are so much of it. */
const SCANT = { said: 2, words: 3, recall: 0.4 };

function isScant({ recall, said, from, to }: Alignment, { before }: Searchable): boolean {
  if (recall >= SCANT.recall || from < 0) return false;
  return said.length < SCANT.said || before[to + 1]! - before[from]! < SCANT.words;
}

export const statusAt = (score: number): PointScore['status'] =>
  score >= COVERED ? 'covered' : score >= PARTIAL ? 'partial' : 'missing';

/** The score of a proof, straight between the steps. */
function scoreAt(proof: number): number {
  const next = STEPS.findIndex(([from]) => proof < from);
  if (next === 0) return 0;
  if (next < 0) return 1;
  const [from, low] = STEPS[next - 1]!;
  const [to, high] = STEPS[next]!;
  return low + ((high - low) * (proof - from)) / (to - from);
}

/** Sentences behind a window in which what it names may be worked out. */
const WORKED_OUT = 3;

/** Rounding that a sum may have, as a share of its result. */
const ROUNDED = 0.05;

/**
 * Whether a sum that holds, or code that does something, stands in the window or close behind: whoever works it out has
 * not only dropped its terms.
 */
function worksOut({ from, to }: Alignment, { answer: { text, flat, sentences, code } }: Searchable): boolean {
  if (from < 0) return false;
  const { start } = sentences[from]!;
  const { end } = sentences[Math.min(to + WORKED_OUT, sentences.length - 1)]!;
  return (
    code.some(it => it.start < end && it.end > start && (doesSomething(text, it) || toldResult(text, it))) ||
    equationsOf(flat.slice(start, end)).some(it => holds(it, ROUNDED))
  );
}

/** Whether the window holds hardly anything but cues: other words of the topic count, and half as much all others. */
function dropsCues({ recall, from, to }: Alignment, { search, question }: Heard): boolean {
  if (recall >= NEARLY_ALL) return false;
  const beside = new Set<string>();
  let sum = 0;
  for (let at = Math.max(0, from); at <= to; at++)
    for (const word of search.answer.sentences[at]!.words) {
      const { stem, weight } = word;
      if (weight === 0 || isCue(question, word) || beside.has(stem)) continue;
      beside.add(stem);
      sum += isOfTopic(question, word) && !isAsked(question, word) ? weight : weight / 2;
      if (sum >= BEYOND_CUES) return false;
    }
  return true;
}

/** A prompt that names much of its answer must not leave a scale too short to tell answers apart on. */
const MOST_BASE = 0.35;

/** Recall beyond what the question said again would reach. */
function beyondEcho(recall: number, base: number): number {
  return Math.max(0, (recall - base) / (1 - Math.min(MOST_BASE, base)));
}

function hasCue(cues: PhraseBook | undefined, { from, to }: Alignment, { answer }: Searchable): boolean {
  if (!cues || from < 0) return false;
  for (let at = from; at <= to; at++) if (hasPhrase(cues, answer.sentences[at]!.words)) return true;
  return false;
}
