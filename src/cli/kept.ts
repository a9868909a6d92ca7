/** Kept sessions: which one is meant, and what there is to say of each. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '../content/nearest.ts';
import { loadSession, sessionFolder, sessionIds } from '../interview/journal.ts';
import { InputError } from '../model/errors.ts';
import type { Session } from '../model/session.ts';
import { readNote, stampOf, writeNote } from './notes.ts';
import { VERSION } from './version.ts';

export interface SessionLine {
  id: string;
  title: string;
  mode: string;
  startedAt: string;
  /** Answers handed in. */
  answers: number;
  state: 'finished' | 'unfinished' | 'damaged';
}

/** All sessions, the newest first. */
export function sessionLines(data: string): SessionLine[] {
  return sessionIds(data)
    .map(id => lineFor(data, id))
    .sort((a, b) => compare(b.startedAt, a.startedAt) || compare(b.id, a.id));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Raised when the same journal comes to another line. */
const FORM = 1;
const NOTE = 'line.json';

/** Of a session that was read before only the note of that is: with thousands of them, reading all takes long. */
function lineFor(data: string, id: string): SessionLine {
  const folder = sessionFolder(data, id);
  const of = [FORM, VERSION, id, stampOf(folder, ['journal.jsonl'])].join('|');
  const known = readNote<{ of: string; line: SessionLine }>(folder, NOTE);
  if (known?.of === of) return known.line;
  const line = lineOf(data, id);
  if (line.state !== 'damaged') writeNote(folder, NOTE, { of, line });
  return line;
}

function lineOf(data: string, id: string): SessionLine {
  try {
    const { session } = loadSession(data, id);
    return {
      id,
      title: session.plan.loop.title,
      mode: session.plan.mode,
      startedAt: new Date(session.startedAt).toISOString(),
      answers: answersIn(session),
      state: session.closed ? 'finished' : 'unfinished',
    };
  } catch {
    return { id, title: '', mode: '', startedAt: '', answers: 0, state: 'damaged' };
  }
}

function answersIn(session: Session): number {
  return session.rounds.flatMap(round => round.asks).filter(ask => ask.tries.length > 0).length;
}

/** The session of that name, or the one begun last. Throws InputError when there is none. */
export function chooseSession(data: string, name: string | undefined): string {
  if (name !== undefined) return named(data, name);
  const last = sessionLines(data).find(it => it.state !== 'damaged');
  if (last) return last.id;
  throw new InputError('There is no interview yet.', BEGIN);
}

const BEGIN = 'Begin one with `mockloop practice`.';

/** An interview to go on with. */
export interface Unfinished {
  id: string;
  /** Where none was named: the others that are unfinished, the one worked on last first. */
  others?: readonly string[];
}

/** The unfinished session of that name, or the one worked on last. Throws InputError when there is none. */
export function chooseUnfinished(data: string, name: string | undefined): Unfinished {
  if (name !== undefined) {
    const id = named(data, name);
    if (lineFor(data, id).state !== 'finished') return { id };
    throw new InputError(`The interview ${id} is finished.`, `Read it with \`mockloop report ${id}\`.`);
  }
  const [last, ...others] = sessionLines(data)
    .filter(it => it.state === 'unfinished')
    .map(({ id }) => ({ id, at: workedOn(data, id) }))
    .sort((a, b) => b.at - a.at);
  if (last) return { id: last.id, others: others.map(it => it.id) };
  throw new InputError('There is no unfinished interview.', BEGIN);
}

/** When it was last written to, Unix time in milliseconds: what was typed before a kill -9 is in the draft alone. */
function workedOn(data: string, id: string): number {
  const written = ['journal.jsonl', 'draft.json'].map(
    it => statSync(join(sessionFolder(data, id), it), { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
  return Math.max(...written);
}

/** The damaged ones after that one, the newest first: the last interview may be among them. Names begin with their time. */
export const damagedAfter = (data: string, id: string): string[] =>
  sessionIds(data)
    .filter(it => compare(it, id) > 0 && lineFor(data, it).state === 'damaged')
    .reverse();

function named(data: string, name: string): string {
  const ids = sessionIds(data);
  if (ids.includes(name)) return name;
  const close = nearest(name, ids);
  throw new InputError(
    `There is no session "${name}".`,
    close ? `Did you mean "${close}"?` : 'See `mockloop sessions` for those there are.',
  );
}
