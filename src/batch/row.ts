/** One row of answers: what it must hold, told in the words of whoever wrote the file. */
import { nearest } from '../content/nearest.ts';
import { described, quoted } from '../content/showing.ts';
import type { Mapping } from './part.ts';

/** An answer that can be judged once its question is found. */
export interface Row {
  id: string | null;
  /** The name of a question, or a question as it is written in a bank. */
  question: string | object;
  answer: string;
  candidate?: string;
  group?: string;
  /** Time used. */
  seconds?: number;
  /** What people gave the answer, on a scale of their own. */
  human?: number;
  human2?: number;
}

/** A row that is none, with as much of its name as can be read. */
export interface BadRow {
  id: string | null;
  cause: string;
  /** Nothing but the grade that a person gave is wrong with it. */
  isGrade?: true;
}

/** A row with its keys as they were written, before anything is known of them. */
export type Raw = Readonly<Record<string, unknown>>;

/** A row's text as a record, or why it is none. */
export type Decoded = { raw: Raw } | { cause: string };

const TEXTS = ['candidate', 'group'] as const;
const GRADES = ['human', 'human2'] as const;
const NUMBERS = ['seconds', ...GRADES] as const;

/** A question in its own words. */
const INLINE = ['prompt', 'reference'] as const;

/** What the keys of a row mean; in CSV, the columns. */
export const ROW_KEYS = ['id', 'question', ...INLINE, 'answer', ...TEXTS, ...NUMBERS] as const;
export type RowKey = (typeof ROW_KEYS)[number];

/** The row that a record means, or why it means none; never throws. */
export function rowOf(raw: Raw, mapping: Mapping = {}): Row | BadRow {
  const value = (key: RowKey): unknown => raw[mapping[key] ?? key] ?? undefined;
  if (isRounded(value('id'))) return { id: null, cause: rounded(mapping.id ?? 'id') };
  const id = idOf(value('id'));
  const bad = (cause: string): BadRow => ({ id: id ?? null, cause });
  if (id === undefined) return bad(mustBe('id', 'a text', value('id')));
  const question = questionIn(value);
  if (question === undefined) return bad(missing('question', raw, mapping));
  const beside = INLINE.filter(key => isGiven(value('question')) && isGiven(value(key)));
  if (beside.length > 0) return bad(twice(beside, mapping));
  const answer = value('answer');
  if (answer === undefined && !Object.hasOwn(raw, mapping.answer ?? 'answer'))
    return bad(missing('answer', raw, mapping));
  if (typeof answer !== 'string') return bad(mustBe('answer', 'a text', answer));
  if (answer.includes('\0')) return bad('"answer" holds a NUL character.');
  const row: Row = { id, question, answer };
  for (const key of TEXTS) {
    const text = value(key);
    if (text === undefined || text === '') continue;
    if (typeof text !== 'string') return bad(mustBe(key, 'a text', text));
    row[key] = text;
  }
  for (const key of NUMBERS) {
    const given = value(key);
    if (given === undefined || (typeof given === 'string' && given.trim() === '')) continue;
    // In CSV everything is text.
    const number = typeof given === 'string' ? numberIn(given) : given;
    if (key === 'seconds' && !(Number.isFinite(number) && Number(number) >= 0))
      return bad(mustBe(key, 'a number of 0 or more', given) + withPoint(given));
    if (!Number.isFinite(number))
      return { ...bad(mustBe(key, 'a number', given) + withPoint(given)), isGrade: true };
    row[key] = number as number;
  }
  return row;
}

/** As people write numbers: not as programs do (`0x5`), and blanks are none. */
const numberIn = (text: string): number =>
  /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i.test(text) ? Number(text) : Number.NaN;

/** Of a decimal comma, as spreadsheets write it in many countries; three digits behind it may be thousands. */
const COMMA = /^\s*([-+]?\d+),(\d{1,2})\s*$/;

function withPoint(given: unknown): string {
  const [, whole, rest] = (typeof given === 'string' && COMMA.exec(given)) || [];
  return whole === undefined ? '' : ` With a decimal point it is one: ${whole}.${rest}.`;
}

export const isBad = (row: Row | BadRow): row is BadRow => 'cause' in row;

/** Null for a row without an id, undefined for what can be none. Numbers are common names of rows. */
function idOf(id: unknown): string | null | undefined {
  if (id === undefined || id === '') return null;
  if (typeof id === 'string') return id;
  return Number.isFinite(id) ? String(id) : undefined;
}

/** An integer beyond 2^53 may have been another one where it was written. */
const isRounded = (id: unknown): boolean => Number.isInteger(id) && !Number.isSafeInteger(id);

const rounded = (name: string): string =>
  `${quoted(name)} has more digits than a number keeps: write it as a text, in quotes.`;

/** A name, a question written out, or a prompt with or without a reference answer; undefined where there is none. */
function questionIn(value: (key: RowKey) => unknown): string | object | undefined {
  const question = value('question');
  if (typeof question === 'object' && question !== null) return question;
  if (isGiven(question)) return String(question);
  const prompt = value('prompt');
  if (!isGiven(prompt)) return undefined;
  const reference = value('reference');
  return { prompt, ...(isGiven(reference) && { answer: reference }) };
}

/** In CSV a row has all columns. */
const isGiven = (value: unknown): boolean => value !== undefined && value !== '';

/** Nobody knows by which of the two the answer should be judged. */
function twice(beside: readonly (typeof INLINE)[number][], mapping: Mapping): string {
  const named = (key: RowKey) => quoted(mapping[key] ?? key);
  const [question, others] = [named('question'), beside.map(named).join(' and ')];
  const instead = beside.includes('prompt') ? question : `write ${named('prompt')} in place of ${question}`;
  return `The row has ${question} and ${others}: leave out ${others}, or ${instead}.`;
}

function mustBe(key: RowKey, what: string, value: unknown): string {
  return `${quoted(key)} must be ${what}, not ${value === undefined ? 'null' : described(value)}.`;
}

function missing(key: 'question' | 'answer', raw: Raw, mapping: Mapping): string {
  const name = mapping[key] ?? key;
  const others = Object.keys(raw).filter(it => !ROW_KEYS.some(known => (mapping[known] ?? known) === it));
  const near = nearest(name, others);
  return `The row has no ${quoted(name)}.${near ? ` Is it ${quoted(near)}? Say so with --map ${key}=${near}.` : ''}`;
}

/** Keys of the record that mean nothing here. */
export function ignoredIn(raw: Raw, mapping: Mapping = {}): string[] {
  const known = new Set<string>(ROW_KEYS.map(key => mapping[key] ?? key));
  return Object.keys(raw).filter(it => !known.has(it));
}
