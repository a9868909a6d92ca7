/** The card that a coach shows right after an answer, in rows for a terminal. */
import { LEVEL_NAMES, type Level } from '../model/level.ts';
import type { Review } from '../model/review.ts';
import { isSure } from '../model/score.ts';
import { runWords } from '../model/test-run.ts';
import { adviceFor, isCheat } from './advice.ts';
import { byPoints, checklist, type Item, isWrong, itemsOf } from './card-items.ts';
import { type Changes, changesBetween } from './changes.ts';
import { wrap } from './columns.ts';
import { criteriaByCost, criterionNamed, MET } from './findings.ts';
import { oneLine } from './one-line.ts';
import { scoreWord } from './words.ts';

/** What the items of a card may take at the usual width; more is not read. A narrow window wraps the same words. */
const ROWS = 12;
const USUAL = 80;

/** More of the same at once is not heard. */
const MOST_WARNINGS = 2;
const MOST_EACH = 3;

/**
 * The card: a headline at the margin, then items under their marks (`+` there, `~` perhaps or in part, `-` missing, `!` a warning,
 * `>` what to do next), the words at their beginning saying the same. No row is wider than `width` columns.
 */
export function cardRows(review: Review, width: number): string[] {
  const next = adviceFor(review);
  return [
    ...wrap(oneLine(headline(review)), '', width),
    ...asides(review).flatMap(it => wrap(oneLine(it), '  ', width)),
    ...testsOf(review).flatMap(it => itemRows(it, width)),
    ...chosen(review).flatMap(it => itemRows(it, width)),
    ...(next === undefined ? [] : wrap(oneLine(`Next: ${stopped(next)}`), '  > ', width)),
  ];
}

/** Every point of the question with its mark, for whoever reads the model answer; none where nothing was judged. */
export function checklistRows(review: Review, width: number): string[] {
  return checklist(review).flatMap(it => itemRows(it, width));
}

/** How the tests of code ended: that comes before all that its words say. */
function testsOf({ submission: { run } }: Review): Item[] {
  return run ? [{ mark: run.end === 'passed' ? '+' : '-', text: runWords(run) }] : [];
}

