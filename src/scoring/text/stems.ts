/** Which stems a text had so far: a set that is emptied at once, since a new one for each answer is dear. */
import type { Spelling } from './traits.ts';

/** Places; a power of two. A text that fills half of them gets a set: nobody can write stems that collide in that. */
const PLACES = 1024;

export class Stems {
  /** At a place that the hash gives, or behind it: a stem, and the number of the text that had it. */
  readonly #stems: string[] = new Array(PLACES).fill('');
  readonly #texts = new Int32Array(PLACES);
  #text = 0;
  #count = 0;
  #many: Set<string> | undefined;

  /** Forgets all that it had. */
  begin(): void {
    this.#text++;
    this.#count = 0;
    this.#many = undefined;
  }

  /** Whether the stem of a word was not there yet; now it is. */
  isNew({ stem, stemHash }: Pick<Spelling, 'stem' | 'stemHash'>): boolean {
    if (this.#many) return this.#many.size < this.#many.add(stem).size;
    let at = stemHash % PLACES;
    for (; this.#texts[at] === this.#text; at = (at + 1) % PLACES) if (this.#stems[at] === stem) return false;
    this.#texts[at] = this.#text;
    this.#stems[at] = stem;
    if (2 * ++this.#count > PLACES)
      this.#many = new Set(this.#stems.filter((_, place) => this.#texts[place] === this.#text));
    return true;
  }
}
