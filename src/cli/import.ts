import { among } from './choice-options.ts';
import type { Command } from './command.ts';
import type { ImportOptions } from './importing.ts';

export const importList: Command = {
  examples: [
    'mockloop import questions.md        the bank goes to the standard output',
    'mockloop import questions.csv --out my-content/team.yaml',
    'mockloop import - --format json --id team < questions.json',
    'mockloop import questions.md --json | jq .questions[].id',
  ],
  describe(command) {
    command
      .argument('<file>', 'Markdown (.md, .markdown, .txt), CSV (.csv, .tsv) or JSON; - for standard input')
      .addOption(
        among(command.createOption('--format <format>', 'md, csv or json, whatever the ending'), [
          'md',
          'csv',
          'json',
        ]),
      )
      .option('--out <file>', 'write the bank there, a .yaml file')
      .option('--force', 'replace the file of --out')
      .option('--id <id>', 'id of the bank (default: from the name of the file)')
      .option('--title <title>', 'title of the bank (default: the first heading, or the name of the file)');
  },
  async run(io, options, [file]) {
    const { importFile } = await import('./importing.ts');
    return importFile(io, options as ImportOptions, file!);
  },
};
