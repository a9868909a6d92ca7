/**
 * Cards as notes for Anki, in its own text format (https://docs.ankiweb.net/importing/text-files.html): lines of settings,
 * then a note a line. A note is known by its guid, so that a file that comes again changes it and makes no second one.
 */
import type { Library, Question } from '../../model/content.ts';
import { allShelved, findQuestions } from '../../model/library.ts';
import type { Card, Story } from '../../model/progress.ts';
import { visible } from '../../model/unseen.ts';
import { html, type Markup } from '../html/markup.ts';

interface Sides {
  front: Markup;
  back: Markup;
  tags: readonly string[];
}

export interface Note extends Sides {
  /** Of its card. */
  id: string;
}

export const SEPARATORS = { txt: 'tab', csv: 'comma' } as const;
const MARKS = { tab: '\t', comma: ',' } as const;
/** A column of its own: the deck that a line of settings names is taken only where it is there already. */
const DECK = 'mockloop';
const COLUMNS = ['guid', 'Front', 'Back', 'Tags', 'Deck'];

/** @param notes `Front` and `Back` are the fields of Anki's note type Basic. */
export function ankiText(notes: readonly Note[], separator: keyof typeof MARKS): string {
  const row = (fields: readonly string[]) => fields.map(it => fieldOf(it)).join(MARKS[separator]);
  return [
    `#separator:${separator}`,
    '#html:true',
    '#notetype:Basic',
    `#columns:${COLUMNS.join(MARKS[separator])}`,
    '#guid column:1',
    '#tags column:4',
    '#deck column:5',
    ...notes.map(({ id, front, back, tags }) =>
      row([`mockloop ${visible(id)}`, front.source, back.source, tags.map(tagOf).join(' '), DECK]),
    ),
  ]
    .map(it => `${it}\n`)
    .join('');
}

/** In quotes whatever it holds; one line, for Anki takes an unquoted `#` at the beginning of one for a remark. */
const fieldOf = (text: string) => `"${text.replaceAll('\n', ' ').replaceAll('"', '""')}"`;

/** A space ends a tag, and `::` would make it a branch. */
const tagOf = (name: string) => visible(name).replace(/\s+/g, '-').replaceAll('::', ':');

/** A note for each card that the library has something for, and the ids of the others. */
export function notesOf(
  cards: readonly Card[],
  library: Library,
  stories: readonly Story[],
): { notes: Note[]; without: string[] } {
  const without: string[] = [];
  const notes = cards.flatMap((card): Note[] => {
    const sides = sidesOf(card, library, stories);
    if (!sides) {
      without.push(card.id);
      return [];
    }
    const tags = ['mockloop', card.kind, ...sides.tags, ...(card.suspended ? ['suspended'] : [])];
    return [{ id: card.id, ...sides, tags: [...new Set(tags)] }];
  });
  return { notes, without };
}

function sidesOf({ id, kind }: Card, library: Library, stories: readonly Story[]): Sides | undefined {
  const name = id.slice(id.indexOf(':') + 1);
  if (kind === 'principle') return principleSides(name, library, stories);
  if (kind === 'part') return partSides(name, library);
  const [found] = findQuestions(library, id);
  if (!found) return undefined;
  const { bank, question } = found;
  const tags = [bank.id, ...question.competencies, ...question.principles];
  return { front: lines(question.prompt), back: backOf(question), tags };
}

/** What a full answer holds and how it goes; the model answer only where the author noted neither. */
function backOf({ points, outline, answer }: Question): Markup {
  if (points.length + outline.length === 0)
    return answer.length > 0 ? lines(answer[0]!) : html`The bank notes no points.`;
  return html`${list(points.map(it => it.text[0]!))}${outline.length > 0 && html`<ol>${items(outline)}</ol>`}`;
}

function principleSides(name: string, library: Library, stories: readonly Story[]): Sides | undefined {
  const asking = allShelved(library).filter(it => it.question.principles.includes(name));
  const own = stories.filter(it => it.principles.includes(name));
  if (asking.length + own.length === 0) return undefined;
  const told = own.map(it => [it.title, ...Object.values(it.parts)].join('. '));
  return {
    front: html`Which story of yours shows ${name}?`,
    back: html`${told.length > 0 ? list(told) : html`None yet.`}<p>Asked by:</p>${list(asking.slice(0, 3).map(it => it.question.prompt))}`,
    tags: [name],
  };
}

function partSides(name: string, library: Library): Sides | undefined {
  const slash = name.indexOf('/');
  const rubric = library.rubrics.get(name.slice(0, slash));
  const criterion = rubric?.criteria.find(it => it.id === name.slice(slash + 1));
  if (!rubric || !criterion) return undefined;
  const { title, anchors, advice } = criterion;
  return {
    front: html`${rubric.title}: what makes "${title}" strong?`,
    back: html`${list([anchors[3], anchors[4]])}<p>${advice}</p>`,
    tags: [rubric.id],
  };
}

const lines = (text: string): Markup =>
  html`${text
    .trim()
    .split('\n')
    .map((it, at) => (at === 0 ? it : html`<br>${it}`))}`;

const items = (texts: readonly string[]): Markup => html`${texts.map(it => html`<li>${it}</li>`)}`;
const list = (texts: readonly string[]): Markup => html`<ul>${items(texts)}</ul>`;
