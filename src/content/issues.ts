/** What a shape complains of, in the words of somebody who writes YAML. */
import type { z } from 'zod';
import { ID } from '../model/content.ts';
import { NOT_BLANK } from './basic-shapes.ts';
import { nearest } from './nearest.ts';
import { described, either, quoted } from './showing.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

export interface Complaint {
  path: Path;
  /** Whether the key at the path is wrong, or its value. */
  of: 'key' | 'value';
  message: string;
  hint?: string | undefined;
  /** The key is not there. */
  missing?: boolean;
  /** The known key that an unknown one was probably meant to be. */
  meant?: string | undefined;
}

/** Looks up what the file really holds. */
export type Found = (path: Path) => unknown;

/** One issue may be several complaints (unknown keys). */
export function complaintsOf(issue: Issue, found: Found, above: Path = []): Complaint[] {
  const path = [...above, ...issue.path];
  const value = found(path);
  const say = (must: string, hint?: string) => [mustBe(path, value, must, hint)];
  switch (issue.code) {
    case 'invalid_type':
      return say(typeName(issue.expected), typeHint(issue.expected, value));
    case 'invalid_value':
      return say(oneOf(issue.values), didYouMean(value, issue.values));
    case 'invalid_format':
      if (issue.message === NOT_BLANK)
        return [{ path, of: 'value', message: `${subject(path)} must not be blank.` }];
      return say(issue.message, slug(value));
    case 'too_small':
    case 'too_big':
      return [{ path, of: 'value', message: sizeMessage(issue, path, value) }];
    case 'unrecognized_keys':
      return issue.keys.map(key => unknownKey(key, issue.message.split(' '), path, found([...path, key])));
    case 'invalid_key':
      return [{ path, of: 'key', message: `A key must be ${issue.issues[0]?.message ?? 'text'}.` }];
    case 'invalid_union':
      return unionComplaints(issue, found, path);
    default:
      return [{ path, of: 'value', message: `${subject(path)} must ${issue.message}.` }];
  }
}

/** The value, or its absence, told in one of three ways. */
function mustBe(path: Path, value: unknown, must: string, hint?: string): Complaint {
  if (value === undefined) return missing(path, must);
  const found = value === null ? ' is empty; it must be ' : ' must be ';
  const not = value === null ? '' : `, not ${described(value)}`;
  return { path, of: 'value', message: `${subject(path)}${found}${must}${not}.`, hint };
}

function missing(path: Path, must: string): Complaint {
  return {
    path,
    of: 'value',
    message: `The key ${quoted(String(path.at(-1)))} is missing; it must be ${must}.`,
    missing: true,
  };
}

/** `"points"`, or `An item of "levels"` for something in a list. */
function subject(path: Path): string {
  const last = path.at(-1);
  if (typeof last === 'string') return quoted(last);
  const list = path.findLast(step => typeof step === 'string');
  return last === undefined ? 'The file' : `An item of ${quoted(String(list))}`;
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a map',
  record: 'a map',
};

function typeName(expected: string): string {
  return TYPE_NAMES[expected] ?? expected;
}

function typeHint(expected: string, value: unknown): string | undefined {
  if (value === null) return 'Write a value, or leave the key out.';
  if (expected === 'array' && typeof value === 'string') return 'Put it in brackets, or after a dash.';
  if (expected !== 'string') return undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return 'Put it in quotes.';
  if (typeof value === 'object' && !Array.isArray(value))
    return 'A colon followed by a space makes a map: put the text in quotes.';
  return undefined;
}

function oneOf(values: readonly unknown[]): string {
  const names = values.map(value => String(value));
  return names.length === 1 ? quoted(names[0]!) : `one of ${either(names)}`;
}

function didYouMean(value: unknown, known: readonly unknown[]): string | undefined {
  const near = typeof value === 'string' ? nearest(value, known.map(String)) : undefined;
  return near && `Did you mean ${quoted(near)}?`;
}

