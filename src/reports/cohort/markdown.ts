/** A cohort as a page of Markdown: the run at a glance, its tables, and the rows that are worth a look. */
import type { Cohort, Gates, Named, NamedTally, RowResult } from '../../model/cohort.ts';
import { gateOutcomes } from '../../model/gates.ts';
import { counted } from '../../model/prose.ts';
import { clip } from '../columns.ts';
import { inline, list, table } from '../markdown-text.ts';
import { judgeWord, repeatsWord, usageWord } from '../model-words.ts';
import { oneLine } from '../one-line.ts';
import { levelWord, scoreWord } from '../words.ts';
import { intervalWord, levelsWord, placeWord, statusWord, worstFirst } from './words.ts';

/** Columns of a prompt or a cause in a table. */
const TEXT = 120;

/** The whole page as GitHub-flavoured Markdown. Nothing that a candidate or an author wrote acts as markup in it. */
export function cohortMarkdown(cohort: Cohort, rows: readonly RowResult[], gates: Gates): string {
  const blocks = [
    `# Evaluation of ${counted(cohort.all.rows, 'answer')}`,
    glance(cohort),
    ...gateSection(cohort, gates),
    ...scoreSection(cohort),
    ...questionSection(cohort),
    ...criterionSection(cohort),
    ...namedSection('Candidates', 'Candidate', cohort.candidates),
    ...namedSection('Groups', 'Group', cohort.groups),
    ...flagSection(cohort),
    ...rowSection(cohort, rows),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function glance(cohort: Cohort): string {
  const { all, deviation, least, median, most, levels, judges, rubrics, usage } = cohort;
  const spread = deviation === null ? '' : `, standard deviation ${scoreWord(deviation)}`;
  const scores = [
    `**Mean:** ${scoreWord(all.mean)} of 100 (95 % interval ${intervalWord(all)})${spread}`,
    `**Lowest, median, highest:** ${[least, median, most].map(scoreWord).join(', ')}`,
    `**Rows:** ${levelsWord(levels)}`,
  ];
  return list([
    `**Outcome:** ${statusWord(all)}`,
    ...(all.scored > 0 ? scores : ['**Mean:** no row was scored']),
    `**Judged by:** ${judges.map(it => inline(judgeWord(it, it.model))).join('; ') || 'nobody'} (mockloop ${inline(cohort.versions.mockloop)})`,
    ...(usage ? [`**Model asked in this run:** ${inline(usageWord(usage))}`] : []),
    ...(rubrics.length > 0
      ? [`**Rubrics:** ${rubrics.map(it => `${inline(it.id)} (${inline(it.hash)})`).join(', ')}`]
      : []),
    "The interval (Student's t) says how far chance alone may move a mean of so many independent answers. Errors and" +
      ' answers that could not be assessed have no score and are in no mean. A level runs from 1 (not there) to 4' +
      ' (strong).',
  ]);
}

function gateSection(cohort: Cohort, gates: Gates): string[] {
  const outcomes = gateOutcomes(cohort, gates);
  if (outcomes.length === 0) return [];
  const rows = outcomes.map(it => [inline(it.gate), it.met ? 'met' : '**not met**', inline(it.fact)]);
  return ['## Gates', table(['Gate', 'Outcome', 'Why'], rows)];
}

/** Characters of the longest bar. */
const BAR = 40;

function scoreSection({ all, histogram }: Cohort): string[] {
  if (all.scored === 0) return [];
  const [step, longest] = [100 / histogram.length, Math.max(...histogram)];
  const bars = histogram.map((count, bin) => [
    `${bin * step} to ${(bin + 1) * step}`,
    String(count),
    '█'.repeat(Math.ceil((count * BAR) / longest)),
  ]);
  const isFilled = (count: number) => count > 0;
  const filled = bars.slice(histogram.findIndex(isFilled), histogram.findLastIndex(isFilled) + 1);
  return ['## Scores', table(['Score', 'Rows', ''], filled)];
}

const FIGURES = ['Rows', 'Scored', 'Errors', 'Mean', '95 % interval'];

function figures(it: NamedTally): string[] {
  return [String(it.rows), String(it.scored), String(it.errors), scoreWord(it.mean), intervalWord(it)];
}

function questionSection({ questions }: Cohort): string[] {
  if (questions.listed.length === 0) return [];
  const rows = worstFirst(questions.listed).map(it => [inline(it.id), short(it.prompt), ...figures(it)]);
  return ['## Questions', table(['Question', 'Prompt', ...FIGURES], rows), ...more(questions)];
}

function criterionSection({ criteria }: Cohort): string[] {
  if (criteria.length === 0) return [];
  const rows = worstFirst(criteria).map(it => [
    inline(it.id),
    String(it.scored),
    scoreWord(it.mean),
    ...it.levels.map(String),
  ]);
  const head = ['Criterion', 'Scored', 'Mean', 'Level 1', 'Level 2', 'Level 3', 'Level 4'];
  return ['## Criteria', table(head, rows)];
}

function namedSection(title: string, noun: string, names: Named<NamedTally>): string[] {
  if (names.listed.length === 0) return [];
  const rows = worstFirst(names.listed).map(it => [inline(it.id), ...figures(it)]);
  return [`## ${title}`, table([noun, ...FIGURES], rows), ...more(names)];
}

function more({ listed, more: rows }: Named<unknown>): string[] {
  if (rows === 0) return [];
  return [
    `Only ${counted(listed.length, 'name')} are listed; others have ${counted(rows, 'row')}, in the totals alone.`,
  ];
}

function flagSection({ flags }: Cohort): string[] {
  if (flags.length === 0) return [];
  const rows = flags.map(it => [inline(it.kind), String(it.rows)]);
  return ['## Flags', table(['Flag', 'Rows'], rows)];
}

function rowSection({ all }: Cohort, rows: readonly RowResult[]): string[] {
  if (rows.length === 0) return [];
  const chosen =
    rows.length === all.rows
      ? []
      : [
          `${rows.length} of ${counted(all.rows, 'row')}: those that ended in an error, then flagged ones, then the` +
            ' lowest and highest scores, in the order of the input.',
        ];
  const head = ['Id', 'Question', 'Candidate', 'Status', 'Score', 'Level', 'Flags', 'Why'];
  return ['## Rows', ...chosen, table(head, rows.map(rowCells))];
}

function rowCells(it: RowResult): string[] {
  return [
    short(it.id ?? '–'),
    short(it.question ?? '–'),
    short(it.candidate ?? ''),
    it.status,
    scoreWord(it.score),
    levelWord(it.level),
    inline(it.flags.map(flag => flag.kind).join(', ')),
    short(why(it)),
  ];
}

/** Its cause and place; of a scored row what the flags and the weakest criterion say. */
function why(result: RowResult): string {
  const { cause, flags, criteria, repeats } = result;
  const place = placeWord(result);
  if (cause !== undefined) return place === undefined ? cause : `${place}: ${cause}`;
  const weakest = criteria.reduce<RowResult['criteria'][number] | undefined>(
    (least, it) => (it.score !== null && it.score < (least?.score ?? Number.POSITIVE_INFINITY) ? it : least),
    undefined,
  );
  return [
    ...flags.map(it => it.reason),
    ...(repeats ? [`${repeatsWord(repeats)}.`] : []),
    ...(weakest ? [`${weakest.id}: ${weakest.reason}`] : []),
  ].join(' ');
}

const short = (text: string) => inline(clip(oneLine(text), TEXT));
