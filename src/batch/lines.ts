/**
 * Result lines of a part side by side in one place: as objects of their own they are most of what waits for its end. The
 * place is kept for the next part, since room that is given up is given back late.
 */

/** Where a line lies. */
export interface Line {
  readonly from: number;
  readonly to: number;
}

const FIRST = 64 * 1024;

/** What a giant line needed is not kept. */
const MOST = 4 * 1024 * 1024;

export class Lines {
  #bytes = Buffer.allocUnsafeSlow(FIRST);
  #end = 0;

  /** A text as UTF-8. */
  add(text: string): Line {
    // No unit of UTF-16 takes more than three bytes.
    this.#makeRoom(3 * text.length);
    return this.#placed(this.#bytes.write(text, this.#end));
  }

  /** A line that is there already as bytes. */
  copy(bytes: Uint8Array): Line {
    this.#makeRoom(bytes.length);
    this.#bytes.set(bytes, this.#end);
    return this.#placed(bytes.length);
  }

  /** Some of them, in that order, and where each ends; then there are none. */
  taken(lines: readonly Line[]): { lines: Uint8Array<ArrayBuffer>; ends: number[] } {
    let end = 0;
    const ends = lines.map(({ from, to }) => (end += to - from));
    const all = new Uint8Array(end);
    lines.forEach(({ from, to }, at) => {
      all.set(this.#bytes.subarray(from, to), ends[at]! - (to - from));
    });
    this.#end = 0;
    if (this.#bytes.length > MOST) this.#bytes = Buffer.allocUnsafeSlow(FIRST);
    return { lines: all, ends };
  }

  #placed(length: number): Line {
    const from = this.#end;
    this.#end += length;
    return { from, to: this.#end };
  }

  #makeRoom(length: number): void {
    if (this.#end + length <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * (this.#end + length));
    this.#bytes.copy(larger, 0, 0, this.#end);
    this.#bytes = larger;
  }
}
