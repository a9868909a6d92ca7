import { InputError } from '../model/errors.ts';
import type { Command, CommonOptions } from './command.ts';

interface ExportOptions extends CommonOptions {
  session?: string;
  force?: boolean;
}

export const exportOwn: Command = {
  examples: [
    'mockloop export                         to a folder of today, here',
    'mockloop export ~/backup/mockloop       to a new or empty folder',
    'mockloop export mine.json               as one file',
    'mockloop export --session 2026-11-24-1323-lunch      one journal',
  ],
  describe(command) {
    command
      .argument('[target]', 'a new or empty folder, or a file that ends in .json')
      .option('--session <session>', 'only the journal of this interview, to a file or the output')
      .option('--force', 'replace the file');
  },
  async run(io, common, [target]) {
    const options = common as ExportOptions;
    if (target === '') throw new InputError('An export needs a name that is not empty.');
    const { exportAll, exportSession, refuseThere } = await import('./exporting.ts');
    if (options.session !== undefined) {
      if (target !== undefined && !options.force) refuseThere(target);
      return exportSession(io, options, options.session, target);
    }
    return exportAll(io, options, target);
  },
};
