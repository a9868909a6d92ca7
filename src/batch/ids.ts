/** Ids that a run has met, in 16 bytes each. */
import { hash } from 'node:crypto';
import { DigestTable } from './digest-table.ts';

export class Ids {
  readonly #seen = new DigestTable();

  /** Remembers an id. @returns the number that it was given with when it was met first, from 1; undefined when it is new. */
  firstOf(id: string, number: number): number | undefined {
    // Of SHA-256, so that nobody can write two ids that are taken for one.
    const digest = hash('sha256', id).slice(0, 16);
    return this.#seen.put(digest, number) ? undefined : this.#seen.get(digest);
  }
}
