/** Puts requests into files as the Batch API wants them, none larger than it takes. */
import { createHash } from 'node:crypto';
import { type ChatRequest, LlmError } from '../../model/llm.ts';
import { type Replacement, replacing } from '../../store/atomic.ts';
import { removeWhole } from '../../store/folders.ts';
import type { LlmConfig } from '../config.ts';
import { bodyOf, type Dialect } from '../dialect.ts';
import type { Parcel, Shelf } from './parcel.ts';

/** What one file may hold. */
export interface Size {
  requests: number;
  bytes: number;
}

/** OpenAI's limits; of its 200 MB the smaller reading. */
export const LARGEST: Size = { requests: 50_000, bytes: 200_000_000 };

/** What all chat completions of a batch are sent to, whatever stands before it in the address of the server. */
export const ENDPOINT = '/v1/chat/completions';

export interface PackingInput {
  shelf: Shelf;
  config: Pick<LlmConfig, 'baseUrl' | 'model'>;
  dialect: Dialect;
  /** Unix time in milliseconds. */
  now: number;
  largest: Size;
}

/** Parcels while they are being filled; nothing is known of them yet but their files. */
export class Packing {
  readonly #input: PackingInput;
  readonly #parcels: Parcel[] = [];
  #open: { parcel: Parcel; file: Replacement } | undefined;

  constructor(input: PackingInput) {
    this.#input = input;
  }

  /** The line that asks a request. Throws LlmError where it is larger than a file may be. */
  lineOf(name: string, request: ChatRequest): Uint8Array {
    const { config, dialect, largest } = this.#input;
    const body = bodyOf(request, config.model, dialect);
    const line = Buffer.from(`${JSON.stringify({ custom_id: name, method: 'POST', url: ENDPOINT, body })}\n`);
    if (line.length > largest.bytes)
      throw new LlmError('too-large', 'The request is larger than a batch may be.');
    return line;
  }

  /** @param line what `lineOf` gives for the name. Throws the file system's error. */
  add(name: string, line: Uint8Array): void {
    const { parcel, file } = this.#with(line.length, name);
    file.write(line);
    parcel.bytes += line.length;
    parcel.names.push(name);
  }

  /** Closes the last file. @returns all parcels, to be handed in. */
  done(): Parcel[] {
    this.#close();
    return this.#parcels;
  }

  /** Leaves nothing behind. */
  abandon(): void {
    this.#open?.file.abandon();
    for (const { id } of this.#parcels) removeWhole(this.#input.shelf.pathOf(id, 'requests.jsonl'));
  }

  /** The open parcel, if it has room for so many bytes, else a new one whose first request has that name. */
  #with(bytes: number, name: string): { parcel: Parcel; file: Replacement } {
    const { largest, shelf } = this.#input;
    const open = this.#open;
    if (open && open.parcel.names.length < largest.requests && open.parcel.bytes + bytes <= largest.bytes)
      return open;
    this.#close();
    const parcel = this.#parcel(name);
    this.#open = { parcel, file: replacing(shelf.pathOf(parcel.id, 'requests.jsonl')) };
    return this.#open;
  }

  #parcel(name: string): Parcel {
    const { config, dialect, now } = this.#input;
    const id = createHash('sha256').update(`${name} ${now}`).digest('hex').slice(0, 16);
    return { id, at: now, baseUrl: config.baseUrl, model: config.model, dialect, bytes: 0, names: [] };
  }

  #close(): void {
    if (!this.#open) return;
    this.#open.file.commit();
    this.#parcels.push(this.#open.parcel);
    this.#open = undefined;
  }
}
