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

/** The hash, 30 bits, of two that stand one behind the other, from theirs. */
export const hashOfTwo = (first: number, second: number): number => (Math.imul(first, PRIME) ^ second) & BITS;

/** A capital of ASCII as the small letter, any other unit as it is. */
export const small = (unit: number): number => (unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit);

/**
 * A bit for each of many places that a hash may give: of what is not among some texts, it says so nearly always, at once and
 * without looking at the text (Bloom 1970, with one hash).
 */
export type Filter = Int32Array;

/** Places for each text, so that hardly another one falls on it, and fewest in all; a power of two. */
const ROOM = 16;
const FEWEST = 512;
const PER_NUMBER = 32;

/** @param hashes of the texts. */
export function filterOf(hashes: readonly number[]): Filter {
  const filter = new Int32Array(
    2 ** Math.ceil(Math.log2(Math.max(FEWEST, ROOM * hashes.length))) / PER_NUMBER,
  );
  for (const hash of hashes) filter[placeOf(hash, filter)]! |= 1 << hash;
  return filter;
}

/** Whether the text with a hash may be among those of a filter. */
export const mayHave = (filter: Filter, hash: number): boolean =>
  (filter[placeOf(hash, filter)]! & (1 << hash)) !== 0;

/** The lowest bits tell the bit. */
const placeOf = (hash: number, { length }: Filter): number => (hash >>> 5) & (length - 1);
