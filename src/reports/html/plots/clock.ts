/** Time used against the time allowed, along an interview. */
import { line } from 'd3-shape';
import { html, type Markup } from '../markup.ts';
import { across, areaOf, percent, stretched, upwards } from './area.ts';
import { figureOf } from './figure.ts';

export interface ClockRound {
  title: string;
  /** Seconds allowed. */
  budget: number;
  /** Seconds that each answer took, in the order given. */
  answers: readonly number[];
}

const HEIGHT = 170;

/** For each round a line that climbs with every answer, against the dashed line of what it was allowed. */
export function clockPlot(rounds: readonly ClockRound[]): Markup {
  const panels = panelsOf(rounds);
  const minutes = (seconds: number) => seconds / 60;
  const most = Math.max(1, ...panels.map(it => minutes(Math.max(it.budget, it.used))));
  const [x, y] = [across(0, Math.max(1, panels.at(-1)?.to ?? 1)), upwards(0, most).nice(4)];
  const climb = line<readonly [number, number]>(
    ([at]) => x(at),
    ([, used]) => y(minutes(used)),
  ).digits(2);
  const paths = panels.flatMap(it => [
    { path: climb(it.steps) ?? '', kind: it.used > it.budget ? 'line late' : 'line' },
    {
      path: climb([
        [it.from, it.budget],
        [it.to, it.budget],
      ])!,
      kind: 'limit',
    },
  ]);
  const walls = panels.slice(1).map(it => {
    const place = percent(x(it.from));
    return html`<line class="grid" x1="${place}" x2="${place}" y1="0" y2="100%"/>`;
  });
  const dots = panels.flatMap(it =>
    it.steps
      .slice(1)
      .map(
        ([at, used]) =>
          html`<circle class="dot" cx="${percent(x(at))}" cy="${percent(y(minutes(used)))}" r="4"/>`,
      ),
  );
  return figureOf({
    caption: 'Minutes used in each round, answer by answer, against the dashed line of what it was allowed',
    told: panels.map(it => `${it.title}: ${span(it.used)} of ${span(it.budget)} minutes.`).join(' '),
    height: HEIGHT,
    plot: areaOf({
      x,
      y,
      xTitle: 'rounds, with a step for each answer',
      yTitle: 'minutes',
      xTicks: panels.map((it, index) => ({ at: (it.from + it.to) / 2, label: String(index + 1) })),
      marks: html`${walls}${stretched(paths)}${dots}`,
    }),
    table: {
      head: ['Round', 'Minutes used', 'Minutes allowed', 'Answers'],
      rows: panels.map(it => [it.title, span(it.used), span(it.budget), String(it.steps.length - 1)]),
    },
  });
}

const span = (seconds: number) => String(Math.round(seconds / 6) / 10);

interface Panel {
  title: string;
  budget: number;
  /** Seconds at its end. */
  used: number;
  /** Answers before it and after it; a round without an answer is as wide as one. */
  from: number;
  to: number;
  /** Seconds used after so many answers of the loop. */
  steps: (readonly [at: number, used: number])[];
}

function panelsOf(rounds: readonly ClockRound[]): Panel[] {
  let at = 0;
  return rounds.map(({ title, budget, answers }) => {
    const from = at;
    const steps: [number, number][] = [[from, 0]];
    let used = 0;
    for (const seconds of answers) {
      used += seconds;
      at++;
      steps.push([at, used]);
    }
    if (answers.length === 0) at++;
    return { title, budget, used, from, to: at, steps };
  });
}
