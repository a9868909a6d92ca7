/** The end of the loop on the page of an interview: the outcome, the votes before and after, what they rest on. */
import type { Assessment, Condition, Debrief, Decision, Demand, Ground } from '../../model/debrief.ts';
import {
  barName,
  groundWord,
  isMet,
  NOT_THEIR_RUBRIC,
  raiserWord,
  roundTitle,
  shortfallWord,
  verdictWord,
  votesWord,
  wantedWord,
} from '../debrief-words.ts';
import { scoreColumn, scoreWord } from '../words.ts';
import { type Content, clipped, html, type Markup } from './markup.ts';
import { barCell, scaleCell, votesCell } from './plots/cells.ts';
import { type Places, quoteLink } from './quote-link.ts';
import { titled } from './titled.ts';

/** Nothing where nobody conferred. */
export function panelBody(debrief: Debrief, places: Places): Markup | undefined {
  const { outcome } = debrief;
  if (!outcome) return undefined;
  const { why, conditions, lower, demands } = outcome;
  return html`<p class="verdict">${verdictWord(outcome)}</p><p>${why} ${raiserWord(debrief)}</p>
${votesTable(debrief, places)}
<div class="pair"><div><h3>What a hire rests on</h3>${conditionList(conditions)}${
    lower && html`<h3>And against ${barName(lower.bar)}</h3>${conditionList(lower.conditions)}`
  }</div><div>${demandTable(demands, places)}</div></div>
<p class="quiet small">${NOT_THEIR_RUBRIC}</p>`;
}

function votesTable(debrief: Debrief, places: Places): Markup {
  const [, hire] = debrief.outcome!.bar.cuts;
  const rows = debrief.rounds.map(({ title, votes, assessment }, index) => {
    const moved = votes.moved.map(
      it => html`<li>${roundTitle(debrief, it.round)}: ${ground(it, places)}</li>`,
    );
    return html`<tr><th scope="row" class="name"><a href="#round-${index + 1}">${clipped(title, 120)}</a></th><td class="plot">${votesCell(votes.before, votes.after)}</td><td>${votesWord(votes)}</td><td class="n">${scoreColumn(assessment?.figure ?? null)}</td><td class="n">${scoreColumn(votes.figure)}</td></tr>${
      moved.length > 0 &&
      html`<tr class="because"><td colspan="5"><span class="quiet">Moved by</span><ul>${moved}</ul></td></tr>`
    }`;
  });
  return html`<table class="votes"><caption>Votes, from strong no hire on the left to strong hire on the right: sealed (ring), and after reading the others (dot). A figure of ${hire} is a vote to hire</caption>
<thead><tr><th scope="col">Round</th><td></td><th scope="col">Vote</th><th scope="col" class="n">Sealed</th><th scope="col" class="n">After</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function conditionList(conditions: readonly Condition[]): Markup {
  return html`<ul class="conditions">${conditions.map(
    ({ met, told }) => html`<li><b class="${met ? 'good' : 'bad'}">${met ? 'Yes' : 'No'}</b> ${told}</li>`,
  )}</ul>`;
}

function demandTable(demands: readonly Demand[], places: Places): Content {
  if (demands.length === 0) return undefined;
  const rows = demands.map(it => {
    const level = it.score === null ? null : isMet(it) ? 4 : 1;
    const seen = it.seen.flatMap(one =>
      one.found ? [html`${quoteLink(one.question, one.found.quote, places)}${shortfallWord(it, one)}`] : [],
    );
    return html`<tr><th scope="row" class="name">${it.title}<small>${it.wants}</small>${seen.length > 0 && html`<small>${seen}</small>`}</th><td class="plot">${barCell(it.score, level, it.bar)}</td><td class="n rest">${it.score !== null && `${scoreWord(it.score)}, `}${wantedWord(it)}</td></tr>`;
  });
  return html`<table class="bars demands"><caption>What the level wants to see, against the score that it wants</caption>
<thead><tr><th scope="col">Wanted</th><td class="plot">${scaleCell()}</td><th scope="col" class="n">Seen</th></tr></thead><tbody>${rows}</tbody></table>`;
}

/** What one interviewer wrote before any other was read. */
export function assessmentBlock(
  assessment: Assessment | null,
  outcome: Decision | null,
  places: Places,
): Content {
  if (!assessment || !outcome || assessment.for.length + assessment.against.length === 0) return undefined;
  const grounds = (some: readonly Ground[]) => some.map(it => ground(it, places));
  return html`<div class="sealed"><p class="quiet small">Sealed assessment, from this round alone: ${scoreWord(assessment.figure)} of 100, ${barName(outcome.bar)} is ${outcome.bar.cuts[1]}</p>
<div class="pair">${titled('For', grounds(assessment.for))}${titled('Against', grounds(assessment.against))}</div></div>`;
}

function ground(it: Ground, places: Places): Markup {
  return html`${groundWord({ ...it, about: clipped(it.about.replace(/\.$/, ''), ABOUT) })} ${quoteLink(it.question, it.found?.quote, places)}`;
}

/** Characters of what a ground is about: it may be a whole prompt. */
const ABOUT = 120;
