/** --redact: what tells who somebody is stays here; the model reads placeholders, and its reply is put right again. */
import { InputError } from '../model/errors.ts';
import { type Listed, PLACEHOLDER, personalIn, type Span } from './personal.ts';

export interface Redactor {
  /** The same value has the same placeholder in all texts of this redactor. */
  redact(text: string): string;
  /** A text with its placeholders replaced by what they stand for; what is no placeholder of ours stays. */
  restore(text: string): string;
}

/**
 * Hides for one question to a model: its texts share the placeholders, numbered as they come, so that the same texts are
 * always hidden in the same way. `restore(redact(text))` is `text`, whatever it holds.
 */
export function redactor(lists: Listed): Redactor {
  const spansOf = personalIn(lists);
  const placeholders = new Map<string, string>();
  const values = new Map<string, string>();
  const placeholderFor = (kind: Span['kind'], value: string): string => {
    const key = `${kind} ${value}`;
    const known = placeholders.get(key);
    if (known !== undefined) return known;
    const made = `[${kind}-${values.size + 1}]`;
    placeholders.set(key, made);
    values.set(made, value);
    return made;
  };
  return {
    redact(text) {
      let shown = '';
      let done = 0;
      for (const { kind, start, end } of spansOf(text)) {
        shown += text.slice(done, start) + placeholderFor(kind, text.slice(start, end));
        done = end;
      }
      return shown + text.slice(done);
    },
    restore: text => text.replace(PLACEHOLDER, it => values.get(it) ?? it),
  };
}

/** Names and companies of the longest list: each is looked for in each answer. */
const MOST_LISTED = 10_000;

/**
 * The list of --redact: a name a line, a company as `company: Acme`; blank lines and lines that begin with # say nothing.
 * Throws InputError for a list that is too long to be read whole: what it names must not be sent for want of being read.
 */
export function listedIn(text: string): Listed {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .map(it => it.trim())
    .filter(it => it !== '' && !it.startsWith('#'));
  if (lines.length > MOST_LISTED)
    throw new InputError(
      `The list of --redact names ${lines.length}; it may name ${MOST_LISTED}.`,
      'Nothing was sent. Leave out what these answers cannot hold.',
    );
  const company = /^company:\s*/i;
  return {
    names: lines.filter(it => !company.test(it)),
    companies: lines.filter(it => company.test(it)).map(it => it.replace(company, '')),
  };
}
