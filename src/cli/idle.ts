/** Options that were given and have nothing to do: passed over, they would be believed in. */
import { InputError } from '../model/errors.ts';
import { judgeNamed } from '../scoring/judges/table.ts';

/** As an option is written: `--max-cost`. */
const flag = (name: string): string => `--${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;

/** Throws InputError where one of them was given, though nothing was asked for that it is of. */
export function refuseIdle<Options extends object>(
  options: Options,
  names: readonly (keyof Options & string)[],
  of: string,
  remedy: string,
): void {
  const idle = names.find(it => options[it] !== undefined);
  if (idle !== undefined) throw new InputError(`${flag(idle)} is of ${of} alone.`, remedy);
}

const MODEL_ONLY = [
  'repeats',
  'model',
  'timeout',
  'retries',
  'concurrency',
  'maxCalls',
  'maxCost',
  'price',
  'redact',
] as const;

/** What ModelOptions (model-options.ts) has of them. */
type Limits = Partial<Record<(typeof MODEL_ONLY)[number], unknown>>;

/**
 * Throws InputError for a limit of cost, or names to hide, that nobody minds; and for a judge that there is not. An
 * interviewer that is a model minds them all, but judges nothing that could be repeated.
 */
export function refuseIdleModel(options: Limits & { judge?: string; interviewer?: string }): void {
  const { judge = 'local', interviewer } = options;
  if (judgeNamed(judge).paid) return;
  const of = interviewer === 'llm' ? (['repeats'] as const) : MODEL_ONLY;
  const idle = of.filter(it => options[it] !== undefined).map(flag);
  if (idle.length > 0)
    throw new InputError(
      `The judge ${judge} asks no model, so there is no use for ${idle.join(', ')}.`,
      `Add --judge llm, or leave ${idle.length === 1 ? 'it' : 'them'} out.`,
    );
}
