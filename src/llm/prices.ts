/** What models cost: a table that the user gives. None is shipped: prices change, and a limit with an old price is none. */
import { InputError } from '../model/errors.ts';
import type { Tokens } from './tokens.ts';

/** For a million tokens, in any one currency. */
export interface Price {
  input: number;
  output: number;
  /** What of these two a request costs in a batch, as a share above 0 and up to 1; without it one half. */
  batch?: number;
}

/** What OpenAI takes for a batch. */
const BATCH_SHARE = 0.5;

/** The price of the same in a batch. */
export function batchPrice({ input, output, batch = BATCH_SHARE }: Price): Price {
  return { input: batch * input, output: batch * output };
}

/** Prices by the name of a model; a name that ends in `*` stands for all that begin so. */
export type Prices = Readonly<Record<string, Price>>;

/** More is a mistake. */
const HIGHEST = 100_000;
const REMEDY = 'A price is two figures for a million tokens, of input and of output: 0.15,0.60';

/** Reads `IN,OUT`. Throws InputError. */
export function priceOf(text: string): Price {
  const [input, output, ...more] = text.split(',').map(it => (it.trim() === '' ? Number.NaN : Number(it)));
  if (more.length === 0 && isPrice(input) && isPrice(output)) return { input, output };
  throw new InputError(`--price cannot be read: ${JSON.stringify(text.slice(0, 40))}.`, REMEDY);
}

/**
 * Checks a table that was read from JSON or YAML: `{"gpt-x": {"input": 0.15, "output": 0.6}, "llama*": {...}}`. Throws
 * InputError that names the file and the model.
 */
export function pricesIn(value: unknown, file: string): Prices {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new InputError(
      `${file} is no table of prices.`,
      '{"my-model": {"input": 0.15, "output": 0.60}} is one.',
    );
  const read = Object.entries(value).map(([model, price]) => {
    const { input, output, batch, ...more } = Object(price) as Record<string, unknown>;
    if (!isPrice(input) || !isPrice(output) || !isShare(batch) || Object.keys(more).length > 0)
      throw new InputError(
        `${file}: the price of ${JSON.stringify(model)} cannot be used.`,
        'It has "input" and "output", for a million tokens, perhaps "batch", the share of them that a batch costs (0.5), and nothing else.',
      );
    return [model, { input, output, ...(batch !== undefined && { batch }) }] as const;
  });
  return Object.fromEntries(read);
}

const isPrice = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= HIGHEST;

const isShare = (value: unknown): value is number | undefined =>
  value === undefined || (typeof value === 'number' && value > 0 && value <= 1);

/** The price of a model: by its own name, else by the longest beginning; null where the table has none. */
export function priceFor(model: string, prices: Prices): Price | null {
  if (Object.hasOwn(prices, model)) return prices[model]!;
  const beginnings = Object.keys(prices)
    .filter(it => it.endsWith('*') && model.startsWith(it.slice(0, -1)))
    .sort((a, b) => b.length - a.length);
  return beginnings.length > 0 ? prices[beginnings[0]!]! : null;
}

/** Costs are counted in whole millionths of a millionth of the currency, so that a sum is exact. */
export const UNIT = 1e12;

/** In units. */
export function unitsOf(tokens: Tokens, price: Price): number {
  const a = (each: number) => Math.ceil((each * UNIT) / 1e6);
  return a(price.input) * tokens.prompt + a(price.output) * tokens.completion;
}
