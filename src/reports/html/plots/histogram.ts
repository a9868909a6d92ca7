/** How scores are spread. */
import { html, type Markup } from '../markup.ts';
import { across, areaOf, percent, upwards } from './area.ts';
import { figureOf } from './figure.ts';

export interface Histogram {
  /** How many in each step of equal width from 0 to 100. */
  counts: readonly number[];
  /** 0 to 100; null draws none. */
  mean: number | null;
  interval: readonly [number, number] | null;
}

const HEIGHT = 160;
/** Percent of the width between two bars. */
const GAP = 0.5;

/** Counts of scores in steps, with the mean as a line on its interval. */
export function histogram({ counts, mean, interval }: Histogram): Markup {
  const step = 100 / counts.length;
  const x = across(0, 100);
  const y = upwards(0, Math.max(4, ...counts)).nice(4);
  const bars = counts.map((count, index) => {
    const top = y(count);
    return (
      count > 0 &&
      html`<rect class="bar" x="${percent(x(index * step))}" y="${percent(top)}" width="${percent(step - GAP)}" height="${percent(100 - top)}"/>`
    );
  });
  return figureOf({
    caption: `How many answers scored how much, in steps of ${step}${mean === null ? '' : '; the line is the mean, the band its 95 % interval'}`,
    told: toldOf(counts, step),
    height: HEIGHT,
    plot: areaOf({
      x,
      y,
      xTitle: 'score',
      yTitle: 'answers',
      marks: html`${interval && band(interval)}${bars}${mean !== null && meanLine(mean)}`,
    }),
    table: {
      head: ['Score', 'Answers'],
      rows: counts.map((count, index) => [stepWord(index, step), String(count)]),
    },
  });
}

function band([from, to]: readonly [number, number]): Markup {
  return html`<rect class="band" x="${percent(from)}" y="0" width="${percent(to - from)}" height="100%"/>`;
}

function meanLine(mean: number): Markup {
  const place = percent(mean);
  return html`<line class="line" x1="${place}" x2="${place}" y1="0" y2="100%"/><text class="strong" x="${place}" y="0" dy="-5" text-anchor="middle">${Math.round(mean * 10) / 10}</text>`;
}

const stepWord = (index: number, step: number) => `${index * step} to ${(index + 1) * step}`;

function toldOf(counts: readonly number[], step: number): string {
  const all = counts.reduce((sum, it) => sum + it, 0);
  if (all === 0) return 'No answer has a score.';
  const most = counts.indexOf(Math.max(...counts));
  return `Histogram of ${all} scores. The fullest step is ${stepWord(most, step)}, with ${counts[most]} of them.`;
}
