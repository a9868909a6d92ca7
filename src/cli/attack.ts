import type { Command } from './command.ts';
import { describeModel, type ModelOptions } from './model-options.ts';

export const attack: Command = {
  examples: ['mockloop attack --model llama3.1', 'mockloop attack --max-calls 500 --json > attack.json'],
  describe: describeModel,
  async run(io, options) {
    const { attackModel } = await import('./attacking.ts');
    return attackModel(io, options as ModelOptions);
  },
};
