/** What an interview says before anybody reads an answer: scores against the bar, time, what to work on. */
import type { Debrief, DebriefQuestion, Standing } from '../../model/debrief.ts';
import { DEFAULT_CUTS, type Level, levelOf } from '../../model/level.ts';
import { counted } from '../cohort/words.ts';
import { noOverall, noWork, ownLevels } from '../interview-words.ts';
import { levelWord, scoreColumn, scoreWord, timeOf } from '../words.ts';
import type { Section } from './frame.ts';
import { type Content, clipped, html, type Markup } from './markup.ts';
import { barCell, scaleCell } from './plots/cells.ts';
import { clockPlot } from './plots/clock.ts';

/** The level from which an answer is what the level asked for wants, and the score at which it begins. */
const BAR_LEVEL: Level = 3;
const BAR = DEFAULT_CUTS[BAR_LEVEL - 2];

export function overview(debrief: Debrief): Section[] {
  const { workOn, score, competencies, principles } = debrief;
  return [
    { id: 'scorecard', title: 'Scorecard', body: scorecard(debrief) },
    {
      id: 'work',
      title: 'Work on these first',
      body: workOn.length === 0 ? html`<p>${noWork(score)}</p>` : workList(workOn),
    },
    ...(competencies.length + principles.length > 0
      ? [{ id: 'skills', title: 'Competencies and principles', body: skills(competencies, principles) }]
      : []),
    { id: 'time', title: 'Time', body: clockPlot(debrief.rounds.map(clockRound)) },
    ...(debrief.selfScores
      ? [
          {
            id: 'own-levels',
            title: 'Your own levels',
            body: html`<p>${ownLevels(debrief.selfScores)}</p>`,
          },
        ]
      : []),
  ];
}

function scorecard(debrief: Debrief): Markup {
  const { score, rounds } = debrief;
  const level = score === null ? null : levelOf(score);
  return html`${
    score === null
      ? html`<p>${noOverall(rounds)}</p>`
      : html`<dl class="figures"><div><dt>of 100</dt><dd>${scoreWord(score)}</dd></div><div><dt>level</dt><dd>${levelWord(level)}</dd></div></dl>`
  }
${barTable(
  'Round',
  `Rounds; the dashed line is the bar: ${BAR}, where level ${levelWord(BAR_LEVEL)}, begins`,
  rounds.map((it, index) => ({
    name: html`<a href="#round-${index + 1}">${clipped(it.title, 120)}</a>`,
    score: it.score,
    level: it.level,
    rest: timeOf(it.seconds, it.budget),
  })),
  'Time used',
)}`;
}

interface BarRow {
  name: Content;
  score: number | null;
  level: Level | null;
  /** What else there is to know, in a cell. */
  rest: string;
}

/** Scores as bars against the bar. */
function barTable(what: string, caption: string, rows: readonly BarRow[], restTitle: string): Markup {
  const body = rows.map(
    it =>
      html`<tr><th scope="row" class="name">${it.name}</th><td class="plot">${barCell(it.score, it.level, BAR)}</td><td class="n">${scoreColumn(it.score)}</td><td>${levelWord(it.level)}</td><td class="n rest">${it.rest}</td></tr>`,
  );
  return html`<table class="bars"><caption>${caption}</caption><thead><tr><th scope="col">${what}</th><td class="plot">${scaleCell()}</td><th scope="col" class="n">Score</th><th scope="col">Level</th><th scope="col" class="n">${restTitle}</th></tr></thead><tbody>${body}</tbody></table>`;
}

function skills(competencies: readonly Standing[], principles: readonly Standing[]): Markup {
  const table = (what: string, caption: string, standings: readonly Standing[]) =>
    standings.length > 0 &&
    barTable(
      what,
      caption,
      standings.map(it => ({
        name: clipped(it.id, 120),
        score: it.score,
        level: it.level,
        rest: counted(it.answers, 'answer'),
      })),
      'Rests on',
    );
  return html`<div class="pair">${table('Competency', 'By competency, against the bar', competencies)}${table('Principle', 'By principle, against the bar', principles)}</div>`;
}

function workList(items: Debrief['workOn']): Markup {
  return html`<ol class="work">${items.map(
    it =>
      html`<li><b>${it.title}</b> <span class="quiet">(${it.question})</span>${[it.why, it.advice]
        .filter(text => text !== '')
        .map(text => html`<p>${text}</p>`)}</li>`,
  )}</ol>`;
}

function clockRound({ title, budget, questions }: Debrief['rounds'][number]) {
  const secondsOf = ({ tries, followUps }: DebriefQuestion): number[] => [
    ...(tries.length > 0 ? [tries.reduce((sum, it) => sum + it.seconds, 0)] : []),
    ...followUps.flatMap(secondsOf),
  ];
  return { title: clipped(title, 120), budget, answers: questions.flatMap(secondsOf) };
}
