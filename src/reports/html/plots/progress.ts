/** Scores of interviews, one after the other. */
import { line } from 'd3-shape';
import type { Held } from '../../interview-words.ts';
import { scoreWord } from '../../words.ts';
import { html, type Markup } from '../markup.ts';
import { across, areaOf, percent, stretched, upwards } from './area.ts';
import { figureOf } from './figure.ts';

const HEIGHT = 160;
const THIS_LAST = 'The overall score of each interview, this one last';

/** The overall scores in the order given, the last of them as the one that is told of; at the same distance in time. */
export function progressPlot(interviews: readonly Held[], caption = THIS_LAST): Markup {
  const scored = interviews.flatMap(({ score, ...it }) => (score === null ? [] : [{ ...it, score }]));
  const [x, y] = [across(0, Math.max(1, scored.length - 1)), upwards(0, 100)];
  const path = line<number>(
    (_, at) => x(at),
    it => y(it),
  ).digits(2)(scored.map(it => it.score));
  const dots = scored.map(
    (it, at) => html`<circle class="dot" cx="${percent(x(at))}" cy="${percent(y(it.score))}" r="4.5"/>`,
  );
  const last = scored.length - 1;
  const dates = [...new Set([0, last])]
    .filter(at => at >= 0)
    .map(at => ({ at, label: scored[at]!.startedAt.slice(0, 10) }));
  return figureOf({
    caption,
    told: scored
      .map(it => `${it.startedAt.slice(0, 10)}: ${scoreWord(it.score)}`)
      .join('; ')
      .concat('.'),
    height: HEIGHT,
    plot: areaOf({
      x,
      y,
      xTitle: '',
      yTitle: 'score',
      xTicks: dates,
      marks: html`${path && stretched([{ path, kind: 'line' }])}${dots}`,
    }),
    table: {
      head: ['Date', 'Loop', 'Score'],
      rows: interviews.map(it => [it.startedAt.slice(0, 10), it.loop.title, scoreWord(it.score)]),
    },
  });
}
