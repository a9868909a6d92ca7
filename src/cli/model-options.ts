/** Options of the commands that judge, and of a language model where one judges; nothing is loaded for --help. */
import type { Command as Commander } from 'commander';
import { among } from './choice-options.ts';
import type { CommonOptions } from './command.ts';
import { amount, whole } from './numbers.ts';

export interface ModelOptions extends CommonOptions {
  judge?: string;
  model?: string;
  repeats?: number;
  /** Seconds. */
  timeout?: number;
  retries?: number;
  concurrency?: number;
  maxCalls?: number;
  maxCost?: number;
  /** `IN,OUT`, or a file. */
  price?: string;
  /** A file. */
  redact?: string;
}

/** Adds --judge, and what a judge that asks a model needs; what has nothing to do is refused before the command runs. */
export function describeJudge(command: Commander): void {
  const judge = command
    .createOption('--judge <name>', 'who judges: local (offline), llm (a language model), both')
    .default('local');
  command
    .addOption(among(judge, ['local', 'llm', 'both']))
    .option('--repeats <number>', 'llm: judge each answer so often, for an interval', whole(1, 20));
  describeModel(command);
  command.hook('preAction', async () => {
    const { refuseIdleModel } = await import('./idle.ts');
    refuseIdleModel(command.opts<ModelOptions>());
  });
}

/** Adds what any use of a model needs. */
export function describeModel(command: Commander): void {
  command
    .option('--model <name>', 'llm: the model (or MOCKLOOP_MODEL)')
    .option('--timeout <seconds>', 'llm: deadline of one call (default: 60)', amount(3600))
    .option('--retries <number>', 'llm: repeats of a call that failed (default: 3)', whole(0, 20))
    .option('--concurrency <number>', 'llm: calls at once, at most (default: 8)', whole(1, 256))
    .option('--max-calls <number>', 'llm: send no more calls than that', whole(1, 1e9))
    .option('--max-cost <sum>', 'llm: spend no more than that; needs --price', amount(1e9))
    .option('--price <in,out>', 'llm: price of a million tokens, or a JSON file with a table of prices')
    .option('--redact <file>', 'llm: hide these names, and e-mails and phone numbers, from the model');
}
