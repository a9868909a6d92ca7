/** The area of a plot between its axes. Places are percent of it, so that words keep their size at any width. */
import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { html, type Markup } from '../markup.ts';

/** From a figure to percent of the width, from the left, or of the height, from the top. */
export type Axis = ScaleLinear<number, number>;

export function across(from: number, to: number): Axis {
  return scaleLinear().domain([from, to]).range([0, 100]);
}

/** From the bottom up. */
export function upwards(from: number, to: number): Axis {
  return scaleLinear().domain([from, to]).range([100, 0]);
}

/** A place as SVG wants it, to a hundredth of a percent. */
export function percent(place: number): string {
  return `${Math.round(place * 100) / 100}%`;
}

export interface Area {
  x: Axis;
  y: Axis;
  /** What the axes count. */
  xTitle: string;
  yTitle: string;
  marks: Markup;
  /** Ticks of the horizontal axis, where they are not numbers. */
  xTicks?: readonly { at: number; label: string }[];
}

/** Grid, axes and marks. Labels stand outside of the area: the sheet leaves them room (`.area`). */
export function areaOf({ x, y, xTitle, yTitle, marks, xTicks }: Area): Markup {
  const ticks = xTicks ?? x.ticks(5).map(at => ({ at, label: String(at) }));
  const rungs = y.ticks(4).map(at => {
    const place = percent(y(at));
    return html`<line class="grid" x1="0" x2="100%" y1="${place}" y2="${place}"/><text x="-8" y="${place}" dy="4" text-anchor="end">${at}</text>`;
  });
  const labels = ticks.map(
    ({ at, label }) =>
      html`<text x="${percent(x(at))}" y="100%" dy="17" text-anchor="${anchorOf(label, x(at))}">${label}</text>`,
  );
  return html`<text x="-28" y="-11">${yTitle}</text>${rungs}${marks}<line class="axis" x1="0" x2="100%" y1="100%" y2="100%"/>${labels}<text x="100%" y="100%" dy="34" text-anchor="end">${xTitle}</text>`;
}

/** Numbers stand below their tick; a long word at an end of the axis stays within it. */
function anchorOf(label: string, place: number): string {
  if (label.length <= 4 || (place > 0 && place < 100)) return 'middle';
  return place <= 0 ? 'start' : 'end';
}

/** Paths in percent of the area, stretched with it, their lines as thick as ever. */
export function stretched(paths: readonly { path: string; kind: string }[]): Markup {
  return html`<svg width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none" overflow="visible">${paths.map(
    ({ path, kind }) => html`<path class="${kind}" d="${path}" vector-effect="non-scaling-stroke"/>`,
  )}</svg>`;
}
