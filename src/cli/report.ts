import { EXIT } from '../model/errors.ts';
import type { Command, CommonOptions } from './command.ts';
import { write } from './io.ts';

interface ReportOptions extends CommonOptions {
  format?: string;
  out?: string;
  judge?: string;
}

export const report: Command = {
  name: 'report',
  summary: 'the report of an interview, judged anew where judge or rubric changed',
  examples: [
    'mockloop report                     the last one, as Markdown',
    'mockloop report --format json --out report.json',
  ],
  describe(command) {
    command
      .argument('[session]', 'its name (see mockloop sessions); default: the last one')
      .option('--format <format>', 'md or json (default: by the ending of --out, else md)')
      .option('--out <file>', 'write it to a file')
      .option('--judge <name>', 'who judges: local (offline)', 'local');
  },
  async run(io, common, [name]) {
    const options = common as ReportOptions;
    const { chooseSession } = await import('./kept.ts');
    const { dataFolder } = await import('./places.ts');
    const { judgeNamed } = await import('../scoring/judges/table.ts');
    const { debriefFor, isIncomplete } = await import('./debriefing.ts');
    const { isSealed } = await import('../scoring/sealed.ts');
    const { loadSession, sessionFolder } = await import('../interview/journal.ts');
    const { reportFormat } = await import('./format.ts');
    const format = reportFormat(options);
    const data = dataFolder(io, options);
    const id = chooseSession(data, name, 'any');
    const { session, damage } = loadSession(data, id);
    for (const { line, why } of damage)
      await write(io.stderr, `Skipped line ${line} of the journal: ${why}.\n`);
    const debrief = await debriefFor(session, await judgeNamed(options.judge)(), sessionFolder(data, id));
    if (isSealed(session) && !options.quiet)
      await write(
        io.stderr,
        `Not over yet: scores and feedback come at the end. Go on: mockloop resume ${id}\n`,
      );
    const text = format.render(debrief);
    if (options.out === undefined) await write(io.stdout, text);
    else (await import('../store/atomic.ts')).writeAtomic(options.out, text);
    return isIncomplete(debrief) ? EXIT.incomplete : EXIT.done;
  },
};
