/** An answer in its own words, with coloured lines under the words that prove something. */
import type { Evidence } from '../../model/score.ts';
import { html, type Markup } from './markup.ts';

/** Something that words of the answer prove. */
export interface Part {
  /** The id of the place on the page that tells of it. */
  id: string;
  /** Stands small behind the words: `1`. */
  sign: string;
  title: string;
  evidence: readonly Evidence[];
}

/** Colours there are, `part-1` to `part-6`; the seventh part has the first again, and its own sign. */
export const COLOURS = 6;

export const colourOf = (index: number) => (index % COLOURS) + 1;

/** Lines that can be told apart under the same words; who proves still more is named by the signs alone. */
export const LINES = 4;

/**
 * The whole answer as text, in which evidence may overlap in any way. Each stretch of evidence begins with the place that
 * `evidenceId` names and ends with a link to its part. All evidence is exactly in the answer (see isIn).
 */
export function markedAnswer(answer: string, parts: readonly Part[]): Markup {
  const spans = spansOf(parts);
  const edges = [...new Set([0, answer.length, ...spans.flatMap(it => [it.start, it.end])])].sort(
    (a, b) => a - b,
  );
  const pieces = edges.map((start, index) => {
    const end = edges[index + 1] ?? answer.length;
    const ending = spans.filter(it => it.end === start).map(linkTo);
    const beginning = spans.filter(it => it.start === start).map(it => html`<span id="${it.id}"></span>`);
    return html`${ending}${beginning}${stretch(answer.slice(start, end), coloursAt(spans, start))}`;
  });
  return html`<div class="answer">${pieces}</div>`;
}

/** Where the evidence of this number begins in the answer, for a link from its part. */
export const evidenceId = (part: Pick<Part, 'id'>, index: number) => `${part.id}-e${index + 1}`;

/** Whether a judge's quote is really there: only then it can be shown in its place. */
export function isIn(answer: string, { start, end, quote }: Evidence): boolean {
  return 0 <= start && start < end && end <= answer.length && answer.slice(start, end) === quote;
}

interface Span extends Evidence {
  id: string;
  colour: number;
  part: Part;
}

function spansOf(parts: readonly Part[]): Span[] {
  return parts.flatMap((part, index) =>
    part.evidence.map((it, place) => ({ ...it, id: evidenceId(part, place), colour: colourOf(index), part })),
  );
}

function coloursAt(spans: readonly Span[], at: number): number[] {
  return [...new Set(spans.filter(it => it.start <= at && at < it.end).map(it => it.colour))].sort();
}

/** The classes say which line has which colour: `line-1-3 line-2-6`. */
function stretch(text: string, colours: readonly number[]): Markup | string {
  if (text === '' || colours.length === 0) return text;
  const lines = colours.slice(0, LINES).map((colour, index) => `line-${index + 1}-${colour}`);
  return html`<mark class="${lines.join(' ')}">${text}</mark>`;
}

function linkTo({ part, colour }: Span): Markup {
  return html`<sup><a class="sign part-${colour}" href="#${part.id}" aria-label="${part.sign} proves ${part.title}">${part.sign}</a></sup>`;
}
