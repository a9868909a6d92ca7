import { InputError } from '../model/errors.ts';
import { among } from './choice-options.ts';
import type { Command } from './command.ts';

const ACTIONS = ['show', 'edit', 'path', 'remove'] as const;

export const profile: Command = {
  examples: [
    'mockloop profile                show it; without one, make it',
    'mockloop profile edit',
    'mockloop profile show --json',
    'mockloop profile remove',
    'mockloop practice amazon-go-backend --no-profile      once without it',
  ],
  describe(command) {
    const action = command.createArgument(
      '[action]',
      `${ACTIONS.join(', ')} (default: show it, or make one)`,
    );
    command.addArgument(among(action, ACTIONS));
  },
  async run(io, options, [name]) {
    const action = ACTIONS.find(it => it === name);
    if (name !== undefined && !action)
      throw new InputError(`A profile has no "${name}".`, `There are: ${ACTIONS.join(', ')}.`);
    const { doWithProfile } = await import('./profile-actions.ts');
    return doWithProfile(io, options, action);
  },
};
