/** The page of a calibration: what `mockloop calibrate --out x.html` writes. */
import {
  type Calibration,
  type Disagreement,
  type Fitted,
  MOST_UNMEASURED,
  type Refusal,
  type ScatterPoint,
} from '../../model/calibration.ts';
import { renderPage, type Section } from '../html/frame.ts';
import { clipped, html, type Markup } from '../html/markup.ts';
import { scatterPlot } from '../html/plots/scatter.ts';
import {
  BIAS_NOTE,
  biasCells,
  biasTables,
  figureCells,
  fitCells,
  fitWords,
  gateWord,
  rowName,
  sidesWord,
  unmeasuredWords,
} from './cells.ts';
import { findings } from './findings.ts';
import { differenceWord, intervalsWord, judgeWord, plain, rowsWord, scaleWord } from './words.ts';

/** Characters of an answer, of what the judge says of it, and of a name. */
const ANSWER = 2_000;
const WHY = 600;
const NAME = 120;

/** One self-contained HTML file. @param points at most MOST_POINTS of the measured rows. */
export function calibrationPage(calibration: Calibration, points: readonly ScatterPoint[]): string {
  return renderPage({
    title: 'A judge against human grades',
    lead: html`<p>${judgeWord(calibration)}. ${rowsWord(calibration)}. ${scaleWord(calibration)}.</p>`,
    sections: sectionsOf(calibration, points),
    foot: html`<p>Made with mockloop ${calibration.versions.mockloop}. Rubrics: ${
      calibration.rubrics.map(it => `${it.id} (${it.hash})`).join(', ') || 'none'
    }.</p>`,
  });
}

function sectionsOf(calibration: Calibration, points: readonly ScatterPoint[]): Section[] {
  const { judge, fit, disagreements } = calibration;
  const unmeasured = unmeasuredWords(calibration, MOST_UNMEASURED);
  const sections: (Section | false)[] = [
    { id: 'findings', title: 'What this says', body: findingList(calibration) },
    judge.rows > 0 && { id: 'agreement', title: 'Agreement', body: agreement(calibration, points) },
    unmeasured.length > 0 && {
      id: 'unmeasured',
      title: 'Not measured',
      body: html`<ul>${unmeasured.map(it => html`<li>${clipped(it, WHY)}</li>`)}</ul>`,
    },
    biasTables(calibration).length > 0 && { id: 'bias', title: 'Judge less human', body: bias(calibration) },
    fit !== null && { id: 'cuts', title: 'Cuts between the levels', body: fitted(fit, calibration) },
    disagreements.length > 0 && {
      id: 'differ',
      title: 'Where judge and human differ most',
      body: html`${disagreements.map(it => disagreement(it, calibration))}`,
    },
  ];
  return sections.filter(it => it !== false);
}

const VERDICTS = { passed: 'good', failed: 'bad', undecided: 'quiet' } as const;

function findingList(calibration: Calibration): Markup {
  const { gate } = calibration;
  return html`${gate && html`<p class="${VERDICTS[gate.verdict]}"><strong>${gateWord(calibration)}</strong></p>`}<ul>${findings(
    calibration,
  ).map(it => html`<li>${it}</li>`)}</ul>`;
}

function agreement(calibration: Calibration, points: readonly ScatterPoint[]): Markup {
  const { range, judge } = calibration;
  const span = range.most - range.least;
  const plot =
    span > 0 &&
    scatterPlot({
      points: points.map(it => ({ x: it.human, y: (100 * (it.judge - range.least)) / span })),
      range: [range.least, range.most],
      xTitle: 'human grade',
      yTitle: 'score',
    });
  const some =
    points.length < judge.rows &&
    html`<p class="quiet">The plot shows ${points.length} of ${judge.rows} answers, evenly chosen.</p>`;
  const intervals = intervalsWord(calibration);
  const quiet = intervals !== undefined && html`<p class="quiet">${intervals}</p>`;
  return html`${cellTable(figureCells(calibration, false))}${quiet}${plot}${some}`;
}

/** The first cell of a row names it. Wider than a phone, so it scrolls by itself, also by the keyboard. */
function cellTable([head, ...rows]: string[][]): Markup {
  const cells = (row: readonly string[]) => row.slice(1).map(it => html`<td class="n">${it}</td>`);
  return html`<div class="wide" role="group" aria-label="Table: ${clipped(head!.filter(it => it !== '').join(', '), NAME)}" tabindex="0"><table><thead><tr>${head!.map(
    (it, at) => html`<th scope="col" class="${at > 0 ? 'n' : ''}">${it}</th>`,
  )}</tr></thead><tbody>${rows.map(
    row => html`<tr><th scope="row">${clipped(row[0]!, NAME)}</th>${cells(row)}</tr>`,
  )}</tbody></table></div>`;
}

function bias(calibration: Calibration): Markup {
  const { range, bias } = calibration;
  return html`<p>On the scale from ${plain(range.least)} to ${plain(range.most)}; over all rows ${differenceWord(bias.all, range)}.</p>
${biasTables(calibration).map(
  ({ what, rows, more }) =>
    html`${cellTable(biasCells(what, rows, calibration, false))}${more > 0 && html`<p class="quiet">${more} more are not listed.</p>`}`,
)}<p class="quiet">${BIAS_NOTE}</p>`;
}

function fitted(fit: Fitted | Refusal, calibration: Calibration): Markup {
  if ('refused' in fit) return html`<p>No cuts are proposed. ${fit.refused}</p>`;
  const { before, after } = fitWords(fit, calibration);
  return html`<p>${before}</p>${cellTable(fitCells(fit, calibration))}<p>${after}</p>`;
}

function disagreement(it: Disagreement, calibration: Calibration): Markup {
  return html`<article class="keep"><h3>${clipped(rowName(it), NAME)}</h3><p class="quiet">${sidesWord(it, calibration)}</p>
<blockquote>${clipped(it.answer, ANSWER)}</blockquote><ul class="small">${it.why.map(
    why => html`<li>${clipped(why, WHY)}</li>`,
  )}</ul></article>`;
}
