import type { Command } from './command.ts';

/** Below the current folder. */
const DEFAULT_FOLDER = 'my-content';

export const init: Command = {
  examples: [`mockloop init                ./${DEFAULT_FOLDER}`, 'mockloop init interviews/backend'],
  describe(command) {
    command.argument('[dir]', `the folder, made where there is none (default: ${DEFAULT_FOLDER})`);
  },
  async run(io, options, [folder = DEFAULT_FOLDER]) {
    const { writeStarter } = await import('./starter.ts');
    return writeStarter(io, options, folder);
  },
};
