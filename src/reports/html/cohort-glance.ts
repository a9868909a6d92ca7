/** What a batch says before anybody scrolls. */
import type { Cohort, Gates } from '../../model/cohort.ts';
import { gateOutcomes } from '../../model/gates.ts';
import { intervalWord } from '../cohort/words.ts';
import { scoreWord } from '../words.ts';
import { type Content, html, type Markup } from './markup.ts';
import { levelKey, levelsCell } from './plots/cells.ts';

export function glance(cohort: Cohort, gates: Gates): Markup {
  const { all, deviation, least, median, most, levels } = cohort;
  const interval = all.interval && `95 % interval ${intervalWord(all)}`;
  const spread = deviation !== null && `standard deviation ${scoreWord(deviation)}`;
  const unscored = all.rows - all.scored;
  const figures: (readonly [Content, Content] | false)[] = [
    [
      html`mean score${interval && html`<br>${interval}`}${spread && html`<br>${spread}`}`,
      scoreWord(all.mean),
    ],
    median !== null && [html`median<br>from ${scoreWord(least)} to ${scoreWord(most)}`, scoreWord(median)],
    [html`scored<br>of ${whole(all.rows)}`, whole(all.scored)],
    unscored > 0 && [
      html`without a score<br>${whole(all.cannotAssess)} could not be assessed, ${whole(all.errors)} ended in an error`,
      html`<span class="${all.errors > 0 ? 'bad' : 'quiet'}">${whole(unscored)}</span>`,
    ],
  ];
  return html`${gateList(cohort, gates)}<dl class="figures">${figures.map(
    it => it && html`<div><dt>${it[0]}</dt><dd>${it[1]}</dd></div>`,
  )}</dl>
${all.scored > 0 && levelsFigure(levels)}`;
}

function levelsFigure(levels: Cohort['levels']): Markup {
  const told = levels.map((it, index) => `${whole(it)} at level ${index + 1}`).join(', ');
  return html`<figure class="levels"><figcaption>${told}</figcaption>${levelsCell(levels)}${levelKey()}</figure>`;
}

const whole = (number: number) => number.toLocaleString('en-US');

/** What the run had to reach, each with the figure that decides it. */
function gateList(cohort: Cohort, gates: Gates): Markup | undefined {
  const items = gateOutcomes(cohort, gates).map(
    ({ gate, met, fact }) =>
      html`<li><strong class="${met ? 'good' : 'bad'}">${met ? 'Met' : 'Not met'}:</strong> <code>${gate}</code>, ${fact}</li>`,
  );
  return items.length > 0 ? html`<ul class="gates">${items}</ul>` : undefined;
}
