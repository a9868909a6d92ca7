/** Replies of batches on this disk, a line each; in memory is only where they stand. */
import { type Replacement, replacing } from '../../store/atomic.ts';
import { isThere } from '../../store/folders.ts';
import { eachLineEnd, lineReader } from '../../store/lines.ts';
import type { Completion } from '../reply.ts';
import type { HandedIn, Parcel, Shelf } from './parcel.ts';

/** A line ends in the name of its request. */
const NAME = /"name":"([0-9a-f]{32})"}$/;
const TAIL = `"name":"${'0'.repeat(32)}"}`.length;

/** Writes the replies of a parcel; they stand when all are there. */
export class ReplyWriter {
  readonly #file: Replacement;

  constructor(shelf: Shelf, { id }: Parcel) {
    this.#file = replacing(shelf.pathOf(id, 'replies.jsonl'));
  }

  add(name: string, { value, usage, model }: Completion): void {
    this.#file.write(Buffer.from(`${JSON.stringify({ value, usage, model, name })}\n`));
  }

  commit(): void {
    this.#file.commit();
  }

  /** Of no effect once they stand. */
  abandon(): void {
    this.#file.abandon();
  }
}

interface Place {
  parcel: HandedIn;
  lines: ReturnType<typeof lineReader>;
  start: number;
  isTold: boolean;
}

/** A reply, and the parcel that it came with. */
export interface Found extends Completion {
  parcel: HandedIn;
}

export class Replies {
  readonly #shelf: Shelf;
  readonly #places = new Map<string, Place>();
  readonly #opened: Place['lines'][] = [];

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  /** Learns what came with a parcel. Throws the file system's error. */
  learn(parcel: HandedIn): void {
    const path = this.#shelf.pathOf(parcel.id, 'replies.jsonl');
    if (!isThere(path)) return;
    const lines = lineReader(path);
    this.#opened.push(lines);
    eachLineEnd(path, TAIL, (end, start) => {
      const name = NAME.exec(end.toString('latin1'))?.[1];
      if (name !== undefined) this.#places.set(name, { parcel, lines, start, isTold: false });
    });
  }

  /** The parcel that a reply came with. */
  parcelOf(name: string): HandedIn | undefined {
    return this.#places.get(name)?.parcel;
  }

  find(name: string): Found | undefined {
    const place = this.#places.get(name);
    const line = place?.lines.at(place.start);
    if (!place || !line) return undefined;
    const { value, usage, model } = JSON.parse(line.toString('utf8')) as Completion;
    return { value, usage, model, parcel: place.parcel };
  }

  /** Notes that nobody need come back for it. */
  told(name: string): void {
    const place = this.#places.get(name);
    if (place) place.isTold = true;
  }

  /** Whether all that came with a parcel was told. */
  areTold({ id }: Parcel): boolean {
    return [...this.#places.values()].every(it => it.parcel.id !== id || it.isTold);
  }

  close(): void {
    for (const lines of this.#opened) lines.close();
  }
}
