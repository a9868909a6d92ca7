/** What to work on first, told in the words of the content and of the judge's findings. */

import type { Criterion, FollowUp, Point } from '../model/content.ts';
import type { DebriefQuestion, Exercise, WorkItem } from '../model/debrief.ts';
import { withoutStop } from '../model/prose.ts';
import type { AnswerScore, PointScore } from '../model/score.ts';
import type { Plan, PlannedQuestion } from '../model/session.ts';
import { runWords } from '../model/test-run.ts';
import { criterionNamed } from './criterion.ts';
import { type Counted, countedIn } from './standing.ts';

/** More than three things are not worked on. */
const MOST = 3;

/** This many missing points, or steps of an outline, name the gap; the report lists the rest. */
const FEW = 2;

/**
 * The answers that cost most, at most one for each main question: by score lost times weight, and among equals in the
 * order asked. Answers with full marks are left out.
 */
export function workOn(questions: readonly DebriefQuestion[], plan: Plan): WorkItem[] {
  return questions
    .flatMap(question => {
      const worst = countedIn([question]).sort((a, b) => lost(b) - lost(a))[0];
      return worst && lost(worst) > 0 ? [{ worst, main: question.key }] : [];
    })
    .sort((a, b) => lost(b.worst) - lost(a.worst))
    .slice(0, MOST)
    .map(({ worst, main }) => workItem(worst.question, main, plan));
}

function lost({ score, weight }: Counted): number {
  return (100 - score) * weight;
}

function workItem(question: DebriefQuestion, main: string, plan: Plan): WorkItem {
  const { result } = question.tries.at(-1)!;
  const weakest = weakestCriterion(question, result, plan);
  return {
    question: question.key,
    title: question.question.prompt,
    why: whatWasMissing(question, result) ?? (weakest ? `Weakest: ${weakest.title}.` : ''),
    advice: weakest?.advice || firstSteps(question, plannedNamed(plan, main)),
    exercise: exerciseFor(question, weakest, plannedNamed(plan, main)),
  };
}

/** The main question once more, and what an interviewer would ask about what was weakest in it. */
function exerciseFor(
  { kind, question }: DebriefQuestion,
  weakest: Criterion | undefined,
  planned: PlannedQuestion | undefined,
): Exercise {
  if (!planned || kind === 'closing')
    return { question: null, task: 'Write down two questions about the work of the team.', probe: null };
  const task = `Answer it again, within ${planned.question.minutes} minutes.`;
  if (kind === 'follow-up') return { question: planned.ref, task, probe: question.prompt };
  const ladder = weakest?.probes.filter(it => it.when === undefined || typeof it.when === 'object');
  const probe = ladder?.[0]?.ask ?? planned.question.followUps[0]?.prompt ?? null;
  return { question: planned.ref, task, probe };
}

/** The first of these that there is: what made the judge cap the score, tests not passed, missing points, half-said ones, pitfalls, what is perhaps left out. */
function whatWasMissing(question: DebriefQuestion, result: AnswerScore): string | undefined {
  if (result.status !== 'scored') {
    const points = heaviest(question.question.points);
    return points.length > 0 ? `Not answered. It wanted: ${points.join('; ')}.` : 'Not answered.';
  }
  const { points, pitfalls } = question.question;
  const withStatus = (status: PointScore['status']) =>
    heaviest(points.filter(point => result.points.some(it => it.id === point.id && it.status === status)));
  const touched = (isInferred: boolean) => {
    const found = result.pitfalls.filter(it => (it.inferred ?? false) === isInferred).map(it => it.id);
    return pitfalls.filter(it => found.includes(it.id)).map(it => it.text);
  };
  const { run } = question.tries.at(-1)!;
  const told: [string, string[]][] = [
    ['Flagged', result.flags.map(flag => flag.reason)],
    ['Tests', run && run.end !== 'passed' ? [runWords(run)] : []],
    ['Missing', withStatus('missing')],
    ['Only in part', withStatus('partial')],
    ['Pitfall', touched(false).slice(0, FEW)],
    ['Perhaps', touched(true).slice(0, FEW)],
  ];
  const [label, parts] = told.find(([, found]) => found.length > 0) ?? [];
  return parts && `${label}: ${parts.map(withoutStop).join('; ')}.`;
}

/** First phrasings of the heaviest points; equals in the order written. */
function heaviest(points: readonly Point[]): string[] {
  const sorted = [...points].sort((a, b) => b.weight - a.weight).slice(0, FEW);
  return sorted.flatMap(point => point.text.slice(0, 1)).map(withoutStop);
}

/** The criterion with the lowest score, among equals the heaviest, as its rubric words it. */
function weakestCriterion(question: DebriefQuestion, result: AnswerScore, plan: Plan) {
  const known = result.criteria.flatMap(finding => {
    const criterion = finding.score === null ? undefined : criterionNamed(question, finding.id, plan.rubrics);
    return criterion ? [{ score: finding.score ?? 0, criterion }] : [];
  });
  known.sort((a, b) => a.score - b.score || b.criterion.weight - a.criterion.weight);
  return known[0]?.criterion;
}

function plannedNamed(plan: Plan, ref: string): PlannedQuestion | undefined {
  const planned = plan.rounds.flatMap(round => [
    ...round.questions,
    ...(round.closing ? [round.closing] : []),
  ]);
  return planned.find(it => it.ref === ref);
}

/** How a good answer begins, else what to read; of a follow-up only its own hint, for the outline is the question's. */
function firstSteps({ kind, question }: DebriefQuestion, planned: PlannedQuestion | undefined): string {
  const { outline = [], reading = [], followUps = [] } = planned?.question ?? {};
  const told = (label: string, parts: string[]) =>
    parts.length > 0 ? `${label}: ${parts.slice(0, FEW).map(withoutStop).join('; ')}.` : undefined;
  const first = kind === 'follow-up' ? hintOf(followUps, question.id) : told('Begin with', outline);
  return first ?? told('Read', reading) ?? '';
}

function hintOf(among: readonly FollowUp[], id: string): string | undefined {
  for (const followUp of among) {
    const hint = followUp.id === id ? followUp.hints[0] : hintOf(followUp.followUps, id);
    if (hint !== undefined) return hint;
  }
  return undefined;
}
