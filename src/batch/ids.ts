/** Ids that a run has met, in at most 46 bytes each: 16 a place of a table that is at least 35 % full. */
import { hash } from 'node:crypto';
import { DigestTable } from './digest-table.ts';

export class Ids {
  readonly #seen = new DigestTable();

  /** Remembers an id. @returns the number that it was given with when it was met first, from 1; undefined when it is new. */
  firstOf(id: string, number: number): number | undefined {
    // Of SHA-256, so that two ids that are taken for one are met by nobody who does not try four thousand million. As JSON,
    // since lone halves of surrogate pairs would all become the same sign.
    const digest = hash('sha256', JSON.stringify(id)).slice(0, 16);
    return this.#seen.put(digest, number) ? undefined : this.#seen.get(digest);
  }
}
