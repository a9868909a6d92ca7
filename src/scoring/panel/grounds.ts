/** What speaks for a candidate and what against, picked from the findings on the answers of one round. */

import type { Debrief, DebriefQuestion, Ground } from '../../model/debrief.ts';
import { withoutStop } from '../../model/prose.ts';
import type { Evidence } from '../../model/score.ts';
import { CHEATS, isSure } from '../../model/score.ts';
import { runWords } from '../../model/test-run.ts';
import { criterionNamed } from '../criterion.ts';
import { type Counted, countedIn, isUnanswered, lastTry } from '../standing.ts';
import { longestOf } from '../text/evidence.ts';

/** More than three of a kind nobody reads out. */
const MOST = 3;

/** From this level on a criterion speaks for the candidate. */
const MET = 3;

/** An answer that was not given, or is none, outweighs whatever a given one lacks. */
const WHOLE = 4;

/** A pitfall against a missing point, whose weight is 1 to 3. */
const PITFALL = 3;

interface Weighed {
  ground: Ground;
  weight: number;
}

export interface Grounds {
  for: Ground[];
  against: Ground[];
}

/**
 * The heaviest of each, at most three, first one for each answer. Probes and the closing are left out. What is
 * said for the candidate has their own words; what is said against them has these only where they said it.
 */
export function groundsIn(questions: readonly DebriefQuestion[], rubrics: Debrief['rubrics']): Grounds {
  // What the candidate asks at the end is in the score; nobody argues by it.
  const counted = countedIn(questions).filter(it => it.question.kind !== 'closing');
  return {
    for: heaviest(counted.map(it => weighedBy(it, speaksFor(it.question, rubrics)))),
    against: heaviest(counted.map(it => weighedBy(it, speaksAgainst(it.question, rubrics)))),
  };
}

const weighedBy = ({ weight }: Counted, found: readonly Weighed[]) =>
  found.map(it => ({ ...it, weight: it.weight * weight })).sort((a, b) => b.weight - a.weight);

/** The best of every answer before the second of any. */
function heaviest(byAnswer: readonly Weighed[][]): Ground[] {
  const [first, rest] = [byAnswer.flatMap(it => it.slice(0, 1)), byAnswer.flatMap(it => it.slice(1))];
  const ordered = [first, rest].flatMap(them => them.toSorted((a, b) => b.weight - a.weight));
  return ordered.slice(0, MOST).map(it => it.ground);
}

function speaksFor(question: DebriefQuestion, rubrics: Debrief['rubrics']): Weighed[] {
  if (isUnanswered(question) || isNone(question)) return [];
  const { points } = question.question;
  const { result, run } = lastTry(question)!;
  const covered = result.points
    .filter(it => isSure(it) && !it.inferred)
    .flatMap(it => {
      const point = points.find(known => known.id === it.id);
      const ground = point && quoted(question, firstOf(point.text), 'covered', it.evidence);
      return ground ? [{ ground, weight: point.weight }] : [];
    });
  const met = criteriaOf(question, rubrics)
    .filter(({ finding }) => (finding.level ?? 0) >= MET)
    .flatMap(({ criterion, finding }) => {
      const ground = quoted(question, criterion.title, finding.reason, finding.evidence);
      return ground ? [{ ground, weight: criterion.weight }] : [];
    });
  const tests =
    run?.end === 'passed' ? [{ ground: plain(question, 'Tests', runWords(run)), weight: WHOLE }] : [];
  return [...tests, ...covered, ...met];
}

function speaksAgainst(question: DebriefQuestion, rubrics: Debrief['rubrics']): Weighed[] {
  if (isUnanswered(question))
    return [{ ground: plain(question, question.question.prompt, 'not answered'), weight: WHOLE }];
  const { points, pitfalls } = question.question;
  const { result, run } = lastTry(question)!;
  const none = result.flags
    .filter(it => CHEATS.has(it.kind))
    .map(it => ({ ground: plain(question, question.question.prompt, it.reason), weight: WHOLE }));
  const sure = result.pitfalls.filter(it => !it.inferred);
  const touched = sure.map(({ id, evidence, reason }) => {
    const text = pitfalls.find(it => it.id === id)?.text ?? id;
    // A manner has no reason beside what it is.
    const told = withoutStop(reason) === withoutStop(text) ? '' : reason;
    return {
      ground: quoted(question, text, told, evidence) ?? plain(question, text, told),
      weight: PITFALL,
    };
  });
  const missing = result.points
    .filter(it => it.status === 'missing')
    .flatMap(({ id }) => {
      const point = points.find(known => known.id === id);
      return point ? [{ ground: plain(question, firstOf(point.text), 'missing'), weight: point.weight }] : [];
    });
  const thin = criteriaOf(question, rubrics)
    .filter(({ finding }) => (finding.level ?? MET) < MET)
    .map(({ criterion, finding }) => ({
      ground: { ...plain(question, criterion.title, finding.reason), ...said(finding.evidence) },
      weight: criterion.weight,
    }));
  const failed =
    run && run.end !== 'passed' ? [{ ground: plain(question, 'Tests', runWords(run)), weight: WHOLE }] : [];
  return [...none, ...failed, ...touched, ...missing, ...thin];
}

function isNone(question: DebriefQuestion): boolean {
  return lastTry(question)?.result.flags.some(it => CHEATS.has(it.kind)) ?? false;
}

/** Criteria that read the points are told by the points themselves, where there are any. */
function criteriaOf(question: DebriefQuestion, rubrics: Debrief['rubrics']) {
  return (lastTry(question)?.result.criteria ?? []).flatMap(finding => {
    const criterion = criterionNamed(question, finding.id, rubrics);
    const toldByPoints =
      question.question.points.length > 0 && criterion?.signals.some(it => it.kind === 'coverage');
    return criterion && !toldByPoints ? [{ criterion, finding }] : [];
  });
}

const firstOf = (texts: readonly string[]) => texts[0] ?? '';

const plain = ({ key }: DebriefQuestion, about: string, told: string): Ground => ({
  question: key,
  about,
  told,
});

/** With the longest quote, which says most; undefined without any. */
function quoted(
  question: DebriefQuestion,
  about: string,
  told: string,
  evidence: readonly Evidence[],
): Ground | undefined {
  return evidence.length === 0 ? undefined : { ...plain(question, about, told), ...said(evidence) };
}

function said(evidence: readonly Evidence[]): Pick<Ground, 'found'> {
  const longest = longestOf(evidence);
  return longest ? { found: longest } : {};
}
