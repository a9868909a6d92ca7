import { EXIT } from '../model/errors.ts';
import type { Command } from './command.ts';
import { write } from './io.ts';

export const validate: Command = {
  name: 'validate',
  summary: 'check YAML content; every problem with its place',
  examples: [
    'mockloop validate                    the shipped content, and what --content adds',
    'mockloop validate my-bank.yaml',
    'mockloop validate content/ --json',
  ],
  describe(command) {
    command.argument('[path...]', 'files or folders; references may also go to shipped content');
  },
  async run(io, options, args) {
    const { checkContent, formatProblem } = await import('../content/files.ts');
    const { SHIPPED_LIBRARY } = await import('./io.ts');
    const paths = (args as unknown as [string[]])[0];
    const { problems, counts } = checkContent({ shipped: SHIPPED_LIBRARY, folders: paths });
    if (options.json) await write(io.stdout, `${JSON.stringify(problems, null, 2)}\n`);
    else await write(io.stdout, problems.map(it => `${formatProblem(it)}\n`).join('\n'));
    if (!options.quiet && !options.json) await write(io.stderr, `${counts}\n`);
    return problems.some(it => it.severity === 'error') ? EXIT.no : EXIT.done;
  },
};
