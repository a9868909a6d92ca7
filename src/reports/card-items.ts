/** The single things that a card can say of an answer: what was wrong, what was there, what was not. */

import type { Point } from '../model/content.ts';
import { isClaim } from '../model/pitfalls.ts';
import { withoutStop } from '../model/prose.ts';
import type { Review } from '../model/review.ts';
import { type AnswerScore, isDoubtful, type PitfallScore, type PointScore } from '../model/score.ts';
import { isCheat, isNone, missingOf, readsPoints } from './advice.ts';
import { changesBetween } from './changes.ts';
import { clip } from './columns.ts';
import { excerpt } from './excerpt.ts';
import { criteriaByCost, criterionNamed, MET, type Weighed } from './findings.ts';

/** One of them, with the candidate's own words where they prove it. */
export interface Item {
  mark: '+' | '~' | '-' | '!';
  text: string;
  quote?: string | undefined;
}

export interface Items {
  warnings: Item[];
  there: Item[];
  /** In part and missing, the heaviest first. */
  wanting: Item[];
  /** Terms that were named and not explained. */
  dropped: Item[];
}

/** Columns of what fills one row and no more: quotes, and points that are known from the answer. */
const ROW = 66;

export function itemsOf(review: Review): Items {
  const { score } = review;
  const said = byPoints(review) ? pointItems(review) : criterionItems(review);
  // What a list or an echo happens to touch is no merit of it.
  const praised = !isCheat(score) && (byPoints(review) || score.level !== 1);
  return {
    warnings: warnings(review),
    there: praised ? said.there : [],
    wanting: said.wanting,
    dropped: isCheat(score) ? [] : dropped(review),
  };
}

function dropped({ score: { keywords } }: Review): Item[] {
  const terms = keywords.filter(it => it.use === 'dropped').map(it => it.term);
  return terms.length === 0 ? [] : [{ mark: '~', text: `Named, not explained: ${terms.join(', ')}.` }];
}

/** Whether the points decide the score for the greater part; else the criteria are what there is to tell. */
export function byPoints({ submission: { rubrics, asked } }: Review): boolean {
  const criteria = rubrics.flatMap(it => it.criteria);
  const weightOf = (among: typeof criteria) => among.reduce((sum, it) => sum + it.weight, 0);
  const isMeasured = asked.points.length > 0 || asked.answer.length > 0;
  return isMeasured && 2 * weightOf(criteria.filter(readsPoints)) >= weightOf(criteria);
}

/** The headline tells of these. */
const IN_HEADLINE: ReadonlySet<string> = new Set(['candour', 'other-language']);

function warnings(review: Review): Item[] {
  const { flags, pitfalls } = review.score;
  return [
    ...flags.filter(it => !IN_HEADLINE.has(it.kind)).map((it): Item => ({ mark: '!', text: it.reason })),
    ...firstOf(pitfalls, it => !it.inferred).map(it => pitfallItem(review, it)),
  ];
}

/** Whether the pitfall of this id is a wrong claim. */
export const isWrong = ({ submission }: Review, pitfall: string): boolean =>
  submission.asked.pitfalls.some(it => it.id === pitfall && isClaim(it));

function pitfallItem(review: Review, { id, evidence, reason, inferred }: PitfallScore): Item {
  const text = review.submission.asked.pitfalls.find(it => it.id === id)?.text ?? id;
  if (inferred) return { mark: '~', text: `Perhaps: ${withoutStop(text)}.` };
  const why = reason === '' || reason.includes(withoutStop(text)) ? '' : ` (${withoutStop(reason)})`;
  return {
    mark: '!',
    text: `${isWrong(review, id) ? 'Wrong: ' : ''}${withoutStop(text)}${why}.`,
    quote: excerpt(evidence, text, ROW),
  };
}

function pointItems(review: Review): Pick<Items, 'there' | 'wanting'> {
  const { submission, score, before } = review;
  if (submission.asked.points.length === 0) return likenessItems(review);
  const textOf = (point: Point) => withoutStop(point.text[0] ?? point.id);
  // Whoever said nothing is told what was wanted, whatever a list or an echo happens to touch.
  const none = isNone(review);
  const open = none ? byWeight(submission.asked.points) : missingOf(review);
  const found = new Map(score.points.map(it => [it.id, it]));
  const { gained = [], lost = [] } = before ? changesBetween(before, score) : {};
  const there = byWeight(submission.asked.points).filter(it => found.get(it.id)?.status === 'covered');
  const isUnsaid = ({ id }: Point) => found.get(id)?.inferred === true;
  const isPerhaps = (point: Point) => isUnsaid(point) || isDoubtful(found.get(point.id)!);
  const quoted = (point: Point) =>
    // Of what no words say no words are the proof.
    isUnsaid(point) ? undefined : excerpt(found.get(point.id)?.evidence ?? [], point.text[0] ?? '', ROW);
  const wordOf = (point: Point) => {
    if (isUnsaid(point)) return 'Not said in words';
    if (isPerhaps(point)) return 'Perhaps';
    return gained.includes(point.id) ? 'New' : 'There';
  };
  const isPartial = ({ id }: Point) => !none && found.get(id)?.status === 'partial';
  return {
    there: firstOf(newestFirst(there, gained), it => !isPerhaps(it)).map(point => ({
      mark: isPerhaps(point) ? '~' : '+',
      text: clipped(`${wordOf(point)}: ${textOf(point)}.`),
      quote: quoted(point),
    })),
    wanting: newestFirst(open, lost).map(point => {
      if (none) return { mark: '-', text: `Wanted: ${textOf(point)}.` };
      const word = lost.includes(point.id) ? 'Lost' : isPartial(point) ? 'In part' : 'Missing';
      const quote = isPartial(point) ? quoted(point) : undefined;
      return { mark: isPartial(point) ? '~' : '-', text: `${word}: ${textOf(point)}.`, quote };
    }),
  };
}

