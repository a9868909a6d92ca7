/** Which stems a text had so far: a set that is emptied at once, since a new one for each answer is dear. */
import { hashOf } from './hash.ts';
import type { Spelling } from './traits.ts';

/** Places at first, and again after a text that had to have more; a power of two. */
const FEWEST = 1024;

export class Stems {
  /** At a place that the hash gives, or behind it: a stem, and the number of the text that had it. */
  #stems: string[] = new Array(FEWEST).fill('');
  #texts = new Int32Array(FEWEST);
  #text = 0;
  #count = 0;

  /** Forgets all that it had. */
  begin(): void {
    if (this.#texts.length > FEWEST) this.#empty(FEWEST);
    this.#text++;
    this.#count = 0;
  }

  /** Whether the stem of a word was not there yet; now it is. */
  isNew({ stem, stemHash }: Pick<Spelling, 'stem' | 'stemHash'>): boolean {
    const last = this.#texts.length - 1;
    let at = stemHash & last;
    for (; this.#texts[at] === this.#text; at = (at + 1) & last) if (this.#stems[at] === stem) return false;
    this.#texts[at] = this.#text;
    this.#stems[at] = stem;
    if (2 * ++this.#count > last) this.#grow();
    return true;
  }

  #grow(): void {
    const had = this.#stems.filter((_, at) => this.#texts[at] === this.#text);
    this.#empty(2 * this.#stems.length);
    this.#text++;
    this.#count = 0;
    for (const stem of had) this.isNew({ stem, stemHash: hashOf(stem) });
  }

  #empty(places: number): void {
    this.#stems = new Array(places).fill('');
    this.#texts = new Int32Array(places);
  }
}
