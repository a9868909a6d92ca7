/**
 * The points of a question about the past. Such a point names what any good story of the kind has, and hardly ever a word
 * of the story itself: words in common tell little of whether it is there (docs/judging.md). What tells more is whether the
 * story is whole, and whether the part of it is there in which the point would stand.
 */
import type { Rubric } from '../../model/content.ts';
import { isTalk } from '../classifiers/manner.ts';
import { type Coverage, type Finding, meanOf, statusAt, trustIn, UNPROVED } from '../coverage/points.ts';
import { ramp } from '../ramp.ts';
import type { Answer, Sentence } from '../text/answer.ts';
import { quoteOf } from '../text/evidence.ts';
import { hollowShare, isHollow } from '../text/hollow.ts';
import type { Context } from './context.ts';
import { role as roleSignal, rolesOf } from './role.ts';
import { tellingOf } from './telling.ts';

/** A part of the story, as the rubric names its roles. */
interface Part {
  place: string;
  /** How much of it there is, 0 to 1. */
  value: number;
  /** Of the criteria that look for it. */
  weight: number;
  sentences: readonly Sentence[];
}

/** Share that the part has in which a point would stand; the rest is the whole story. */
const OWN_PART = 0.5;

/** A point whose words score this much is said outright, where anything is told; below, words tell next to nothing. */
const PLAINLY = 0.99;

/** Of a story on another theme so much is left. */
const BESIDE = 0.1;

/** Fit up to which a story tells of something else, and from which on it plainly tells of what was asked for. */
export const FIT = { from: 0.1, to: 0.4 };

/** Of a story of bad conduct so much is left: all of it up to the second figure (manner.ts), and the first from the third on. */
const CONDUCT = { left: 0.05, from: 0, to: 0.1 };

/** The same for talk in which nothing is told. */
const VAGUE = { left: 0.2, from: -0.2, to: 0.3 };

/**
 * What is told in words that could be said of anything proves nothing. Half of it is their share of all words that carry
 * meaning, from nothing lost to all; half is how many different other words there are in a hundred, from none to enough.
 */
const HOLLOW = { from: 0.3, to: 0.5 };
const SOLID = { from: 15, to: 30 };

/** What half a story is worth: points of stories are granted as a whole, and half of one makes most of them. */
const HALF = { value: 0.5, score: 0.6 };

/** A story as good as this has all that its points ask for. */
const FULL = 0.9;

/** The coverage of a story's points; undefined where no story was asked for, or the rubric knows no parts of one. */
export function coverageOfStory(context: Context, rubric: Rubric): Coverage | undefined {
  const { coverage, submission } = context;
  const parts = submission.asked.type === 'behavioral' ? partsOf(context, rubric) : [];
  if (parts.length === 0 || coverage.derived) return undefined;
  const worth = onTheme(context) * substanceOf(context.spoken) * bearingOf(context);
  const findings = coverage.findings.map((finding, at) =>
    told(context, finding, at === coverage.findings.length - 1, parts, worth),
  );
  const value = meanOf(findings);
  if (value === null) return undefined;
  const trust = trustIn(coverage.denied.length + context.claims.length, findings);
  return { ...coverage, findings, value: value * trust, trust };
}

function partsOf(context: Context, rubric: Rubric): Part[] {
  const specs = rolesOf(rubric);
  return specs.map(({ role, place }) => {
    const criteria = rubric.criteria.filter(it => it.signals.some(spec => spec.role === role));
    const spec = criteria.flatMap(it => it.signals).find(it => it.kind === 'role' && it.role === role)!;
    return {
      place,
      value: roleSignal.measure(context, spec).value ?? 0,
      weight: Math.max(...criteria.map(it => it.weight)),
      sentences: tellingOf(context, role),
    };
  });
}

/** The last of the points is about the outcome, as far as it goes; the others about what was done. */
function told(
  context: Context,
  finding: Finding,
  isLast: boolean,
  parts: readonly Part[],
  worth: number,
): Finding {
  const own = parts.filter(it => it.place === (isLast ? 'end' : 'any'));
  const whole = mean(parts);
  const value = own.length > 0 ? (1 - OWN_PART) * whole + OWN_PART * best(own).value : whole;
  const said = finding.score >= PLAINLY && !isTalk(context.manner) ? finding.score * worth : 0;
  const score = Math.round(100 * Math.max(said, scoreAt(value * worth))) / 100;
  const evidence = finding.evidence.length > 0 ? finding.evidence : quoteFor(context, own, parts);
  const status = statusAt(score);
  return evidence.length === 0 || status === 'missing'
    ? { ...finding, score: Math.min(score, UNPROVED), status: 'missing', evidence: [] }
    : { ...finding, score, status, evidence, ...(finding.status === 'missing' && { inferred: true }) };
}

const best = (parts: readonly Part[]): Part => parts.reduce((a, b) => (b.value > a.value ? b : a));

function mean(parts: readonly Part[]): number {
  const total = parts.reduce((sum, it) => sum + it.weight, 0);
  return parts.reduce((sum, it) => sum + it.weight * it.value, 0) / total;
}

const onTheme = ({ theme }: Context): number =>
  theme ? BESIDE + (1 - BESIDE) * ramp(theme.fit, FIT.from, FIT.to) : 1;

/**
 * How far an answer speaks for its teller, 0.05 to 1: whoever tells of blame and force and giving up has shown the opposite of
 * what was asked for, and who tells nothing has shown nothing.
 */
export function bearingOf({ manner }: Context): number {
  if (!manner) return 1;
  return isTalk(manner) ? shareLeft(manner.vague, VAGUE) : shareLeft(manner.bad, CONDUCT);
}

const shareLeft = (value: number, { left, from, to }: typeof CONDUCT): number =>
  1 - (1 - left) * ramp(value, from, to);

/** How much is told that can be pictured or checked, 0 to 1. */
function substanceOf({ proseWords, wordCount }: Answer): number {
  if (wordCount === 0) return 0;
  const solid = new Set(proseWords.filter(it => it.weight > 0 && !isHollow(it)).map(it => it.stem));
  const hollow = ramp(hollowShare(proseWords), HOLLOW.from, HOLLOW.to);
  return (1 - hollow + ramp((100 * solid.size) / wordCount, SOLID.from, SOLID.to)) / 2;
}

const scoreAt = (value: number): number =>
  HALF.score * ramp(value, 0, HALF.value) + (1 - HALF.score) * ramp(value, HALF.value, FULL);

/** The longest sentence of the part in which the point would stand, else of any. */
function quoteFor({ answer }: Context, own: readonly Part[], parts: readonly Part[]) {
  const sentences = [own, parts].map(some => some.flatMap(it => it.sentences)).find(it => it.length > 0);
  const longest = sentences?.reduce((a, b) => (b.words.length > a.words.length ? b : a));
  return longest ? [quoteOf(answer, longest)] : [];
}
