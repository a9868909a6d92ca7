/** Questions as JSON: a list of objects, one below `questions`, a map from question to answer, or an object a line. */
import { InputError, messageOf } from '../../model/errors.ts';
import { quoted, shown } from '../showing.ts';
import type { Notice, Reading } from './found.ts';
import { repaired } from './mangled.ts';
import { type Field, type Fields, fieldNamed, KNOWN_NAMES, questionOf } from './record.ts';

/** The questions of a JSON text. Throws InputError where it is no JSON. */
export function readJson(file: string, text: string): Reading {
  const notices: Notice[] = [];
  // What is written as an escape (\u00e2) was not seen when the file was repaired.
  const mended = (value: unknown): unknown => {
    if (typeof value !== 'string') return value;
    const right = repaired(value)
      .replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, '')
      .replace(/\p{Cs}/gu, '\ufffd');
    if (right !== value) notices.push({ text: `mangled ${quoted(value)} read as ${quoted(right)}` });
    return right;
  };
  const { found, notices: others, ...rest } = reading(parsed(file, text, mended), text, mended);
  return { found, notices: [...notices, ...others], ...rest };
}

type Mend = (value: unknown) => unknown;

function reading(value: unknown, text: string, mended: Mend): Reading {
  if (Array.isArray(value)) return listed(value, text);
  if (typeof value !== 'object' || value === null) return { found: [], notices: [] };
  const { questions, title } = value as Record<string, unknown>;
  if (Array.isArray(questions))
    return { ...listed(questions, text), ...(typeof title === 'string' && title.trim() !== '' && { title }) };
  const isAnswer = (it: unknown) => it === null || typeof it === 'string' || Array.isArray(it);
  const entries = Object.entries(value).filter(([, answer]) => isAnswer(answer));
  return listed(
    entries.map(([prompt, answer]) => ({ question: mended(prompt), answer })),
    text,
  );
}

function parsed(file: string, text: string, mended: Mend): unknown {
  try {
    return JSON.parse(text, (_, value) => mended(value));
  } catch (error) {
    const lines = text
      .split('\n')
      .flatMap((it, at) => (it.trim() === '' ? [] : [{ text: it, line: at + 1 }]));
    if (lines.length > 1 && isJson(lines[0]!.text)) return lines.map(it => parsedLine(file, it, mended));
    throw notJson(quoted(file), error);
  }
}

/** One of JSON Lines. */
function parsedLine(file: string, { text, line }: { text: string; line: number }, mended: Mend): unknown {
  try {
    return JSON.parse(text, (_, value) => mended(value));
  } catch (error) {
    throw notJson(`${quoted(file)}, line ${line},`, error);
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const notJson = (what: string, error: unknown): InputError =>
  new InputError(
    `${what} is not JSON: ${shown(messageOf(error).slice(0, 100))}`,
    'A list of objects with question and answer is understood, or such an object a line.',
  );

function listed(values: readonly unknown[], text: string): Reading {
  const unknown = new Set<string>();
  const lineOf = linesIn(text);
  const read = values.map(value => {
    const fields = typeof value === 'string' ? { prompt: value } : fieldsOf(value, unknown);
    return questionOf(fields, lineOf(fields.prompt));
  });
  const unused: Notice[] = [...unknown].map(name => ({
    text: `the key ${quoted(name)} is not used. Names: ${KNOWN_NAMES}`,
  }));
  return {
    found: read.flatMap(it => it.found ?? []),
    notices: [...unused, ...read.flatMap(it => it.notices)],
  };
}

/** An object's fields by our names; the first of those that mean the same. */
function fieldsOf(value: unknown, unknown: Set<string>): Fields {
  const fields: Partial<Record<Field, unknown>> = {};
  if (typeof value !== 'object' || value === null) return fields;
  for (const [name, its] of Object.entries(value)) {
    const field = fieldNamed(name);
    if (field === undefined || field in fields) unknown.add(name);
    else fields[field] = its;
  }
  return fields;
}

/** Finds the line of each prompt, one after the other; the line of the one before where it is not found. */
function linesIn(text: string): (prompt: unknown) => number {
  let at = 0;
  let line = 1;
  return prompt => {
    const next = typeof prompt === 'string' && prompt !== '' ? text.indexOf(JSON.stringify(prompt), at) : -1;
    if (next < 0) return line;
    line += text.slice(at, next).split('\n').length - 1;
    at = next;
    return line;
  };
}
