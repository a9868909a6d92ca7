/** A table keyed by 64-bit digests: millions of keys in a few typed arrays, which threads can share. */

/** The arrays of a table, to be handed to another thread. */
export interface SharedTable {
  /** Two halves of each key, side by side; an empty place holds zeros. */
  keys: Uint32Array<SharedArrayBuffer>;
  values: Float64Array<SharedArrayBuffer>;
}

const SMALLEST = 1024;
/** Fuller than this, searches grow long. */
const FULL = 0.7;

const keysFor = (places: number) => new Uint32Array(new SharedArrayBuffer(8 * places));
const valuesFor = (places: number) => new Float64Array(new SharedArrayBuffer(8 * places));

/** Open addressing with linear probing; nothing is ever removed. Keys are digests, so their bits are spread already. */
export class DigestTable {
  #keys: SharedTable['keys'];
  #values: SharedTable['values'];
  #size = 0;

  /** @param table of another thread, to look things up in. */
  constructor(table: SharedTable = { keys: keysFor(SMALLEST), values: valuesFor(SMALLEST) }) {
    this.#keys = table.keys;
    this.#values = table.values;
  }

  get shared(): SharedTable {
    return { keys: this.#keys, values: this.#values };
  }

  /** The value of the 16 hexadecimal digits, if they are there. */
  get(digest: string): number | undefined {
    const [high, low] = halvesOf(digest);
    const place = this.#placeOf(high, low);
    return this.#isEmpty(place) ? undefined : this.#values[place];
  }

  /** Enters a value; the first of a key stays. @returns whether the key is new. */
  put(digest: string, value: number): boolean {
    if (this.#size > FULL * this.#values.length) this.#grow();
    const [high, low] = halvesOf(digest);
    const isNew = this.#enter(high, low, value);
    if (isNew) this.#size++;
    return isNew;
  }

  /** Enters a value; the last of a key stays. */
  set(digest: string, value: number): void {
    if (this.put(digest, value)) return;
    const [high, low] = halvesOf(digest);
    this.#values[this.#placeOf(high, low)] = value;
  }

  #enter(high: number, low: number, value: number): boolean {
    const place = this.#placeOf(high, low);
    if (!this.#isEmpty(place)) return false;
    this.#keys[2 * place] = high;
    this.#keys[2 * place + 1] = low;
    this.#values[place] = value;
    return true;
  }

  #placeOf(high: number, low: number): number {
    const mask = this.#values.length - 1;
    let place = low & mask;
    while (!this.#isEmpty(place) && (this.#keys[2 * place] !== high || this.#keys[2 * place + 1] !== low))
      place = (place + 1) & mask;
    return place;
  }

  #isEmpty(place: number): boolean {
    return this.#keys[2 * place] === 0 && this.#keys[2 * place + 1] === 0;
  }

  #grow(): void {
    const [keys, values] = [this.#keys, this.#values];
    this.#keys = keysFor(2 * values.length);
    this.#values = valuesFor(2 * values.length);
    values.forEach((value, place) => {
      const [high = 0, low = 0] = keys.subarray(2 * place, 2 * place + 2);
      if (high !== 0 || low !== 0) this.#enter(high, low, value);
    });
  }
}

/** A key of zeros would look empty: it shares the place of the key one. */
function halvesOf(digest: string): [high: number, low: number] {
  const high = Number.parseInt(digest.slice(0, 8), 16);
  const low = Number.parseInt(digest.slice(8, 16), 16);
  return [high, high === 0 && low === 0 ? 1 : low];
}
