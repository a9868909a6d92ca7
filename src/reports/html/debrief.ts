/** The page of one interview: what `mockloop report --format html` writes. */
import type { Debrief, DebriefRound } from '../../model/debrief.ts';
import {
  HOW,
  IN_NO_FIGURE,
  isSealed,
  MODE_WORDS,
  notAskedWords,
  progressOf,
  rewordedNote,
  WEIGHING,
} from '../interview-words.ts';
import { judgedWord, usageWord } from '../model-words.ts';
import { levelWord, scoreWord, timeOf } from '../words.ts';
import { answerBlocks } from './debrief-answer.ts';
import { overview } from './debrief-overview.ts';
import { assessmentBlock } from './debrief-panel.ts';
import { renderPage, type Section } from './frame.ts';
import { clipped, html, type Markup } from './markup.ts';
import { progressPlot } from './plots/progress.ts';
import { type Places, placesIn } from './quote-link.ts';

/** One self-contained HTML file without any script. */
export function renderDebriefPage(debrief: Debrief): string {
  const { loop, level, startedAt, finished } = debrief;
  return renderPage({
    title: `Interview report: ${clipped(loop.title, 200)}`,
    lead: html`<p>${[
      level && `Level ${level}`,
      `${startedAt.slice(0, 10)}, ${startedAt.slice(11, 16)} UTC`,
      MODE_WORDS[debrief.mode],
      !finished && 'not finished: this is what there is so far',
    ]
      .filter(Boolean)
      .join(' · ')}</p>`,
    sections: isSealed(debrief) ? [SEALED] : sectionsOf(debrief),
    foot: foot(debrief),
  });
}

const SEALED: Section = {
  id: 'sealed',
  title: 'Not over yet',
  body: html`<p>In earnest, how it went is told at the end. Go on with <code>mockloop resume</code>.</p>`,
};

function sectionsOf(debrief: Debrief): Section[] {
  const { warmUp, rubrics } = debrief;
  const places = placesIn(debrief);
  return [
    ...overview(debrief, places),
    ...progress(debrief),
    ...(warmUp
      ? [
          {
            id: 'warm-up',
            title: 'Warm-up',
            body: html`<p class="quiet">${IN_NO_FIGURE}</p>${answerBlocks(warmUp, '0.1', rubrics, false)}`,
          },
        ]
      : []),
    ...debrief.rounds.map((round, index) => roundSection(debrief, round, index + 1, places)),
  ];
}

function progress(debrief: Debrief): Section[] {
  if (!debrief.earlier?.length) return [];
  const note = rewordedNote(debrief);
  const body = html`${progressPlot(progressOf(debrief))}${note !== '' && html`<p class="quiet">${note}</p>`}`;
  return [{ id: 'progress', title: 'Progress', body }];
}

function roundSection(
  { rubrics, outcome }: Debrief,
  round: DebriefRound,
  number: number,
  places: Places,
): Section {
  const { title, interviewer, score, level, seconds, budget, questions } = round;
  const facts = [
    interviewer === 'interviewer' ? '' : `Interviewer: ${interviewer}`,
    score === null ? 'no score' : `${scoreWord(score)} of 100, level ${levelWord(level)}`,
    `time used: ${timeOf(seconds, budget)}`,
  ];
  const passed = notAskedWords(round);
  return {
    id: `round-${number}`,
    title: `Round ${number}: ${clipped(title, 200)}`,
    body: html`<p class="quiet">${facts.filter(Boolean).join(' · ')}</p>${assessmentBlock(round.assessment, outcome, places)}
${questions.length === 0 && passed.length === 0 && html`<p>Nothing has been asked in this round.</p>`}
${questions.map((question, index) => answerBlocks(question, `${number}.${index + 1}`, rubrics, score !== null))}
${passed.length > 0 && html`<p><b>Not asked:</b> ${passed.join('; ')}</p>`}`,
  };
}

function foot(debrief: Debrief): Markup {
  const { session, versions, scale, usage } = debrief;
  return html`<p>Session ${session}. Judged by ${judgedWord(debrief)}, with mockloop ${versions.mockloop}.${
    scale !== 1 && ` Every time allowed was multiplied by ${scale}.`
  }${usage && ` Model asked for this report: ${usageWord(usage)}.`}</p>
<p>Judged ${HOW} ${debrief.score !== null && WEIGHING}</p>`;
}
