/** Plots as small as a cell of a table: the figure itself stands in the row, so they are hidden from screen readers. */
import { stack } from 'd3-shape';
import { LEVEL_NAMES, LEVELS, type Level } from '../../../model/level.ts';
import { html, type Markup } from '../markup.ts';
import { across, percent } from './area.ts';

/** Scores run from 0 to 100. */
const SCORE = across(0, 100);
const TICKS = [0, 50, 100];

const within = (score: number) => percent(SCORE(Math.min(100, Math.max(0, score))));

function cell(marks: Markup, ticks: readonly number[] = TICKS): Markup {
  const grid = ticks.map(
    it => html`<line class="grid" x1="${within(it)}" x2="${within(it)}" y1="0" y2="100%"/>`,
  );
  return html`<svg class="cell" aria-hidden="true">${grid}${marks}</svg>`;
}

/** The scale above a column of cells. */
export function scaleCell(): Markup {
  const anchors = ['start', 'middle', 'end'];
  const labels = TICKS.map(
    (it, index) => html`<text x="${within(it)}" y="80%" text-anchor="${anchors[index]}">${it}</text>`,
  );
  return html`<svg class="cell" aria-hidden="true">${labels}</svg>`;
}

/** A score as a bar; `bar` is the score that is asked for, drawn as a line across. */
export function barCell(score: number | null, level: Level | null, bar?: number): Markup {
  const limit =
    bar !== undefined && html`<line class="limit" x1="${within(bar)}" x2="${within(bar)}" y1="2%" y2="98%"/>`;
  return cell(html`${scoreBar(score, level)}${limit}`);
}

/** The bar alone, for tables with thousands of rows. */
export function scoreCell(score: number | null, level: Level | null): Markup {
  return cell(html`${scoreBar(score, level)}`, []);
}

function scoreBar(score: number | null, level: Level | null): Markup | undefined {
  if (score === null) return undefined;
  return html`<rect class="level-${level ?? 'none'}" x="0" y="22%" width="${within(score)}" height="56%"/>`;
}

/** A mean as a dot on the line of its interval. */
export function intervalCell(mean: number | null, interval: readonly [number, number] | null): Markup {
  const reach =
    interval &&
    html`<line class="reach" x1="${within(interval[0])}" x2="${within(interval[1])}" y1="50%" y2="50%"/>`;
  const dot = mean !== null && html`<circle class="dot" cx="${within(mean)}" cy="50%" r="5"/>`;
  return cell(html`${reach}${dot}`);
}

/** How many reached each level, 1 to 4, as shares of one bar; an empty cell when there are none. */
export function levelsCell(levels: readonly number[]): Markup {
  const share = across(0, levels.reduce((sum, it) => sum + it, 0) || 1);
  const parts = stack<readonly number[], number>()
    .keys(levels.keys())
    .value((row, key) => row[key]!)([levels]);
  const bars = parts.map(({ key, 0: part }) => {
    const [from, to] = [share(part![0]), share(part![1])];
    return (
      to > from &&
      html`<rect class="level-${key + 1}" x="${percent(from)}" y="15%" width="${percent(to - from)}" height="70%"/>`
    );
  });
  return cell(html`${bars}`, []);
}

/** What the colours of levels mean. */
export function levelKey(): Markup {
  const items = LEVELS.map(
    it =>
      html`<li><svg aria-hidden="true"><rect class="level-${it}" width="100%" height="100%"/></svg>${it}, ${LEVEL_NAMES[it]}</li>`,
  );
  return html`<ul class="key">${items}</ul>`;
}

/** A share from 0 to 1 as a bar. */
export function shareCell(share: number): Markup {
  return cell(html`<rect class="bar" x="0" y="22%" width="${within(share * 100)}" height="56%"/>`, []);
}

/** Votes stand on the scale of levels, 1 to 4. */
const VOTE = across(0.6, 4.4);

/** A vote before (a ring) and after (a dot), with the line of its way. */
export function votesCell(before: Level | null, after: Level | null): Markup {
  const at = (vote: Level) => percent(VOTE(vote));
  const grid = LEVELS.map(it => html`<line class="grid" x1="${at(it)}" x2="${at(it)}" y1="0" y2="100%"/>`);
  const way =
    before &&
    after &&
    before !== after &&
    html`<line class="reach" x1="${at(before)}" x2="${at(after)}" y1="50%" y2="50%"/>`;
  const ring = before && html`<circle class="ring" cx="${at(before)}" cy="50%" r="6"/>`;
  const dot = after && html`<circle class="level-${after}" cx="${at(after)}" cy="50%" r="4"/>`;
  return cell(html`${grid}${way}${ring}${dot}`, []);
}
