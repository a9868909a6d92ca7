/** The judge that needs no network: it weighs what the signals read, by the rubric, and can say why. */
import type { Rubric } from '../../model/content.ts';
import { type Cuts, DEFAULT_CUTS, type Level, levelOf } from '../../model/level.ts';
import type { AnswerScore, Asked, CriterionScore, Judge, JudgedBy, Submission } from '../../model/score.ts';
import { runWords } from '../../model/test-run.ts';
import { type CriterionReading, type Readings, readSubmission } from '../signals/readings.ts';
import { signalOf } from '../signals/table.ts';
import { hashKept, hashOf } from './hash.ts';
import { meanOver, oneDecimal, totalOf } from './total.ts';

const NAME = 'local';
/** Raised whenever code or tables change a score: kept scores of another version are not read. */
const VERSION = '17';

export const localJudge = { name: NAME, version: VERSION, paid: false, fingerprint, judge } satisfies Judge;

/** A submission's score: deterministic, never throws; what cannot be judged says why instead of scoring 0. */
function judge(submission: Submission): AnswerScore {
  const by = judgedBy(submission);
  if (submission.answer.trim() === '') return unread(submission, by, 'The answer is empty.');
  const readings = readSubmission(submission);
  if (readings.words === 0) return unread(submission, by, 'There is not a word in the answer.');
  const foreign = readings.flags.find(it => it.kind === 'other-language');
  if (foreign) return { ...unread(submission, by, foreign.reason), flags: [foreign] };
  return weighed(submission, by, readings);
}

function unread({ question }: Submission, judge: JudgedBy, cause: string): AnswerScore {
  const nothing = {
    criteria: [],
    points: [],
    pitfalls: [],
    keywords: [],
    flags: [],
    score: null,
    level: null,
  };
  return { question, judge, status: 'cannot-assess', ...nothing, cause };
}

/** Field by field: V8 takes long to add fields to an object that was spread. */
function weighed(submission: Submission, judge: JudgedBy, readings: Readings): AnswerScore {
  const { question } = submission;
  const { pitfalls, keywords, flags } = readings;
  const criteria =
    submission.rubrics.length > 0 ? readings.criteria.map(criterionScore) : coverageOnly(readings);
  const mean = meanOf(submission, readings);
  if (mean === null) {
    const cause =
      'There is nothing to measure it by: no points, no model answer, no criterion that could be read.';
    return {
      question,
      judge,
      status: 'cannot-assess',
      score: null,
      level: null,
      criteria,
      points: [],
      pitfalls,
      keywords,
      flags,
      cause,
    };
  }
  const score = totalOf(mean, pitfalls, flags);
  const level = levelOf(score, submission.rubrics[0]?.cuts);
  const { points } = readings;
  return {
    question,
    judge,
    status: 'scored',
    score,
    level,
    criteria,
    points,
    pitfalls,
    keywords,
    flags,
  };
}

/** 0 to 100: the mean of the criteria; without rubrics the coverage alone. */
function meanOf({ rubrics }: Submission, { criteria, coverage }: Readings): number | null {
  if (rubrics.length === 0) return coverage.value === null ? null : 100 * coverage.value;
  return meanOver(
    rubrics,
    criteria.filter(it => it.value !== null),
    scoreOf,
  );
}

/** 0 to 100. Without a quote there is no level above the first, unless only what is bad is counted. */
function scoreOf({ value, evidence, absence, rubric }: CriterionReading): number {
  const score = oneDecimal(100 * (value ?? 0));
  return evidence.length > 0 || absence ? score : Math.min(score, Math.max(0, rubric.cuts[0] - 0.1));
}

function criterionScore(reading: CriterionReading): CriterionScore {
  const { id, status, evidence, missing, reason, rubric } = reading;
  if (reading.value === null)
    return { id, status, score: null, level: null, confidence: 0, evidence: [], missing, reason };
  const score = scoreOf(reading);
  const level = levelOf(score, rubric.cuts);
  return { id, status, score, level, confidence: confidence(score, rubric.cuts), evidence, missing, reason };
}

/** Without a rubric the points are the one criterion there is. */
function coverageOnly({ coverage }: Readings): CriterionScore[] {
  const { value, evidence, missing, reason } = coverage;
  const id = 'coverage';
  if (value === null)
    return [
      { id, status: 'cannot-assess', score: null, level: null, confidence: 0, evidence, missing, reason },
    ];
  const score = oneDecimal(100 * value);
  const level: Level = evidence.length > 0 ? levelOf(score) : 1;
  return [{ id, status: 'scored', score, level, confidence: confidence(score), evidence, missing, reason }];
}

/** Points from the nearest cut at which the judge is as sure as it ever is. */
const SURE = 20;

function confidence(score: number, cuts: Cuts = DEFAULT_CUTS): number {
  const nearest = cuts.reduce((least, cut) => Math.min(least, Math.abs(score - cut)), 100);
  return Math.round(100 * (0.45 + 0.45 * Math.min(1, nearest / SURE))) / 100;
}

const judged = new WeakMap<Asked, { submission: Submission; by: JudgedBy }>();

/** Answers to one question come one after the other: what they share is told once. */
function judgedBy(submission: Submission): JudgedBy {
  const last = judged.get(submission.asked);
  if (last && alike(last.submission, submission)) return last.by;
  const by = judgedByAnew(submission);
  judged.set(submission.asked, { submission, by });
  return by;
}

const alike = (a: Submission, b: Submission): boolean =>
  a.aliases === b.aliases &&
  a.seconds === b.seconds &&
  a.budget === b.budget &&
  a.given === b.given &&
  a.run === b.run &&
  a.rubrics.length === b.rubrics.length &&
  a.rubrics.every((it, at) => it === b.rubrics[at]);

function judgedByAnew(submission: Submission): JudgedBy {
  const { rubrics } = submission;
  const [only] = rubrics;
  const id = only ? rubrics.map(it => it.id).join('+') : 'points';
  const hash = only && rubrics.length === 1 ? hashKept(only) : hashOf(rubrics.map(hashKept));
  return { name: NAME, version: VERSION, rubric: { id, hash }, fingerprint: fingerprint(submission) };
}

/** Of everything that decides the score beside the answer. */
function fingerprint({ asked, aliases, rubrics, seconds, budget, given, run }: Submission): string {
  const code = given === undefined && !run ? [] : [given ?? null, run ? runWords(run) : null];
  const clock = readsClock(asked, rubrics) ? [seconds ?? null, budget ?? null] : [];
  return hashOf([
    NAME,
    VERSION,
    rubrics.map(hashKept),
    askedHash(asked),
    hashKept(aliases),
    ...clock,
    ...code,
  ]);
}

/** Only then is the time a part of what decides the score. */
function readsClock({ pitfalls }: Asked, rubrics: readonly Rubric[]): boolean {
  const looked = rubrics.flatMap(it => it.criteria).flatMap(it => it.signals);
  return [...looked, ...pitfalls.flatMap(it => it.signal ?? [])].some(it => signalOf(it.kind)?.timed);
}

const remembered = new WeakMap<Asked, string>();

/** Only what judging reads: a reworded hint judges no answer anew. */
function askedHash(asked: Asked): string {
  const known = remembered.get(asked);
  if (known !== undefined) return known;
  const { prompt, type, points, pitfalls, answer, keywords } = asked;
  const hash = hashOf({ prompt, type, points, pitfalls, answer, keywords });
  remembered.set(asked, hash);
  return hash;
}
