import { EXIT } from '../model/errors.ts';
import type { Command, CommonOptions } from './command.ts';
import { write, writeJson } from './io.ts';

interface StrictOptions extends CommonOptions {
  strict?: boolean;
}

export const validate: Command = {
  examples: [
    'mockloop validate                    what is shipped, or what --content adds',
    'mockloop validate my-bank.yaml',
    'mockloop validate --strict content/  what could be better, too',
    'mockloop validate content/ --json',
  ],
  describe(command) {
    command
      .argument('[path...]', 'files or folders; references may also go to shipped content')
      .option('--strict', 'warn of what could be better, and say no (exit 1) to a warning, too');
  },
  async run(io, common, args) {
    const options = common as StrictOptions;
    const { checkContent, formatProblem } = await import('../content/files.ts');
    const { contentFolders } = await import('./places.ts');
    const { SHIPPED_CONTENT } = await import('../content/shipped.ts');
    const [given] = args as unknown as [string[]];
    const folders = contentFolders(io, options);
    const paths = given.length + folders.length > 0 ? given : SHIPPED_CONTENT;
    const { problems, counts } = await checkContent({ folders, paths, strict: options.strict ?? false });
    if (options.json) await writeJson(io, problems);
    else await write(io.stdout, problems.map(it => `${formatProblem(it)}\n`).join('\n'));
    if (!options.quiet && !options.json) await write(io.stderr, `${counts}\n`);
    return problems.length > 0 ? EXIT.no : EXIT.done;
  },
};