/** The id that a title-like text would make. */
function slug(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 64 || value.includes('/')) return undefined;
  const plain = value.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const made = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return ID.test(made) ? `Did you mean ${quoted(made)}?` : undefined;
}

function sizeMessage(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  path: Path,
  value: unknown,
): string {
  const small = issue.code === 'too_small';
  const limit = small ? issue.minimum : issue.maximum;
  const bound =
    issue.inclusive === false ? (small ? 'more than' : 'less than') : small ? 'at least' : 'at most';
  if (typeof value === 'string')
    return `${subject(path)} must be ${bound} ${limit} characters long, not ${value.length}.`;
  if (!Array.isArray(value)) return `${subject(path)} must be ${bound} ${limit}, not ${value}.`;
  return `${subject(path)} must have ${bound} ${limit} ${Number(limit) === 1 ? 'item' : 'items'}, not ${value.length}.`;
}

function unknownKey(key: string, known: readonly string[], path: Path, value: unknown): Complaint {
  const near = nearest(key, known);
  // In braces a comma ends a text, and what follows it looks like a key without a value.
  const torn = value === null && key.includes(' ');
  const hint = torn
    ? 'If it belongs to the text before it, put the whole text in quotes.'
    : near
      ? `Did you mean ${quoted(near)}?`
      : `The keys here: ${known.join(', ')}.`;
  return {
    path: [...path, key],
    of: 'key',
    message: `There is no key ${quoted(key)} here.`,
    hint,
    meant: near,
  };
}

/** Several forms are allowed and none fits: tells of the one that was probably meant, else of all. */
function unionComplaints(issue: z.core.$ZodIssueInvalidUnion, found: Found, path: Path): Complaint[] {
  const value = found(path);
  const options = 'options' in issue ? issue.options : undefined;
  if (options) {
    return [mustBe(path, value, oneOf(options), didYouMean(value, options))];
  }
  const branches = issue.errors.filter(branch => !branch.some(isAboutWhole));
  const [meant, other] = branches.toSorted((a, b) => misfits(a, value) - misfits(b, value));
  if (meant && (!other || misfits(meant, value) === 0))
    return meant.flatMap(it => complaintsOf(it, found, path));
  if (meant) return [oneKeyOf(branches, value, path)];
  const forms = issue.errors.map(([first]) => formOf(first));
  const values = issue.errors.flatMap(([first]) => (first?.code === 'invalid_value' ? first.values : []));
  const hint = didYouMean(value, values) ?? typeHint(values.length > 0 ? '' : 'string', value);
  return [mustBe(path, value, either([...new Set(forms)]), hint)];
}

function isAboutWhole({ code, path }: Issue): boolean {
  return path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');
}

/** How far the value is from a form: keys that it has too many or too few. */
function misfits(branch: readonly Issue[], value: unknown): number {
  const has = (key: PropertyKey | undefined) => key !== undefined && Object.hasOwn(Object(value), key);
  return branch.filter(it => it.code === 'unrecognized_keys' || (it.path.length === 1 && !has(it.path[0])))
    .length;
}

/** For a map that may be one of several maps of one key each. */
function oneKeyOf(branches: readonly (readonly Issue[])[], value: unknown, path: Path): Complaint {
  const keys = branches.flatMap(branch =>
    branch.flatMap(it => (it.code === 'unrecognized_keys' ? it.message.split(' ') : [])),
  );
  const known = [...new Set(keys)];
  const given = Object.keys(value ?? {});
  const strange = given.find(key => !known.includes(key));
  const hint = strange === undefined ? undefined : didYouMean(strange, known);
  return {
    path,
    of: 'value',
    message: `${subject(path)} must have exactly one of the keys ${either(known)}.`,
    hint,
  };
}

function formOf(issue: Issue | undefined): string {
  if (issue?.code === 'invalid_value') return oneOf(issue.values);
  return issue?.code === 'invalid_type' ? typeName(issue.expected) : 'something else';
}
