/** A row or an object with named fields as a question. */
import { QUESTION_TYPES, type QuestionType } from '../../model/content.ts';
import { quoted } from '../showing.ts';
import type { Found, Notice } from './found.ts';
import { cleanPrompt, slug } from './prompt.ts';

/** Names of fields, and what else people call them. */
const NAMES = {
  prompt: ['question', 'prompt', 'q', 'frage', 'front'],
  answer: [
    'answer',
    'reference',
    'a',
    'model answer',
    'sample answer',
    'antwort',
    'solution',
    'response',
    'back',
  ],
  type: ['type', 'kind', 'art'],
  difficulty: ['difficulty', 'schwierigkeit'],
  minutes: ['minutes', 'time', 'duration', 'minuten'],
  levels: ['levels', 'level'],
  competencies: ['competencies', 'competency', 'tags', 'tag', 'topic', 'topics', 'category', 'thema'],
  id: ['id', 'key', 'slug'],
} as const satisfies Record<string, readonly string[]>;

export type Field = keyof typeof NAMES;

/** The names that people may use, for messages. */
export const KNOWN_NAMES = Object.values(NAMES)
  .map(it => it[0])
  .join(', ');

/** Which field a column or key is; undefined for an unknown one. Capitals, spaces and underscores do not matter. */
export function fieldNamed(name: string): Field | undefined {
  const plain = name
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
  return (Object.keys(NAMES) as Field[]).find(field => (NAMES[field] as readonly string[]).includes(plain));
}

/** A field's value as it came: text, or what JSON holds. */
export type Fields = Partial<Record<Field, unknown>>;

/** The question of a record, and what in it could not be used; none where nothing is asked. */
export function questionOf(fields: Fields, line: number): { found?: Found; notices: Notice[] } {
  const prompt = cleanPrompt(textOf(fields.prompt));
  const notices: Notice[] = [];
  if (prompt === '') {
    const isBlank = Object.values(fields).every(it => textOf(it).trim() === '');
    return { notices: isBlank ? [] : [{ line, text: 'no question; left out' }] };
  }
  const found: Found = { prompt, line };
  const answer = textOf(fields.answer);
  if (answer.trim() !== '') found.answer = answer;
  for (const [field, read] of Object.entries(READERS) as [
    keyof typeof READERS,
    (text: string) => unknown,
  ][]) {
    const raw = listOf(fields[field]).join(', ').trim();
    if (raw === '') continue;
    const value = read(raw);
    if (value === undefined) notices.push({ line, text: `${field} ${quoted(raw)} is not known; left out` });
    else Object.assign(found, { [field]: value });
  }
  return { found, notices };
}

const HARDNESS: readonly (readonly [number, RegExp])[] = [
  [1, /^(?:very easy|trivial|beginner|novice)$/],
  [2, /^(?:easy|basic|simple|junior|leicht)$/],
  [3, /^(?:medium|moderate|intermediate|normal|mid|mittel)$/],
  [4, /^(?:hard|difficult|advanced|senior|schwer)$/],
  [5, /^(?:very hard|expert|staff)$/],
];

const TYPES: Readonly<Record<string, QuestionType>> = {
  behavioural: 'behavioral',
  behavior: 'behavioral',
  behaviour: 'behavioral',
  'system design': 'design',
  code: 'coding',
  programming: 'coding',
  prioritisation: 'prioritization',
};

/** How each field is read; undefined says that it cannot be. */
const READERS = {
  id: text => slug(text) || undefined,
  type: text => {
    const plain = text.toLowerCase();
    return (
      QUESTION_TYPES.find(it => it === plain) ?? (Object.hasOwn(TYPES, plain) ? TYPES[plain] : undefined)
    );
  },
  difficulty: text => {
    const plain = text.toLowerCase();
    return /^[1-5](?:\.0)?$/.test(plain) ? Number(plain) : HARDNESS.find(([, word]) => word.test(plain))?.[0];
  },
  minutes: text => {
    const [, figure] = /^(\d+(?:\.\d+)?)\s*(?:m|min|mins|minutes|minuten)?\.?$/i.exec(text) ?? [];
    const minutes = Number(figure);
    return minutes > 0 && minutes <= 600 ? minutes : undefined;
  },
  levels: text => partsOf(text),
  competencies: text => partsOf(text).flatMap(it => slug(it) || []),
} as const satisfies Partial<Record<Field, (text: string) => unknown>>;

const partsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,;|/]/)
      .map(it => it.trim())
      .filter(Boolean),
  ),
];

function listOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).map(textOf);
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.filter(it => typeof it === 'string').join('\n');
  return '';
}
