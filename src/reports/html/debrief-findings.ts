/** What a judge found in one answer, beside the answer: each finding is linked with the words that prove it. */
import { withoutStop } from '../../model/prose.ts';
import type { CriterionScore } from '../../model/score.ts';
import type { Findings, PointTold } from '../findings.ts';
import { byWord } from '../model-words.ts';
import { levelWord } from '../words.ts';
import { colourOf, evidenceId, isIn, type Part } from './marked-answer.ts';
import { type Content, html, type Markup } from './markup.ts';
import { short } from './quote-link.ts';
import { folded, titled } from './titled.ts';

/**
 * Criteria and pitfalls in the order in which they are told, with the evidence that is really in the answer; `id` is that
 * of the try.
 */
export function partsIn({ criteria, pitfalls }: Findings, answer: string, id: string): Part[] {
  const all = [
    ...criteria.map(({ title, finding }) => ({ title, evidence: finding.evidence })),
    ...pitfalls.map(({ text, evidence }) => ({ title: `the pitfall: ${text}`, evidence })),
  ];
  return all.map(({ title, evidence }, index) => ({
    title,
    evidence: evidence.filter(it => isIn(answer, it)),
    id: `${id}-c${index + 1}`,
    sign: String(index + 1),
  }));
}

/** @param parts as partsIn makes them of the same findings. */
export function findingBlocks(findings: Findings, parts: readonly Part[]): Markup {
  const { criteria, pitfalls, points, flags, dropped, advice } = findings;
  const withStatus = (told: PointTold) => points.filter(it => it.told === told).map(it => it.text);
  return html`${flags.map(it => html`<p class="warning"><b>${it.kind}</b> ${it.reason}</p>`)}${
    parts.length > 0 &&
    html`<ol class="parts">${criteria.map((it, index) => criterionItem(it, parts[index]!, index, points))}${pitfalls.map(
      (it, index) => pitfallItem(it, parts[criteria.length + index]!, criteria.length + index),
    )}</ol>`
  }${titled('Missing', withStatus('missing'))}${titled('Only in part', withStatus('partial'))}${titled(
    'Perhaps covered, by few of its words',
    withStatus('perhaps'),
  )}${folded('Covered', withStatus('covered'))}${titled(
    'Not said in words, though a story with these parts often has it',
    withStatus('unsaid'),
  )}${titled('Named but not explained', dropped.length > 0 ? [dropped.join(', ')] : [])}${titled(
    'Advice',
    advice.map(it => html`<b>${it.title}:</b> ${it.text}`),
  )}`;
}

/** What is missing of points is told once, in the list of points. */
function criterionItem(
  { title, finding }: Findings['criteria'][number],
  part: Part,
  index: number,
  points: Findings['points'],
): Markup {
  const level = finding.status === 'scored' ? levelWord(finding.level) : 'no score';
  const missing = finding.missing.filter(it => !points.some(({ text }) => text === it));
  const lacking =
    missing.length > 0 && html` <span class="quiet">Missing: ${missing.map(withoutStop).join('; ')}.</span>`;
  return partItem(
    part,
    index,
    html`<b>${title}</b> <span class="level">${level}</span> ${finding.reason}${lacking}${byPart(finding)}`,
  );
}

/** What two judges gave it. */
export function byPart(finding: Pick<CriterionScore, 'by'>): Content {
  const by = byWord(finding);
  return by !== undefined && html` <span class="quiet">${by}</span>`;
}

function pitfallItem(
  { text, reason, isInferred }: Findings['pitfalls'][number],
  part: Part,
  index: number,
): Markup {
  if (isInferred) return partItem(part, index, html`<b>Perhaps</b> ${text}`);
  return partItem(part, index, html`<b class="bad">Pitfall</b> ${text}${reason !== '' && ` (${reason})`}`);
}

/** A finding with its sign and the way to each of its quotes. */
function partItem(part: Part, index: number, body: Content): Markup {
  const quotes = part.evidence
    .slice(0, QUOTES)
    .map((it, place) => html`<a class="quote" href="#${evidenceId(part, place)}">“${short(it.quote)}”</a> `);
  return html`<li id="${part.id}" value="${index + 1}"><span class="sign part-${colourOf(index)}" aria-hidden="true">${part.sign}</span><div>${body}${
    quotes.length > 0 &&
    html`<div class="small">${quotes}${part.evidence.length > QUOTES && html`<span class="quiet">and ${part.evidence.length - QUOTES} more</span>`}</div>`
  }</div></li>`;
}

/** Quotes named of one finding; the others bear its sign in the answer. */
const QUOTES = 3;
