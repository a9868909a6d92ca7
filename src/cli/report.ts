import { join, resolve } from 'node:path';
import { EXIT } from '../model/errors.ts';
import { among } from './choice-options.ts';
import type { Command } from './command.ts';
import { type Io, write, writeExact } from './io.ts';
import { describeJudge, type ModelOptions } from './model-options.ts';

interface ReportOptions extends ModelOptions {
  format?: string;
  out?: string;
  open?: boolean;
}

export const report: Command = {
  examples: [
    'mockloop report                     the last one, as Markdown',
    'mockloop report --open              as a page in your browser',
    'mockloop report --format json --out report.json',
  ],
  describe(command) {
    command
      .argument('[session]', 'its name (see mockloop sessions); default: the last one')
      .addOption(
        among(
          command.createOption(
            '--format <format>',
            'md, html or json (default: by the ending of --out, else md)',
          ),
          ['md', 'html', 'json'],
        ),
      )
      .option('--out <file>', 'write it to a file')
      .option(
        '--open',
        'open it in the program that the system has for it; a page, unless --format says else',
      );
    describeJudge(command);
  },
  async run(io, common, [name]) {
    const options = common as ReportOptions;
    const { chooseSession, damagedAfter } = await import('./kept.ts');
    const { dataFolder } = await import('./data-folder.ts');
    const { openSteadyJudge } = await import('./judges.ts');
    const { debriefFor, isIncomplete, tellStandIns } = await import('./debriefing.ts');
    const { withEarlier } = await import('./earlier.ts');
    const { isSealed } = await import('../scoring/sealed.ts');
    const { loadSession, sessionFolder } = await import('../interview/journal.ts');
    const { reportFormat } = await import('./format.ts');
    const { checkFolderOf } = await import('./places.ts');
    const format = reportFormat(options);
    if (options.out !== undefined) checkFolderOf(options.out);
    const data = dataFolder(io, options);
    const id = chooseSession(data, name);
    const damaged = name === undefined ? damagedAfter(data, id) : [];
    if (damaged.length > 0)
      await write(io.stderr, `Passed over, since it cannot be read: ${damaged.join(', ')}\n`);
    const { session, damage } = loadSession(data, id);
    for (const { line, why } of damage)
      await write(io.stderr, `Skipped line ${line} of the journal: ${why}.\n`);
    const { judge, close, usage } = await openSteadyJudge(io, options);
    const judged = await debriefFor(session, judge, sessionFolder(data, id)).finally(close);
    const debrief = { ...judged, ...(usage && { usage: usage() }) };
    if (isSealed(session) && !options.quiet)
      await write(
        io.stderr,
        `Not over yet: scores and feedback come at the end. Go on: mockloop resume ${id}\n`,
      );
    await tellStandIns(io, debrief);
    const text = await format.render(isSealed(session) ? debrief : await withEarlier(debrief, judge, data));
    const kept = join(sessionFolder(data, id), `report.${format.extension}`);
    const path = options.out ?? (options.open ? kept : undefined);
    if (path === undefined) await write(io.stdout, text);
    else (await import('../store/atomic.ts')).writeAtomic(path, text);
    if (path !== undefined && options.open) await show(io, path);
    return isIncomplete(debrief) ? EXIT.incomplete : EXIT.done;
  },
};

/** Opens a file and says on stdout where it is, for those to whom nothing could be shown. */
async function show(io: Io, path: string): Promise<void> {
  const { openFile } = await import('./processes.ts');
  const problem = await openFile(resolve(path), io);
  await writeExact(io, `${path}\n`);
  if (problem !== undefined)
    await write(io.stderr, `It could not be opened (${problem}). Open it yourself.\n`);
}
