/** Progress as a page: one file that loads nothing. */
import { levelOf } from '../../model/level.ts';
import { LINE_KINDS, type Progress, type ProgressLine } from '../../model/progress.ts';
import { counted } from '../../model/prose.ts';
import { renderPage, type Section } from '../html/frame.ts';
import { html, type Markup } from '../html/markup.ts';
import { barCell, levelKey } from '../html/plots/cells.ts';
import { progressPlot } from '../html/plots/progress.ts';
import { scoreWord } from '../words.ts';
import { barWords, changes, changeWord, howFew, leftOut, practiceBefore, TITLES, timeWord } from './words.ts';

export function renderProgressPage(progress: Progress): string {
  const { sessions, answers, judge, day } = progress;
  return renderPage({
    title: 'Progress',
    lead: html`<p>${day}: ${counted(sessions, 'interview')}, ${counted(answers, 'main answer')}.</p>`,
    sections: sectionsOf(progress),
    foot: html`<p>${judge !== null && `Judged by ${judge}. `}Scores run from 0 to 100, each the mean of the last five answers.</p>`,
  });
}

function sectionsOf(progress: Progress): Section[] {
  const { interviews, lines, outcomes, plan, bar } = progress;
  const groups = LINE_KINDS.map(
    kind => lines[kind].length > 0 && { id: kind, title: TITLES[kind], body: linesTable(lines[kind], bar) },
  );
  const left = leftOut(progress);
  const changed = changes(progress).map(it => `${it.word} ${it.id}`);
  const sections: (Section | false)[] = [
    {
      id: 'glance',
      title: 'At a glance',
      body: html`<p>${barWords(progress)}</p>${interviews.length > 0 && plotOf(progress)}${levelKey()}`,
    },
    ...groups,
    changed.length > 0 && { id: 'week', title: 'Since last week', body: list(changed) },
    outcomes.length > 0 && { id: 'real', title: 'Real interviews', body: outcomesTable(progress) },
    plan !== null && { id: 'plan', title: `Until the interview on ${plan.interview}`, body: planTable(plan) },
    left.length > 0 && { id: 'left-out', title: 'Left out', body: list(left) },
  ];
  return sections.filter(it => it !== false);
}

const list = (items: readonly string[]): Markup => html`<ul>${items.map(it => html`<li>${it}</li>`)}</ul>`;

const plotOf = ({ interviews }: Progress): Markup =>
  progressPlot(
    interviews.map(({ session, day, score }) => ({
      startedAt: day,
      score,
      loop: { id: session, title: session },
    })),
    'The mean of the main answers of each interview',
  );

/** Wider than a phone, so it scrolls by itself, also by the keyboard. */
function tableOf(
  kind: string,
  head: readonly string[],
  rows: readonly (readonly (string | Markup)[])[],
): Markup {
  return html`<div class="wide" role="group" aria-label="Table: ${head.join(', ')}" tabindex="0"><table class="${kind}"><thead><tr>${head.map(it => html`<th scope="col">${it}</th>`)}</tr></thead>
<tbody>${rows.map(row => html`<tr>${row.map(it => html`<td>${it}</td>`)}</tr>`)}</tbody></table></div>`;
}

function linesTable(lines: readonly ProgressLine[], bar: number): Markup {
  return tableOf(
    'standings',
    ['Name', 'Now', 'Score', 'Since last week', 'To the bar', 'Answers', 'Time'],
    lines.map(it => [
      it.id,
      barCell(it.now, levelOf(it.now), bar),
      scoreWord(it.now),
      changeWord(it) || '–',
      it.gap > 0 ? scoreWord(it.gap) : 'none',
      String(it.answers),
      timeWord(it.seconds),
    ]),
  );
}

function outcomesTable(progress: Progress): Markup {
  const rows = progress.outcomes.map(it => [
    it.date,
    it.company,
    it.round || 'the whole',
    it.result,
    scoreWord(practiceBefore(progress, it)),
    it.note,
  ]);
  return html`${tableOf('outcomes', ['Date', 'Company', 'Round', 'Result', 'Practice before', 'Note'], rows)}<p>${howFew(progress)}</p>`;
}

function planTable({ days, tooLong, minutesADay }: NonNullable<Progress['plan']>): Markup {
  const rows = days.map(({ day, items }) => [
    day,
    items.map(it => `${it.question} (${it.minutes} min)`).join(', ') || 'nothing is due',
  ]);
  return html`${tableOf('days', ['Day', 'Questions'], rows)}${
    tooLong.length > 0 && html`<p>These take longer than ${minutesADay} minutes: ${tooLong.join(', ')}.</p>`
  }`;
}
