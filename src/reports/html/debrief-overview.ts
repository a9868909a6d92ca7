/** What an interview says before anybody reads an answer: scores against the bar, time, what to work on. */
import type { Debrief, DebriefQuestion, Exercise, Habit, Standing } from '../../model/debrief.ts';
import { DEFAULT_CUTS, type Level, levelOf } from '../../model/level.ts';
import { counted } from '../../model/prose.ts';
import { barName, exerciseCommand, habitWord, probeWord } from '../debrief-words.ts';
import { noOverall, noWork, ownLevels } from '../interview-words.ts';
import { standInWord } from '../model-words.ts';
import { levelWord, scoreColumn, scoreWord, timeOf } from '../words.ts';
import { panelBody } from './debrief-panel.ts';
import type { Section } from './frame.ts';
import { type Content, clipped, html, type Markup } from './markup.ts';
import { barCell, scaleCell } from './plots/cells.ts';
import { clockPlot } from './plots/clock.ts';
import { type Places, quoteLink } from './quote-link.ts';

/** The bar of the level that was interviewed for; without a debrief the score at which level 3 begins. */
function barOf({ outcome }: Debrief): { score: number; name: string } {
  if (outcome) return { score: outcome.bar.cuts[1], name: barName(outcome.bar) };
  return { score: DEFAULT_CUTS[1], name: `where level ${levelWord(3)}, begins` };
}

export function overview(debrief: Debrief, places: Places): Section[] {
  const { workOn, score, competencies, principles, recurring } = debrief;
  const bar = barOf(debrief);
  const panel = panelBody(debrief, places);
  return [
    ...(panel ? [{ id: 'debrief', title: 'Debrief', body: panel }] : []),
    { id: 'scorecard', title: 'Scorecard', body: scorecard(debrief, bar) },
    {
      id: 'work',
      title: 'Work on these first',
      body: workOn.length === 0 ? html`<p>${noWork(score)}</p>` : workList(workOn),
    },
    ...(recurring.length > 0
      ? [{ id: 'habits', title: 'What came back', body: habitList(recurring, places) }]
      : []),
    ...(competencies.length + principles.length > 0
      ? [
          {
            id: 'skills',
            title: 'Competencies and principles',
            body: skills(competencies, principles, bar.score),
          },
        ]
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

function scorecard(debrief: Debrief, bar: ReturnType<typeof barOf>): Markup {
  const { score, rounds } = debrief;
  const level = score === null ? null : levelOf(score);
  const standIn = standInWord(debrief);
  return html`${standIn !== undefined && html`<p class="warning"><b>Warning</b> ${standIn}</p>`}${
    score === null
      ? html`<p>${noOverall(rounds)}</p>`
      : html`<dl class="figures"><div><dt>of 100</dt><dd>${scoreWord(score)}</dd></div><div><dt>level</dt><dd>${levelWord(level)}</dd></div></dl>`
  }
${barTable(
  'Round',
  `Rounds; the dashed line is at ${bar.score}, ${bar.name}`,
  rounds.map((it, index) => ({
    name: html`<a href="#round-${index + 1}">${clipped(it.title, 120)}</a>`,
    score: it.score,
    level: it.level,
    rest: timeOf(it.seconds, it.budget),
  })),
  'Time used',
  bar.score,
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
function barTable(
  what: string,
  caption: string,
  rows: readonly BarRow[],
  restTitle: string,
  bar: number,
): Markup {
  const body = rows.map(
    it =>
      html`<tr><th scope="row" class="name">${it.name}</th><td class="plot">${barCell(it.score, it.level, bar)}</td><td class="n">${scoreColumn(it.score)}</td><td>${levelWord(it.level)}</td><td class="n rest">${it.rest}</td></tr>`,
  );
  return html`<table class="bars"><caption>${caption}</caption><thead><tr><th scope="col">${what}</th><td class="plot">${scaleCell()}</td><th scope="col" class="n">Score</th><th scope="col">Level</th><th scope="col" class="n">${restTitle}</th></tr></thead><tbody>${body}</tbody></table>`;
}

function skills(competencies: readonly Standing[], principles: readonly Standing[], bar: number): Markup {
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
      bar,
    );
  return html`<div class="pair">${table('Competency', 'By competency, against the bar', competencies)}${table('Principle', 'By principle, against the bar', principles)}</div>`;
}

function workList(items: Debrief['workOn']): Markup {
  return html`<ol class="work">${items.map(
    it =>
      html`<li><b>${it.title}</b> <span class="quiet">(${it.question})</span>${[it.why, it.advice]
        .filter(text => text !== '')
        .map(text => html`<p>${text}</p>`)}${exerciseBlock(it.exercise)}</li>`,
  )}</ol>`;
}

function exerciseBlock(exercise: Exercise): Markup {
  const command = exerciseCommand(exercise);
  return html`<p class="exercise"><b>Exercise:</b> ${exercise.task} ${command !== undefined && html`<code>${command}</code>`} ${probeWord(exercise)}</p>`;
}

/** What came back in several answers, with the candidate's words. */
function habitList(habits: readonly Habit[], places: Places): Markup {
  return html`<ul class="work">${habits.map(
    it =>
      html`<li><b>${habitWord(it)}</b><p class="small">${it.seen.map(one => quoteLink(one.question, one.found?.quote, places))}</p>${exerciseBlock(it.exercise)}</li>`,
  )}</ul>`;
}

function clockRound({ title, budget, questions }: Debrief['rounds'][number]) {
  const secondsOf = ({ tries, followUps }: DebriefQuestion): number[] => [
    ...(tries.length > 0 ? [tries.reduce((sum, it) => sum + it.seconds, 0)] : []),
    ...followUps.flatMap(secondsOf),
  ];
  return { title: clipped(title, 120), budget, answers: questions.flatMap(secondsOf) };
}
