/**
 * How many requests are under way at once: a quarter of what is allowed at first, more while all goes well, half as many
 * when the server is crowded (additive increase, multiplicative decrease, as TCP does: RFC 5681).
 */
import type { Clock } from '../model/clock.ts';

/** How a request went, for the pace: `crowded` when the server had too much to do. */
export type Outcome = 'well' | 'crowded' | 'else';

/** A place among the requests under way. */
export interface Place {
  /** Gives it back, once. @param wait milliseconds in which nobody should begin. */
  leave(outcome: Outcome, wait?: number): void;
}

interface Waiter {
  take(): void;
}

/** Of the most that are allowed, so many begin. */
const FIRST_SHARE = 1 / 4;
/** Until the server was crowded for the first time, each reply makes room for so many more: all after one good round. */
const FIRST_RISE = 3;

/** Whoever comes first goes first; what is tried again goes before what was not tried yet. */
export class Pace {
  readonly #clock: Clock;
  readonly #most: number;
  readonly #waiting: Waiter[] = [];
  #limit: number;
  #running = 0;
  #wasCrowded = false;
  /** Number of the next request, and of the first that began after the last cut. */
  #next = 0;
  #afterCut = 0;
  #notBefore = 0;
  #timer: unknown;

  /** @param most requests at once, 1 or more. */
  constructor(clock: Clock, most: number) {
    this.#clock = clock;
    this.#most = most;
    this.#limit = Math.max(1, most * FIRST_SHARE);
  }

  /** Requests that may be under way now. */
  get limit(): number {
    return Math.floor(this.#limit);
  }

  /** Waits for a place. Rejects with the reason of `stop` when that comes first. @param isRepeat goes before the others. */
  enter(stop: AbortSignal, isRepeat = false): Promise<Place> {
    return new Promise((resolve, reject) => {
      if (stop.aborted) return reject(stop.reason);
      const waiter: Waiter = {
        take: () => {
          stop.removeEventListener('abort', cancel);
          resolve(this.#place());
        },
      };
      const cancel = () => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        if (this.#waiting.length === 0) this.#stopTimer();
        reject(stop.reason);
      };
      stop.addEventListener('abort', cancel, { once: true });
      if (isRepeat) this.#waiting.unshift(waiter);
      else this.#waiting.push(waiter);
      this.#admit();
    });
  }

  #place(): Place {
    this.#running++;
    const number = this.#next++;
    return {
      leave: (outcome, wait = 0) => {
        this.#running--;
        if (outcome === 'well') this.#rise();
        if (outcome === 'crowded') this.#cut(number, wait);
        this.#admit();
      },
    };
  }

  #rise(): void {
    this.#limit = Math.min(this.#most, this.#limit + (this.#wasCrowded ? 1 / this.#limit : FIRST_RISE));
  }

  /** Requests that began before the last cut tell of the same crowd: they do not cut again. */
  #cut(number: number, wait: number): void {
    this.#notBefore = Math.max(this.#notBefore, this.#clock.now() + wait);
    if (number < this.#afterCut) return;
    this.#wasCrowded = true;
    this.#afterCut = this.#next;
    this.#limit = Math.max(1, this.#limit / 2);
  }

  /** A timer that nobody waits for would keep the process. */
  #stopTimer(): void {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #admit(): void {
    const early = this.#notBefore - this.#clock.now();
    if (early > 0 && this.#waiting.length > 0) {
      this.#timer ??= this.#clock.setTimeout(() => {
        this.#timer = undefined;
        this.#admit();
      }, early);
      return;
    }
    while (this.#running < this.limit) {
      const waiter = this.#waiting.shift();
      if (!waiter) return;
      waiter.take();
    }
  }
}
