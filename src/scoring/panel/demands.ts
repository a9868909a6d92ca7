/** How much of what a level wants was seen in some answers. */
import type { Criterion } from '../../model/content.ts';
import type { Debrief, DebriefQuestion, Demand, Ground } from '../../model/debrief.ts';
import type { CriterionScore, Evidence } from '../../model/score.ts';
import { type Counted, countedIn, isUnanswered, lastTry, withFollowUps } from '../standing.ts';
import { longestOf, quoteOf } from '../text/evidence.ts';
import { quantitiesOf } from '../text/numbers.ts';
import { bookFor, findPhrases } from '../text/phrases.ts';
import { parsed } from '../text/remembered.ts';
import type { Bar, Want } from './bars.ts';

/** Quotes that show it; more only repeat it. */
const MOST = 2;

/** From this score on it was shown; where a level wants less than that, from what it wants on. */
const SHOWN = 55;

const UNMEASURED_WORD = 'told without a figure';

/**
 * Each want of a bar over these main questions, in the order of the bar. A skipped or empty answer counts as 0; what a
 * probe brought out counts as if it had been said at once. No score falls when an answer gets a better one.
 */
export function demandsIn(
  questions: readonly DebriefQuestion[],
  bar: Bar,
  rubrics: Debrief['rubrics'],
): Demand[] {
  return bar.wants.map(want => {
    const asked = countedMains(questions).filter(it =>
      want.types.includes(it.question.question.type ?? 'closing'),
    );
    const looks = asked.flatMap(it => (want.words ? [inWords(it, want)] : inCriteria(it, want, rubrics)));
    const values = looks.map(it => it.value);
    const { id, title, wants } = want;
    const score = values.length === 0 ? null : want.words ? Math.max(...values) : mean(values);
    const shown = looks.filter(it => it.value >= Math.min(SHOWN, want.bar)).sort((a, b) => b.value - a.value);
    const seen = shown.flatMap(it => it.seen.slice(0, 1));
    return {
      id,
      title,
      wants,
      score: score === null ? null : Math.round(score * 10) / 10,
      bar: want.bar,
      answers: new Set(looks.map(it => it.key)).size,
      seen: seen.slice(0, MOST),
    };
  });
}

interface Look {
  key: string;
  /** 0 to 100. */
  value: number;
  seen: Ground[];
}

const mean = (values: readonly number[]) => values.reduce((sum, it) => sum + it, 0) / values.length;

function countedMains(questions: readonly DebriefQuestion[]): Counted[] {
  return countedIn(questions).filter(it => it.question.kind === 'question');
}

/** One look for each criterion of the question that the want names. */
function inCriteria({ question }: Counted, want: Want, rubrics: Debrief['rubrics']): Look[] {
  const named = question.rubrics.flatMap(id =>
    (rubrics[id]?.criteria ?? []).filter(it => isNamed(it, want)).map(criterion => ({ id, criterion })),
  );
  return named.flatMap(({ id, criterion }) => {
    const found = withFollowUps(question)
      .filter(it => it === question || (it.kind === 'probe' && it.rubrics.includes(id)))
      .flatMap(it => findingOf(it, id, criterion) ?? []);
    const looks = found.map(it => ({ it, value: worth(it, want) })).sort((a, b) => b.value - a.value);
    const [best] = looks;
    if (!best) return isUnanswered(question) ? [{ key: question.key, value: 0, seen: [] }] : [];
    const longest = longestOf(best.it.finding.evidence);
    const told = isMeasured(best.it, want) ? want.wants : UNMEASURED_WORD;
    const seen = longest ? [ground(best.it.question, { title: want.title, wants: told }, longest)] : [];
    return [{ key: question.key, value: best.value, seen }];
  });
}

function isNamed({ id, signals }: Criterion, { criteria = {} }: Want): boolean {
  return (criteria.ids ?? []).includes(id) || signals.some(it => (criteria.signals ?? []).includes(it.kind));
}

interface Found {
  question: DebriefQuestion;
  score: number;
  finding: CriterionScore;
}

/** Findings are named `criterion`, or `rubric/criterion` where a question has several rubrics. */
function findingOf(question: DebriefQuestion, rubric: string, { id }: Criterion): Found | undefined {
  if (isUnanswered(question)) return undefined;
  const finding = lastTry(question)?.result.criteria.find(it => it.id === id || it.id === `${rubric}/${id}`);
  return finding && finding.score !== null ? { question, score: finding.score, finding } : undefined;
}

/** What is told without a figure, where figures are wanted, counts so much. */
const UNMEASURED = 0.5;

function worth(it: Found, want: Want): number {
  return isMeasured(it, want) ? it.score : UNMEASURED * it.score;
}

function isMeasured({ finding }: Found, { figures }: Want): boolean {
  return !figures || finding.evidence.some(it => quantitiesOf(it.quote).length > 0);
}

/** The score of the whole answer where it, or what was asked below it, has the words; else 0. */
function inWords({ question, score }: Counted, want: Want): Look {
  const seen = withFollowUps(question).flatMap(it =>
    wordsIn(lastTry(it)?.answer ?? '', want.words ?? []).map(found => ground(it, want, found)),
  );
  return { key: question.key, value: seen.length > 0 ? score : 0, seen };
}

function ground(
  { key }: DebriefQuestion,
  { title, wants }: Pick<Want, 'title' | 'wants'>,
  found: Evidence,
): Ground {
  return { question: key, about: title, told: wants, found };
}

/** The sentences that have one of the words and do not deny it. */
function wordsIn(text: string, words: readonly string[]): Evidence[] {
  const answer = parsed(text);
  return answer.prose
    .filter(it => findPhrases(bookFor(words), it.words).some(({ from }) => !it.denied[from]))
    .map(it => quoteOf(answer, it));
}
