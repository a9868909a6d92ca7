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
    const { contentFolders } = await import('./places.ts');
    const { SHIPPED_CONTENT } = await import('../content/shipped.ts');
    const [given] = args as unknown as [string[]];
    const folders = contentFolders(io, options);
    const paths = given.length + folders.length > 0 ? given : SHIPPED_CONTENT;
    const { problems, counts } = await checkContent({ folders, paths });
    if (options.json) await write(io.stdout, `${JSON.stringify(problems, null, 2)}\n`);
    else await write(io.stdout, problems.map(it => `${formatProblem(it)}\n`).join('\n'));
    if (!options.quiet && !options.json) await write(io.stderr, `${counts}\n`);
    return problems.some(it => it.severity === 'error') ? EXIT.no : EXIT.done;
  },
};
