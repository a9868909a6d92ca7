/** What a batch says before anybody scrolls. */
import type { Cohort, CriterionTally, Gates } from '../../model/cohort.ts';
import { scoreWord } from '../words.ts';
import { type Content, html, type Markup } from './markup.ts';
import { levelKey, levelsCell } from './plots/cells.ts';

export function glance(cohort: Cohort, gates: Gates | undefined): Markup {
  const { all, deviation, least, median, most, levels } = cohort;
  const interval =
    all.interval && `95 % interval ${scoreWord(all.interval[0])} to ${scoreWord(all.interval[1])}`;
  const unscored = all.rows - all.scored;
  const figures: (readonly [Content, Content] | false)[] = [
    [html`mean score${interval && html`<br>${interval}`}`, scoreWord(all.mean)],
    median !== null && [
      html`median<br>from ${scoreWord(least)} to ${scoreWord(most)}`,
      html`${scoreWord(median)}${deviation !== null && html` <small>± ${scoreWord(deviation)}</small>`}`,
    ],
    [html`scored<br>of ${whole(all.rows)}`, whole(all.scored)],
    unscored > 0 && [
      html`without a score<br>${whole(all.cannotAssess)} could not be assessed, ${whole(all.errors)} ended in an error`,
      html`<span class="${all.errors > 0 ? 'bad' : 'quiet'}">${whole(unscored)}</span>`,
    ],
  ];
  return html`${gates && gateList(cohort, gates)}<dl class="figures">${figures.map(
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
function gateList(
  { all, least, criteria }: Cohort,
  { under, anyUnder, criteria: asked = [] }: Gates,
): Markup {
  const items = [
    under !== undefined &&
      gate(`mean at least ${under}`, all.mean !== null && all.mean >= under, `it is ${scoreWord(all.mean)}`),
    anyUnder !== undefined &&
      gate(
        `every score at least ${anyUnder}`,
        all.rows === all.scored && least !== null && least >= anyUnder,
        `the lowest is ${scoreWord(least)}${all.rows > all.scored ? `, and ${whole(all.rows - all.scored)} have none` : ''}`,
      ),
    ...asked.map(({ id, level }) => {
      const levels = levelsOf(criteria, id);
      const below = sum(levels.slice(0, level - 1));
      const met = below === 0 && sum(levels) > 0;
      return gate(
        `${id} at level ${level} or above`,
        met,
        `${whole(below)} of ${whole(sum(levels))} below it`,
      );
    }),
  ];
  return html`<ul class="gates">${items}</ul>`;
}

function gate(asked: string, met: boolean, found: string): Markup {
  return html`<li><strong class="${met ? 'good' : 'bad'}">${met ? 'Met' : 'Not met'}:</strong> ${asked}; ${found}</li>`;
}

/** How many answers reached each level of a criterion, under whatever rubric where the gate names none. */
function levelsOf(criteria: readonly CriterionTally[], id: string): number[] {
  const among = criteria.filter(it => it.id === id || it.id.endsWith(`/${id}`));
  return [0, 1, 2, 3].map(at => sum(among.map(it => it.levels[at]!)));
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, it) => all + it, 0);
