/** --max-calls and --max-cost: what a request may cost at most is set aside before it is sent. */
import { InputError } from '../model/errors.ts';
import { LlmError } from '../model/llm.ts';
import { type Price, UNIT, unitsOf } from './prices.ts';
import type { Tokens } from './tokens.ts';

export interface Limits {
  /** Requests, repeats among them; undefined: any number. */
  calls?: number;
  /** In the currency of the prices; undefined: any sum. */
  cost?: number;
}

/** What was set aside for one request. */
export interface Reservation {
  /**
   * Puts what was used in its place, once. `unknown`: the request may have been answered and paid for, so all that was set
   * aside is gone. `nothing`: it was refused.
   */
  settle(used: Tokens | 'unknown' | 'nothing'): void;
}

export interface Spent extends Tokens {
  calls: number;
  /** In the currency of the prices, at most: what broke off counts in full. Null without a price. */
  cost: number | null;
}

export class Budget {
  readonly #limits: Limits;
  readonly #price: Price | null;
  #calls = 0;
  #prompt = 0;
  #completion = 0;
  /** Units of money: spent, and set aside for requests under way. */
  #spent = 0;
  #aside = 0;
  /**
   * Units that a request took which took more than it might: a server need not keep to the length that it was told.
   * Nothing is known of that before the first has ended.
   */
  #overrun = 0;
  #isKnown = false;
  #waiting: (() => void)[] = [];

  /** Throws InputError for a limit of cost where the price is not known. */
  constructor(limits: Limits, price: Price | null, model: string) {
    if (limits.cost !== undefined && price === null)
      throw new InputError(
        `--max-cost cannot be kept: the price of ${JSON.stringify(model)} is not known.`,
        'Add --price IN,OUT (for a million tokens), or use --max-calls.',
      );
    this.#limits = limits;
    this.#price = price;
  }

  /**
   * Sets aside what a request takes at most; waits while requests under way may still give something back. With a limit
   * of cost the first goes alone. Throws LlmError when the limit would be exceeded, or the reason of `stop`.
   */
  async reserve(most: Tokens, stop: AbortSignal): Promise<Reservation> {
    for (;;) {
      stop.throwIfAborted();
      const goesOn = this.#isKnown || this.#limits.cost === undefined;
      if ((goesOn && this.#fits(this.#mostUnits(most))) || this.#aside === 0) return this.take(most);
      this.#checkCalls();
      await this.#change(stop);
    }
  }

  /** The same without waiting. */
  take(most: Tokens): Reservation {
    const units = this.#mostUnits(most);
    this.#checkCalls();
    if (!this.#fits(units)) throw this.#exhausted(units);
    return this.#setAside(most);
  }

  /** Sets aside what was promised before, whatever the limits. */
  promised(most: Tokens): Reservation {
    return this.#setAside(most);
  }

  spent(): Spent {
    const cost = this.#price && this.#spent / UNIT;
    return { calls: this.#calls, prompt: this.#prompt, completion: this.#completion, cost };
  }

  #units(tokens: Tokens): number {
    return this.#price ? unitsOf(tokens, this.#price) : 0;
  }

  #mostUnits(most: Tokens): number {
    return Math.max(this.#overrun, this.#units(most));
  }

  #checkCalls(): void {
    const { calls } = this.#limits;
    if (calls !== undefined && this.#calls >= calls)
      throw new LlmError('budget', `--max-calls is reached: ${calls} requests were sent.`);
  }

  #fits(units: number): boolean {
    const { cost } = this.#limits;
    return cost === undefined || this.#spent + this.#aside + units <= Math.floor(cost * UNIT);
  }

  #exhausted(units: number): LlmError {
    const next = `the next request may take ${money(units)}`;
    const gone = `${money(this.#spent + this.#aside)} is spent or set aside`;
    return new LlmError('budget', `--max-cost would be exceeded: ${gone}, ${next}.`);
  }

  #setAside(most: Tokens): Reservation {
    const units = this.#mostUnits(most);
    this.#calls++;
    this.#aside += units;
    return {
      settle: used => {
        this.#aside -= units;
        this.#isKnown ||= used !== 'nothing';
        if (used === 'unknown') this.#spent += units;
        else if (used !== 'nothing') this.#add(used, most);
        for (const wake of this.#waiting.splice(0)) wake();
      },
    };
  }

  #add(used: Tokens, most: Tokens): void {
    this.#prompt += used.prompt;
    this.#completion += used.completion;
    const units = this.#units(used);
    this.#spent += units;
    if (units > this.#units(most)) this.#overrun = Math.max(this.#overrun, units);
  }

  #change(stop: AbortSignal): Promise<void> {
    return new Promise(resolve => {
      const wake = () => {
        stop.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.push(wake);
      stop.addEventListener('abort', wake);
    });
  }
}

const money = (units: number) => (units / UNIT).toFixed(4);
