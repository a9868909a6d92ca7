import type { Command } from './command.ts';
import { describeSitting, type SittingOptions } from './sitting-options.ts';

export const resume: Command = {
  examples: [
    'mockloop resume          the last one that is not finished',
    'mockloop resume 2026-11-24-1323-amazon-go-backend',
  ],
  describe(command) {
    command.argument('[session]', 'its name (see mockloop sessions); default: the last unfinished one');
    describeSitting(command);
  },
  async run(io, common, [name]) {
    const options = common as SittingOptions;
    const { resumeJournal } = await import('../interview/journal.ts');
    const { chooseSession } = await import('./kept.ts');
    const { dataFolder } = await import('./data-folder.ts');
    const { makeReportFolder } = await import('./places.ts');
    const { judgeNamed } = await import('../scoring/judges/table.ts');
    judgeNamed(options.judge);
    const data = dataFolder(io, options);
    const session = chooseSession(data, name, 'unfinished');
    const { seatFor } = await import('./seat.ts');
    const seat = await seatFor(io, options);
    makeReportFolder(options);
    const journal = resumeJournal(data, session, io.clock.now(), io.processes);
    const { sit } = await import('./sitting.ts');
    return sit(io, options, journal, seat);
  },
};
