/** Scores against the grades of people. */
import { html, type Markup } from '../markup.ts';
import { type Axis, across, areaOf, percent, stretched, upwards } from './area.ts';
import { figureOf } from './figure.ts';

export interface Scatter {
  /** `x` is the grade of a human within `range`, `y` the score from 0 to 100. */
  points: readonly { x: number; y: number }[];
  /** Lowest and highest grade that a human could give. */
  range: readonly [number, number];
  xTitle?: string;
  yTitle?: string;
}

const HEIGHT = 300;
/** Radius of one answer, in pixels; the area of a spot is in proportion to its answers. */
const RADIUS = 3.5;
/** Spots in the table behind the plot; it is read by the line. */
const MOST_LISTED = 200;

/** A spot for each pair of grade and whole score, larger where answers share it, and the diagonal of agreement. */
export function scatterPlot({ points, range, xTitle = 'grade', yTitle = 'score' }: Scatter): Markup {
  const [x, y] = [across(...range), upwards(0, 100)];
  const spots = spotsOf(points, x);
  return figureOf({
    caption:
      'Each spot is an answer, larger where several share it; on the dashed line score and grade agree',
    told: `Scatter plot of ${points.length} answers, ${xTitle} against ${yTitle}. ${sideWords(points, x)}`,
    height: HEIGHT,
    plot: areaOf({
      x,
      y,
      xTitle,
      yTitle,
      marks: html`${stretched([{ path: 'M0,100L100,0', kind: 'limit' }])}${spots.map(
        it =>
          html`<circle class="spot" cx="${percent(x(it.x))}" cy="${percent(y(it.y))}" r="${Math.round(RADIUS * Math.sqrt(it.answers) * 10) / 10}"/>`,
      )}`,
    }),
    table: {
      head: [xTitle, yTitle, 'answers'],
      rows: spots.slice(0, MOST_LISTED).map(it => [it.x, it.y, it.answers].map(String)),
    },
  });
}

interface Spot {
  x: number;
  y: number;
  answers: number;
}

/** Answers by a hundredth of the range and whole score: at most 101 by 101 spots, however many answers there are. */
function spotsOf(points: Scatter['points'], across: Axis): Spot[] {
  const spots = new Map<string, Spot>();
  for (const point of points) {
    const x = across.invert(Math.round(across(point.x)));
    const [gradeX, y] = [Math.round(x * 1000) / 1000, Math.round(point.y)];
    const spot = spots.get(`${gradeX} ${y}`) ?? { x: gradeX, y, answers: 0 };
    spot.answers++;
    spots.set(`${gradeX} ${y}`, spot);
  }
  return [...spots.values()].sort((a, b) => a.x - b.x || a.y - b.y);
}

/** Ten points on either side count as agreement, here and nowhere else: it is a sentence about a picture. */
const NEAR = 10;

function sideWords(points: Scatter['points'], across: Axis): string {
  const apart = points.map(it => it.y - across(it.x));
  const count = (is: (by: number) => boolean) => apart.filter(is).length;
  return `${count(it => Math.abs(it) <= NEAR)} lie within ${NEAR} points of the diagonal, ${count(it => it > NEAR)} above it, ${count(it => it < -NEAR)} below it.`;
}
