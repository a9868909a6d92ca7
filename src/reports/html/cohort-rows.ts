/** The rows of a batch: a table that can be searched, each row openable to what the judge found. */
import type { RowResult } from '../../model/cohort.ts';
import type { CriterionScore, Evidence, PointScore } from '../../model/score.ts';
import { repeatsWord } from '../model-words.ts';
import { levelWord, scoreColumn, scoreWord } from '../words.ts';
import { byPart } from './debrief-findings.ts';
import { clipped, html, type Markup } from './markup.ts';
import { scoreCell } from './plots/cells.ts';

/** Characters shown of names, quotes and reasons: thousands of rows must stay a few megabytes. */
const NAME = 100;
const QUOTE = 160;
const REASON = 300;
/** Quotes shown of one finding, words shown of what is missing. */
const QUOTES = 2;
const MISSING = 6;

/** @param all how many rows the batch has. */
export function rowsSection(rows: readonly RowResult[], all: number): Markup {
  const some =
    rows.length < all &&
    html`<p class="note">Shown are ${rows.length.toLocaleString('en-US')} of ${all.toLocaleString('en-US')} rows: errors, then flagged answers, then the lowest and the highest scores, as far as there is room. The figures above count all of them.</p>`;
  return html`${some}${controls(rows)}
<table class="rows" role="table" aria-labelledby="rows-title"><thead role="rowgroup"><tr role="row">${HEADS.map(
    it => html`<th role="columnheader" scope="col">${it}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${rows.map(rowOf)}</tbody></table>`;
}

const HEADS = [
  'Row',
  'Question',
  'Candidate',
  'Score',
  'Level',
  'Flags',
  html`<span class="hidden">Findings</span>`,
];

/** Hidden until the script can make them work. */
function controls(rows: readonly RowResult[]): Markup {
  const names = (of: readonly (string | null)[]) => [...new Set(of)].filter(it => it !== null).sort();
  const select = (id: string, label: string, options: readonly (readonly [value: string, word: string])[]) =>
    html`<div><label for="${id}">${label}</label><select id="${id}"><option value="">all</option>${options.map(
      ([value, word]) => html`<option value="${value}">${word}</option>`,
    )}</select></div>`;
  const levels = ([4, 3, 2, 1] as const).map(it => [String(it), levelWord(it)] as const);
  const flags = names(rows.flatMap(it => it.flags.map(flag => flag.kind)));
  return html`<div class="controls" hidden role="search">
<div class="search"><label for="find">Search</label><input type="search" id="find" autocomplete="off" spellcheck="false"></div>
${select('by-level', 'Level', [...levels, ['none', 'no score'], ['error', 'error']])}
${select('by-flag', 'Flag', [...(flags.length > 0 ? [['any', 'any'] as const] : []), ...flags.map(it => [it, it] as const)])}
<div><label for="order">Order</label><select id="order"><option value="">as listed</option><option value="low">lowest first</option><option value="high">highest first</option></select></div>
<output id="found" for="find by-level by-flag"></output>
</div>`;
}

function rowOf(row: RowResult): Markup {
  const { id, question, candidate, group, score, level, flags, status } = row;
  const kinds = [...new Set(flags.map(it => it.kind))];
  const who = [candidate, group && `(${group})`].filter(Boolean).join(' ');
  const sort = status === 'error' ? 'error' : (level ?? 'none');
  return html`<tr role="row" data-level="${sort}" data-flags="${kinds.join(' ')}" data-score="${score ?? ''}"><th role="rowheader" scope="row">${clipped(id ?? placeOf(row), NAME)}</th><td role="cell" class="question">${clipped(question ?? '–', NAME)}</td><td role="cell">${clipped(who, NAME) || '–'}</td><td role="cell" class="score"><span class="n">${scoreColumn(score)}</span>${scoreCell(score, level)}</td><td role="cell">${levelOrStatus(row)}</td><td role="cell" class="${kinds.length > 0 ? 'told' : 'empty'}">${kinds.map(it => html`<span class="tag">${it}</span>`)}</td><td role="cell" class="open"><details><summary><span class="hidden">Findings of ${clipped(id ?? placeOf(row), NAME)}</span></summary>${foundIn(row)}</details></td></tr>
`;
}

/** `answers.jsonl, line 12`: where a row stands that has no name of its own. */
function placeOf({ file, line }: RowResult): string {
  if (line === undefined) return '–';
  return file === undefined || file === '-' ? `line ${line}` : `${clipped(file, NAME)}, line ${line}`;
}

function levelOrStatus({ status, level }: RowResult): string | Markup {
  if (status === 'error') return html`<span class="bad">error</span>`;
  return status === 'scored' ? levelWord(level) : 'not assessed';
}

/** Everything that was found in one answer. */
function foundIn(row: RowResult): Markup {
  const { cause, flags, criteria, points, pitfalls, line, repeats } = row;
  return html`${cause !== undefined && html`<p class="bad">${clipped(cause, REASON)}${line !== undefined && html` <span class="quiet">(${placeOf(row)})</span>`}</p>`}${flags.map(
    it => html`<p><span class="tag">${it.kind}</span> ${clipped(it.reason, REASON)}</p>`,
  )}${repeats && html`<p class="quiet">${repeatsWord(repeats)}</p>`}${criteria.length > 0 && html`<ul class="found">${criteria.map(criterionItem)}</ul>`}${pitfalls.map(
    it =>
      html`<div><b>${it.inferred ? 'Perhaps a pitfall' : 'Pitfall'}:</b> ${clipped(it.id, NAME)}${it.reason !== '' && `, ${clipped(it.reason, REASON)}`}${quotes(it.evidence)}</div>`,
  )}${points.length > 0 && pointMarks(points)}`;
}

function criterionItem(criterion: CriterionScore): Markup {
  const { id, status, score, level, reason, evidence, missing } = criterion;
  const figure = status === 'scored' ? `level ${level}, ${scoreWord(score)}` : 'no score';
  const more = missing.length > MISSING ? ` and ${missing.length - MISSING} more` : '';
  const lacking =
    missing.length > 0 &&
    html`<div>Missing: ${missing
      .slice(0, MISSING)
      .map(it => clipped(it, REASON))
      .join('; ')}${more}</div>`;
  return html`<li><b>${clipped(id, NAME)}</b><span>${figure}</span><div>${clipped(reason, REASON)}${byPart(criterion)}${lacking}${quotes(evidence)}</div></li>`;
}

function quotes(evidence: readonly Evidence[]): Markup | undefined {
  if (evidence.length === 0) return undefined;
  const more = evidence.length - QUOTES;
  return html`<ul class="quotes">${evidence
    .slice(0, QUOTES)
    .map(
      it => html`<li><q>${clipped(it.quote, QUOTE)}</q></li>`,
    )}${more > 0 && html`<li>and ${more} more</li>`}</ul>`;
}

const MARKS: Readonly<Record<PointScore['status'], string>> = {
  covered: 'covered',
  partial: 'in part',
  missing: 'missing',
};

function pointMarks(points: readonly PointScore[]): Markup {
  const items = (['covered', 'partial', 'missing'] as const).map(status => {
    const among = points.filter(it => it.status === status).map(it => clipped(it.id, NAME));
    return among.length > 0 && html`<li><b>${MARKS[status]}</b> ${among.join(', ')}</li>`;
  });
  return html`<ul class="marks small">${items}</ul>`;
}
