/** The page of many answers: what `mockloop evaluate --out x.html` writes. */
import type { Cohort, Gates, RowResult } from '../../model/cohort.ts';
import { judgeWord, usageWord } from '../model-words.ts';
import { glance } from './cohort-glance.ts';
import { rowsSection } from './cohort-rows.ts';
import { criteriaTable, flagsTable, namedTable, questionsTable } from './cohort-tables.ts';
import { renderPage, type Section } from './frame.ts';
import { html, type Markup } from './markup.ts';
import { histogram } from './plots/histogram.ts';
import { ROWS_SCRIPT } from './rows-script.ts';

/**
 * One self-contained HTML file. `rows` are at most MOST_ROWS of the cohort's, in the order they are to be shown; the page
 * says so when they are not all.
 */
export function renderCohortPage(cohort: Cohort, rows: readonly RowResult[], gates: Gates = {}): string {
  const { all, questions, candidates } = cohort;
  return renderPage({
    title: 'Results of many answers',
    lead: html`<p>${count(all.rows, 'answer')} to ${count(questions.listed.length, 'question', questions.more > 0)}${
      candidates.listed.length > 0 &&
      ` by ${count(candidates.listed.length, 'candidate', candidates.more > 0)}`
    }</p>`,
    sections: sectionsOf(cohort, rows, gates),
    foot: foot(cohort),
    script: ROWS_SCRIPT,
  });
}

function sectionsOf(cohort: Cohort, rows: readonly RowResult[], gates: Gates): Section[] {
  const { questions, criteria, candidates, groups, flags, all } = cohort;
  const spread = histogram({ counts: cohort.histogram, mean: all.mean, interval: all.interval });
  const sections: (Section | false)[] = [
    { id: 'glance', title: 'At a glance', body: html`${glance(cohort, gates)}${spread}` },
    questions.listed.length > 0 && { id: 'questions', title: 'Questions', body: questionsTable(questions) },
    criteria.length > 0 && { id: 'criteria', title: 'Criteria', body: criteriaTable(criteria) },
    candidates.listed.length > 0 && {
      id: 'candidates',
      title: 'Candidates',
      body: namedTable('Candidate', candidates),
    },
    groups.listed.length > 0 && { id: 'groups', title: 'Groups', body: namedTable('Group', groups) },
    flags.length > 0 && { id: 'flags', title: 'Flags', body: flagsTable(flags, all.rows) },
    { id: 'rows', title: 'Rows', body: rowsSection(rows, all.rows) },
  ];
  return sections.filter(it => it !== false);
}

/** `1 answer`, `2,000 answers`; `more than` where there are some that were not counted. */
function count(number: number, noun: string, more = false): string {
  return `${more ? 'more than ' : ''}${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}

function foot({ judges, rubrics, versions, usage }: Cohort): Markup {
  const by = judges.map(it => judgeWord(it, it.model)).join('; ');
  const with_ = rubrics.map(it => `${it.id} (${it.hash})`).join(', ');
  return html`<p>Judged by ${by || 'nobody'} with mockloop ${versions.mockloop}.${with_ && ` Rubrics: ${with_}.`}${usage && ` Model asked in this run: ${usageWord(usage)}.`}</p>
<p>A score runs from 0 to 100; a level from 1 (not there) over 2 (thin) and 3 (there) to 4 (strong). An answer without a score is in no mean.</p>`;
}
