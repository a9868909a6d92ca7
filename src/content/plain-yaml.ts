/**
 * A first, quick reading of YAML by js-yaml, which keeps no places and so takes a fraction of the time of the yaml package.
 * Only what both read alike and nobody could complain of is taken; anything else ends the attempt, and the yaml package
 * reads the file and says what is wrong.
 */
import { CORE_SCHEMA, constructFromEvents, EVENT_ID, type Event, parseEvents } from 'js-yaml';
import { CONTROL } from './tree.ts';

/** What must be read by the yaml package. */
export const NOT_PLAIN = Symbol('not plain');

/** The value of the whole text, or NOT_PLAIN. @param maxDepth lists and maps within each other. */
export function plainValue(text: string, maxDepth: number): unknown {
  if (READ_OTHERWISE.test(text)) return NOT_PLAIN;
  try {
    const events = parseEvents(text, { maxDepth });
    if (events.length > MOST_EVENTS || events.some(isUnusual)) return NOT_PLAIN;
    const documents = constructFromEvents(events, { source: text, schema: CORE_SCHEMA });
    // A text alone is no content, and where its lines begin is read otherwise (`>1`).
    const [value] = documents;
    return documents.length === 1 && typeof value === 'object' && isPlain(value) ? value : NOT_PLAIN;
  } catch {
    return NOT_PLAIN;
  }
}

/** More than a bank of four megabytes has. Of so many small things the yaml package may say that they are too many. */
const MOST_EVENTS = 200_000;

/** A directive, a tab at the beginning of a line, and a line of nothing but space in which there is one: here the two differ. */
const READ_OTHERWISE = /^(?:%|\t|[ \t]*\t[ \t]*$)/m;

/** Anchors, aliases and tags: bounded and refused elsewhere (tree.ts). */
function isUnusual(event: Event): boolean {
  if (event.type === EVENT_ID.ALIAS) return true;
  return 'anchorStart' in event && (event.anchorStart >= 0 || event.tagStart >= 0);
}

/** Whether everything in a value is what content is made of. Nothing at all (`a:`) is mostly a mistake. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'string') return !CONTROL.test(value);
  if (typeof value !== 'object') return true;
  if (Array.isArray(value)) return value.every(isPlain);
  return value !== null && Object.entries(value).every(([key, it]) => isName(key) && isPlain(it));
}

/** Whether a key is a text, or a whole number: of others it matters how they are written. */
function isName(key: string): boolean {
  if (WHOLE.test(key)) return true;
  return Number.isNaN(Number(key)) && !NO_TEXT.test(key) && !CONTROL.test(key);
}

const WHOLE = /^[1-9]\d{0,8}$/;
const NO_TEXT = /^(?:true|false|null|~|<<|__proto__|[-+]?\.(?:inf|nan))$/i;
