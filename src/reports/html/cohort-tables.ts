/** The tables of a batch, each row with its plot. */
import type { Cohort, CriterionTally, Named, NamedTally } from '../../model/cohort.ts';
import { intervalWord, worstFirst } from '../cohort/words.ts';
import { scoreColumn } from '../words.ts';
import { type Content, clipped, html, type Markup } from './markup.ts';
import { intervalCell, levelKey, levelsCell, scaleCell, shareCell } from './plots/cells.ts';

/** More rows than that are folded away: the rest is there for those who look for one. */
const OPEN_ROWS = 25;
const NAME = 120;
const PROMPT = 110;

/** Questions from the one answered worst: there something is to be learned. */
export function questionsTable(questions: Cohort['questions']): Markup {
  const rows = worstFirst(questions.listed).map(it =>
    meanRow(
      html`${clipped(it.id, NAME)}${it.prompt !== '' && it.prompt !== it.id && html`<small>${clipped(it.prompt, PROMPT)}</small>`}`,
      it,
    ),
  );
  return html`${meanTables('Question', 'Questions, the lowest mean first', rows)}${moreNote(questions, 'questions')}`;
}

/** Candidates or groups, from the highest mean. */
export function namedTable(what: 'Candidate' | 'Group', names: Named<NamedTally>): Markup {
  const rows = names.listed
    .toSorted((a, b) => (b.mean ?? -1) - (a.mean ?? -1))
    .map(it => meanRow(clipped(it.id, NAME), it));
  const plural = `${what}s`;
  return html`${meanTables(what, `${plural}, the highest mean first`, rows)}${moreNote(names, plural.toLowerCase())}`;
}

function meanRow(name: Content, { rows, scored, mean, interval }: NamedTally): Markup {
  const told = interval && html`<span class="hidden">, interval ${intervalWord({ interval })}</span>`;
  return html`<tr><th scope="row" class="name">${name}</th><td class="plot">${intervalCell(mean, interval)}</td><td class="n">${scoreColumn(mean)}${told}</td><td class="n">${rows}</td><td class="n">${rows - scored || '–'}</td></tr>`;
}

function meanTables(what: string, caption: string, rows: readonly Markup[]): Markup {
  const head = html`<thead><tr><th scope="col">${what}</th><td class="plot">${scaleCell()}</td><th scope="col" class="n">Mean</th><th scope="col" class="n">Answers</th><th scope="col" class="n">No score</th></tr></thead>`;
  const table = (title: string, some: readonly Markup[]) =>
    html`<table class="means"><caption>${title}</caption>${head}<tbody>${some}</tbody></table>`;
  const rest = rows.slice(OPEN_ROWS);
  return html`${table(`${caption}; the dot is the mean, the line its 95 % interval`, rows.slice(0, OPEN_ROWS))}${
    rest.length > 0 &&
    html`<details class="rest"><summary>The other ${rest.length}</summary>${table(`${caption}, from number ${OPEN_ROWS + 1}`, rest)}</details>`
  }`;
}

function moreNote({ more, listed }: Named<unknown>, what: string): Markup | undefined {
  if (more === 0) return undefined;
  return html`<p class="quiet">Only the first ${listed.length.toLocaleString('en-US')} ${what} are listed; ${more.toLocaleString('en-US')} answers belong to others.</p>`;
}

/** Criteria by rubric: how many answers reached each level. */
export function criteriaTable(criteria: readonly CriterionTally[]): Markup {
  const rubrics = [...new Set(criteria.map(it => rubricOf(it.id)))];
  const groups = rubrics.map(
    rubric =>
      html`<tbody><tr><th colspan="4" scope="rowgroup" class="group">${rubric}</th></tr>${criteria.filter(it => rubricOf(it.id) === rubric).map(criterionRow)}</tbody>`,
  );
  return html`${levelKey()}<table class="criteria"><caption>How many answers reached each level, as shares of one bar</caption>
<thead><tr><th scope="col">Criterion</th><th scope="col" class="plot">Levels 1 to 4</th><th scope="col" class="n">Mean</th><th scope="col" class="n">Answers</th></tr></thead>
${groups}</table>`;
}

const rubricOf = (id: string) => (id.includes('/') ? id.slice(0, id.indexOf('/')) : '');

function criterionRow({ id, scored, mean, levels }: CriterionTally): Markup {
  const name = id.slice(id.indexOf('/') + 1);
  const told = `At levels 1 to 4: ${levels.join(', ')}`;
  return html`<tr><th scope="row" class="name">${clipped(name, NAME)}</th><td class="plot" title="${told}"><span class="hidden">${told}</span>${levelsCell(levels)}</td><td class="n">${scoreColumn(mean)}</td><td class="n">${scored}</td></tr>`;
}

/** @param all rows of the whole batch. */
export function flagsTable(flags: Cohort['flags'], all: number): Markup {
  const rows = flags
    .toSorted((a, b) => b.rows - a.rows)
    .map(
      it =>
        html`<tr><th scope="row" class="name">${it.kind}</th><td class="plot">${shareCell(it.rows / all)}</td><td class="n">${it.rows}</td><td class="n">${Math.round((it.rows / all) * 1000) / 10} %</td></tr>`,
    );
  return html`<table class="flags"><caption>Flags raised, and the share of all answers that have one</caption>
<thead><tr><th scope="col">Flag</th><td></td><th scope="col" class="n">Answers</th><th scope="col" class="n">Share</th></tr></thead><tbody>${rows}</tbody></table>`;
}