/** Outlines are written with a full stop or without. */
function stopped(sentence: string): string {
  return /[.?!]['"”’]?$/.test(sentence) ? sentence : `${sentence}.`;
}

function itemRows({ mark, text, quote }: Item, width: number): string[] {
  return [
    ...wrap(oneLine(text), `  ${mark} `, width),
    ...(quote === undefined ? [] : wrap(`You: ${quote}`, '    ', width)),
  ];
}

/** The most important of each kind, told in this order: wrong, there, wanting; and how much is left out. */
function chosen(review: Review): Item[] {
  const { warnings, there, wanting, dropped } = itemsOf(review);
  const warned = warnings.slice(0, MOST_WARNINGS);
  const told = new Set<Item>(warned);
  let room = ROWS - sizeOf(warned);
  const byTurns = Array.from({ length: MOST_EACH }, (_, place) => [wanting[place], there[place]]).flat();
  for (const [place, item] of [...byTurns, ...dropped].entries()) {
    // The first of each kind is told, whatever room there is.
    if (!item || (place > 1 && sizeOf([item]) > room)) continue;
    told.add(item);
    room -= sizeOf([item]);
  }
  const of = (items: readonly Item[]) => items.filter(it => told.has(it));
  const left = (items: readonly Item[]) => items.filter(it => !told.has(it));
  return [
    ...warned,
    ...of(there),
    ...restThere(review, left(there)),
    ...of(wanting),
    ...rest(review, left(wanting).length),
    ...of(dropped),
  ];
}

const sizeOf = (items: readonly Item[]) => items.flatMap(it => itemRows(it, USUAL)).length;

/** The headline has counted points, and what is told below must add up to it. */
function restThere(review: Review, left: readonly Item[]): Item[] {
  if (left.length === 0 || !byPoints(review)) return [];
  const isDoubtful = left.every(it => it.mark === '~');
  return [
    isDoubtful
      ? { mark: '~', text: `Perhaps ${left.length} more.` }
      : { mark: '+', text: `And ${left.length} more.` },
  ];
}

function rest(review: Review, left: number): Item[] {
  const where = byPoints(review) && review.submission.asked.answer.length > 0 ? '; see the model answer' : '';
  return left > 0 ? [{ mark: '-', text: `And ${left} more${where}.` }] : [];
}

function headline(review: Review): string {
  const { score, counts } = review;
  const none = nothing(review);
  const level = `Level ${score.level} of 4, ${LEVEL_NAMES[score.level as Level]}: ${scoreWord(score.score)} of 100.`;
  const uncounted = counts ? '' : ' It does not count.';
  return `${none ?? `${level} ${gist(review)}`.trim()}${uncounted}`;
}

/** Why there is no score; undefined where there is one. */
function nothing({ score, outcome, submission, counts }: Review): string | undefined {
  const as0 = counts ? ' It counts as 0.' : '';
  if (outcome === 'skipped') return `No score: skipped.${as0}`;
  if (submission.answer.trim() === '') return `No score: nothing was written.${as0}`;
  const out = counts ? ' It is left out of the scorecard.' : '';
  if (score.status !== 'scored') return `No score: ${score.cause ?? 'it could not be judged.'}${out}`;
  return undefined;
}

/** What matters most, in a few words. */
function gist(review: Review): string {
  const { score } = review;
  if (isCheat(score)) return 'This is not an answer yet.';
  if (score.flags.some(it => it.kind === 'candour'))
    return 'You said openly what you do not know; that counts for more than a guess.';
  return `${wrongClaims(review)}${byPoints(review) ? pointGist(review) : gapGist(review)}`;
}

function gapGist({ submission, score }: Review): string {
  const all = criteriaByCost(submission.rubrics, score);
  const gap = all.find(it => it.level < MET);
  // Of one criterion the level has said it all.
  return gap && all.length > 1 ? `Biggest gap: ${gap.criterion.title}.` : '';
}

function wrongClaims(review: Review): string {
  const count = review.score.pitfalls.filter(it => isWrong(review, it.id)).length;
  return count === 0 ? '' : count === 1 ? 'One claim is wrong. ' : `${count} claims are wrong. `;
}

function pointGist({ score: { points } }: Review): string {
  const count = (status: string) => points.filter(it => it.status === status).length;
  const partly = count('partial') > 0 ? `, ${count('partial')} in part` : '';
  const sure = points.filter(it => isSure(it) && !it.inferred).length;
  const more = count('covered') - sure;
  if (points.length === 0) return '';
  if (sure === points.length) return 'Every point is there.';
  const among = `of the ${points.length} points`;
  const perhaps = more > 0 ? `, perhaps ${more} more` : '';
  if (sure === 0 && more > 0) return `Perhaps ${more} ${among} ${more === 1 ? 'is' : 'are'} there${partly}.`;
  return sure < 2
    ? `${sure === 0 ? 'None' : 'One'} ${among} is there${perhaps}${partly}.`
    : `${sure} ${among} are there${perhaps}${partly}.`;
}

/** What the candidate gave themselves, and what another try changed. */
function asides(review: Review): string[] {
  return [selfWords(review), changeWords(review)].filter(it => it !== undefined);
}

function selfWords({ selfLevel, score: { level } }: Review): string | undefined {
  if (selfLevel === undefined) return undefined;
  const gave = `You gave yourself level ${selfLevel}, ${LEVEL_NAMES[selfLevel]}`;
  if (level === null) return `${gave}.`;
  const by = Math.abs(selfLevel - level);
  const levels = by === 1 ? 'one level' : `${by} levels`;
  if (by === 0) return `${gave}: the same.`;
  return `${gave}: ${levels} ${selfLevel > level ? 'more' : 'less'} than this.`;
}

function changeWords(review: Review): string | undefined {
  const { attempt, before, score } = review;
  if (!before) return undefined;
  const changes = changesBetween(before, score);
  if (changes.from === null) return `Try ${attempt - 1} had no score.`;
  if (changes.to === null) return `Try ${attempt - 1} had ${scoreWord(changes.from)} of 100.`;
  const told = changed(review, changes).join('; ');
  const [from, to] = [scoreWord(changes.from), scoreWord(changes.to)];
  const figures = from === to ? `${to} of 100 as before` : `${from} to ${to} of 100`;
  return `Try ${attempt} against try ${attempt - 1}: ${figures}${told && `; ${told}`}.`;
}

/** The figures of what is told below by its marks; levels only where the criteria are what is told. */
function changed(review: Review, { gained, lost, mended, touched, criteria }: Changes): string[] {
  const count = (ids: readonly string[], one: string, many: string) =>
    ids.length > 0 ? [`${ids.length} ${ids.length === 1 ? one : many}`] : [];
  const titleOf = (id: string) => criterionNamed(id, review.submission.rubrics)?.title ?? id;
  return [
    ...(byPoints(review)
      ? [...count(gained, 'point gained', 'points gained'), ...count(lost, 'point lost', 'points lost')]
      : criteria.map(({ id, from, to }) => `${titleOf(id)} ${from} to ${to}`)),
    ...count(mended, 'mistake mended', 'mistakes mended'),
    ...count(touched, 'new mistake', 'new mistakes'),
  ];
}