/** As many whole words as one row holds. */
function clipped(text: string): string {
  const shown = clip(text, ROW);
  return shown === text ? text : shown.replace(/\s*\S*…$/, '…');
}

const byWeight = (points: readonly Point[]) => points.toSorted((a, b) => b.weight - a.weight);

/** Those that changed with this try come first; the others keep their order. */
const newestFirst = (points: readonly Point[], changed: readonly string[]): Point[] =>
  firstOf(points, it => changed.includes(it.id));

const firstOf = <One>(all: readonly One[], isFirst: (one: One) => boolean): One[] =>
  all.toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)));

/** Where the points are the sentences of the model answer: what matched which is not known, only how much did. */
function likenessItems({ score: { criteria }, submission }: Review): Pick<Items, 'there' | 'wanting'> {
  const finding = criteria.find(it => readsPoints(criterionNamed(it.id, submission.rubrics)));
  if (!finding) return { there: [], wanting: [] };
  const quote = excerpt(finding.evidence, submission.asked.answer.join(' '), ROW);
  return {
    there: quote === undefined ? [] : [{ mark: '+', text: finding.reason, quote }],
    wanting: finding.missing.map(it => ({ mark: '-', text: `Missing: ${withoutStop(it)}.` })),
  };
}

function criterionItems(review: Review): Pick<Items, 'there' | 'wanting'> {
  const { score, submission } = review;
  const items = criteriaByCost(submission.rubrics, score);
  const place = ({ finding }: Weighed) => score.criteria.indexOf(finding);
  return {
    there: items
      .filter(it => it.level >= MET)
      .toSorted((a, b) => b.criterion.weight - a.criterion.weight || place(a) - place(b))
      .map(it => ({
        mark: '+',
        text: `${titled(it, score)}.`,
        quote: ownQuote(it, items),
      })),
    wanting: items
      .filter(it => it.level < MET)
      .map(it => ({
        mark: it.level === 1 ? '-' : '~',
        text: `${titled(it, score)}. ${wantedOf(it, review)}`,
        quote: it.level === 1 ? undefined : ownQuote(it, items),
      })),
  };
}

/** Words that prove this one and no other are told first: a sentence may be a deed and its outcome at once. */
function ownQuote({ finding }: Weighed, all: readonly Weighed[]): string | undefined {
  const others = all.flatMap(it => (it.finding === finding ? [] : it.finding.evidence));
  const own = finding.evidence.filter(it => !others.some(other => other.start === it.start));
  return excerpt(own.length > 0 ? own : finding.evidence, '', ROW);
}

/** `Action: level 3`, with the number of points where it weighs these. */
function titled({ criterion, level }: Weighed, { points }: AnswerScore): string {
  const covered = points.filter(it => it.status === 'covered' && !it.inferred).length;
  const isCounted = readsPoints(criterion) && points.length > 0 && !points.some(it => it.inferred);
  const counted = isCounted ? `, ${covered} of ${points.length} points` : '';
  return `${criterion.title}: level ${level}${counted}`;
}

/** What was looked for in vain, where that says more than the title does; else what the next level takes. */
function wantedOf({ finding, criterion: { title, anchors } }: Weighed, { submission }: Review): string {
  const points = new Set(submission.asked.points.flatMap(it => it.text));
  const told = finding.missing.filter(it => it.toLowerCase() !== title.toLowerCase());
  const first = told.find(it => !points.has(it)) ?? told[0];
  return first === undefined ? `Wanted: ${withoutStop(anchors[MET])}.` : `Missing: ${withoutStop(first)}.`;
}

/** Every point of the question with its mark, in the order of the question: beside a model answer. */
export function checklist({ submission, score }: Review): Item[] {
  const MARKS = { covered: '+', partial: '~', missing: '-' } as const;
  const WORDS: Readonly<Record<PointScore['status'], string>> = {
    covered: 'There',
    partial: 'In part',
    missing: 'Missing',
  };
  return submission.asked.points.flatMap(({ id, text: [text = id] }) => {
    const found = score.points.find(it => it.id === id);
    if (!found) return [];
    // Of what no words say nobody claims that it is there.
    if (found.inferred) return [{ mark: '~', text: `Not said in words: ${withoutStop(text)}.` }];
    if (isDoubtful(found)) return [{ mark: '~', text: `Perhaps: ${withoutStop(text)}.` }];
    return [{ mark: MARKS[found.status], text: `${WORDS[found.status]}: ${withoutStop(text)}.` }];
  });
}
