/** In which words a model takes requests: a batch learns it only when it has ended, and so it is kept for the next one. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { writeAtomic } from '../../store/atomic.ts';
import { textOf } from '../../store/folders.ts';
import { decode, encode } from '../../store/log.ts';
import type { LlmConfig } from '../config.ts';
import { type Dialect, firstDialect, plainer } from '../dialect.ts';
import type { CallFailure } from '../failure.ts';

export class Speech {
  readonly #path: string;
  #dialect: Dialect;

  constructor(folder: string, { baseUrl, model, provider }: LlmConfig) {
    const which = createHash('sha256')
      .update(JSON.stringify([baseUrl, model]))
      .digest('hex')
      .slice(0, 16);
    this.#path = join(folder, `words-${which}.json`);
    this.#dialect =
      (decode(textOf(this.#path)?.trimEnd() ?? '') as Dialect | undefined) ?? firstDialect(provider);
  }

  get dialect(): Dialect {
    return this.#dialect;
  }

  /**
   * Whether the same request may do better in plainer words, which then are those of the next.
   * @param spoken in which it was made. @param wasTaken whether the server took others that were made so.
   */
  isMended(spoken: Dialect, failure: CallFailure, wasTaken: boolean): boolean {
    const next = plainer(spoken, failure, wasTaken);
    if (next && isSame(spoken, this.#dialect)) {
      this.#dialect = next;
      writeAtomic(this.#path, `${encode(next)}\n`);
    }
    return next !== undefined;
  }
}

const isSame = (a: Dialect, b: Dialect): boolean => JSON.stringify(a) === JSON.stringify(b);
