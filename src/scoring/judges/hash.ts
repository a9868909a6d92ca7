/** A name for content that stays the same for as long as the content does. */
import { hash } from 'node:crypto';

/** The first 16 hexadecimal digits of SHA-256 over JSON with sorted keys. */
export const hashOf = (value: object): string => hash('sha256', canonical(value)).slice(0, 16);

const remembered = new WeakMap<object, string>();

/** The same of an object that lives long and must not change, as rubrics and aliases do: reckoned once. */
export function hashKept(value: object): string {
  const known = remembered.get(value) ?? hashOf(value);
  remembered.set(value, known);
  return known;
}

/** JSON with sorted keys; what is undefined is left out. Added up as it goes: a question is hashed before it is judged. */
function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  let inner = '';
  if (Array.isArray(value)) {
    for (const it of value) inner += `${inner === '' ? '' : ','}${canonical(it)}`;
    return `[${inner}]`;
  }
  const fields = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(fields).sort()) {
    if (fields[key] === undefined) continue;
    inner += `${inner === '' ? '' : ','}${JSON.stringify(key)}:${canonical(fields[key])}`;
  }
  return `{${inner}}`;
}
