/** One judgement of an answer: everything is asked side by side, and put together when all replies are there. */
import type { Pitfall } from '../../../model/content.ts';
import { levelOf } from '../../../model/level.ts';
import type {
  AnswerScore,
  CriterionScore,
  Flag,
  JudgedBy,
  PitfallScore,
  Submission,
} from '../../../model/score.ts';
import { copyOf } from '../../text/copy.ts';
import { namesFor } from '../../text/names.ts';
import { meanOver, totalOf } from '../total.ts';
import { askLevel, askPoints, type Given, type PointsFound } from './asking.ts';
import { claimsIn, criterionScore, isAbsence, isAsked, type Part, partsOf } from './parts.ts';
import { judgedBy, type Model, type Told, told } from './telling.ts';

export interface Once {
  submission: Submission;
  /** What the local judge says of it; scored. */
  local: AnswerScore;
  judge: JudgedBy;
  /** Which of several judgements it is, from 0. */
  repeat: number;
}

/** Throws LlmError where no other answer could be judged either; what fails otherwise is an error with its cause. */
export async function judgeOnce(model: Model, once: Once): Promise<AnswerScore> {
  const { submission, local, judge } = once;
  const given = giver(model, once);
  const parts = partsOf(submission, local);
  const { points: wanted } = submission.asked;
  const claims = claimsIn(submission);
  const [points, ...levels] = await allOf([
    wanted.length + claims.length > 0 ? told(model, askPoints(given('points'), wanted, claims)) : NO_POINTS,
    ...parts.map(part =>
      isAsked(part, submission)
        ? told(model, askLevel(given(part.local.id), part.criterion, isAbsence(part)))
        : undefined,
    ),
  ]);
  const criteria = parts.map((part, at) => criterionScore(part, levels[at], points, submission));
  const by = judgedBy(judge, [points, ...levels]);
  const { keywords } = local;
  const flags = local.flags.filter(it => !READ_BY_MODEL.has(it.kind));
  const cause = causeOf(points, criteria);
  if (cause !== undefined || 'cause' in points)
    return { ...failedAnswer(submission, by, cause ?? ''), criteria, keywords, flags };
  const pitfalls = merged(submission.asked.pitfalls, claims, points.found.pitfalls, local.pitfalls);
  const score = totalOf(meanOf(submission, parts, criteria), pitfalls, flags);
  return {
    question: submission.question,
    status: 'scored',
    score,
    level: levelOf(score, submission.rubrics[0]?.cuts),
    criteria,
    points: points.found.points,
    pitfalls,
    keywords,
    flags: [...flags, ...gapBetween(score, local.score!)],
    judge: by,
  };
}

/** All of them; a failure is thrown only when every other one has ended, so that what was paid for is kept. */
export async function allOf<const All extends readonly unknown[]>(
  promises: All,
): Promise<{ -readonly [At in keyof All]: Awaited<All[At]> }> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}

/** What the local judge cannot tell by words a model reads for itself: how somebody behaves, and what other words mean. */
const READ_BY_MODEL: ReadonlySet<Flag['kind']> = new Set(['conduct', 'far-from-topic']);

const NO_POINTS: Told<PointsFound> = { found: { points: [], pitfalls: [] } };

/** What each request is about the same answer with other names. */
function giver({ secret }: Model, { submission, judge, repeat }: Once): (about: string) => Given {
  const { asked, answer, given, run } = submission;
  const copy = copyOf(answer);
  return about => ({
    asked,
    answer,
    copy,
    names: namesFor(answer, `${about} ${repeat} ${judge.fingerprint}`, secret),
    seed: repeat,
    ...(given !== undefined && { given }),
    ...(run && { run }),
  });
}

function causeOf(points: Told<PointsFound>, criteria: readonly CriterionScore[]): string | undefined {
  if ('cause' in points) return `points: ${points.cause}`;
  const failed = criteria.find(it => it.status === 'error');
  return failed && `${failed.id}: ${failed.reason}`;
}

function meanOf(
  { rubrics }: Submission,
  parts: readonly Part[],
  criteria: readonly CriterionScore[],
): number {
  if (rubrics.length === 0) return criteria[0]!.score!;
  const scored = parts.flatMap(({ rubric, criterion }, at) => {
    const { score } = criteria[at]!;
    return rubric && score !== null ? [{ rubric, criterion, score }] : [];
  });
  return meanOver(rubrics, scored, it => it.score)!;
}

/** Claims as the model saw them, other pitfalls as the local judge did, in the order of the question. */
function merged(
  asked: readonly Pitfall[],
  claims: readonly Pitfall[],
  made: readonly PitfallScore[],
  local: readonly PitfallScore[],
): PitfallScore[] {
  return asked.flatMap(it =>
    (claims.includes(it) ? made : local).filter(({ id }) => id === it.id).slice(0, 1),
  );
}

/** Points of 100 between the two judges over which one of them must be wrong. */
const GAP = 40;

function gapBetween(score: number, local: number): Flag[] {
  if (Math.abs(score - local) < GAP) return [];
  const reason = `The model gives ${score}, the local judge ${local}: one of them is wrong.`;
  return [{ kind: 'judge-local-gap', reason }];
}

/** An answer that could not be judged: never a number. */
export function failedAnswer({ question }: Submission, judge: JudgedBy, cause: string): AnswerScore {
  const nothing = { criteria: [], points: [], pitfalls: [], keywords: [], flags: [] };
  return { question, status: 'error', score: null, level: null, ...nothing, judge, cause };
}
