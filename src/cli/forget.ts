import { InputError } from '../model/errors.ts';
import type { Command } from './command.ts';
import type { ForgetOptions } from './forgetting.ts';

export const forget: Command = {
  examples: [
    'mockloop forget 2026-11-24-1323-amazon-go-backend',
    'mockloop forget --all               interviews, decisions, profile and all',
    'mockloop forget --all --yes         without being asked',
  ],
  describe(command) {
    command
      .argument('[session]', 'its name (see mockloop sessions)')
      .option('--all', 'everything')
      .option('--yes', 'without being asked; needed where nobody can be');
  },
  async run(io, common, [session]) {
    const options = common as ForgetOptions & { all?: boolean };
    if ((session === undefined) !== (options.all === true))
      throw new InputError('Forget what?', 'Name one interview (see `mockloop sessions`), or give --all.');
    const { forgetAll, forgetSession } = await import('./forgetting.ts');
    return session === undefined ? forgetAll(io, options) : forgetSession(io, options, session);
  },
};
