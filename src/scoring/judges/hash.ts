/** A name for content that stays the same for as long as the content does. */
import { createHash } from 'node:crypto';

const remembered = new WeakMap<object, string>();

/** The first 16 hexadecimal digits of SHA-256 over JSON with sorted keys; remembered for objects, which must not change. */
export function hashOf(value: object): string {
  const known = remembered.get(value);
  if (known !== undefined) return known;
  const hash = createHash('sha256').update(canonical(value)).digest('hex').slice(0, 16);
  remembered.set(value, hash);
  return hash;
}

/** JSON with sorted keys; what is undefined is left out. */
function canonical(value: unknown): string {
  if (Array.isArray(value))
    return `[${value.map(it => (it === undefined ? 'null' : canonical(it))).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, it]) => it !== undefined);
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, it]) => `${JSON.stringify(key)}:${canonical(it)}`).join(',')}}`;
}
