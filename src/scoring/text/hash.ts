/** Hashes of words: FNV-1a (Fowler, Noll, Vo) over UTF-16 units, so many bits of it as a small integer has. */
const SEED = 0x811c9dc5;
const PRIME = 0x01000193;
const BITS = 0x3fffffff;

/** The hash of a text, 30 bits. */
export function hashOf(text: string): number {
  let hash = SEED;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash & BITS;
}

/** The same of units between two places of a list; capitals of ASCII count as small. */
export function hashIn(units: Uint16Array, start: number, end: number): number {
  let hash = SEED;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ small(units[at]!), PRIME);
  return hash & BITS;
}

/** A capital of ASCII as the small letter, any other unit as it is. */
export const small = (unit: number): number => (unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit);
