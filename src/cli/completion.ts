import { EXIT, InputError } from '../model/errors.ts';
import { among } from './choice-options.ts';
import type { Command } from './command.ts';
import { write } from './io.ts';

const SHELLS = ['bash', 'zsh', 'fish'];

/** What the scripts ask for; nobody types it. */
const WORDS = 'words';

export const completion: Command = {
  examples: [
    'eval "$(mockloop completion bash)"               in ~/.bashrc',
    'eval "$(mockloop completion zsh)"                in ~/.zshrc, after compinit',
    'mockloop completion fish | source                in ~/.config/fish/config.fish',
  ],
  describe(command) {
    command
      .addArgument(among(command.createArgument('<shell>', SHELLS.join(', ')), SHELLS))
      .addArgument(
        command.createArgument('[typed...]', 'of `words`, which the scripts ask: what is typed so far'),
      );
  },
  async run(io, _options, args, program) {
    const [shell, typed] = args as unknown as [string, string[]];
    if (shell === WORDS) {
      const { wordsFor } = await import('./completing.ts');
      const words = await wordsFor(io, program, typed);
      await write(io.stdout, words.map(({ word, about }) => `${word}\t${about}\n`).join(''));
      return EXIT.done;
    }
    const { SCRIPTS } = await import('./completion-scripts.ts');
    const script = Object.hasOwn(SCRIPTS, shell) ? SCRIPTS[shell] : undefined;
    if (script === undefined)
      throw new InputError(`There is no completion for "${shell}".`, `Shells: ${SHELLS.join(', ')}.`);
    await write(io.stdout, script);
    return EXIT.done;
  },
};
