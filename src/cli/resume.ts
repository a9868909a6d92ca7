import { InputError } from '../model/errors.ts';
import { counted } from '../model/prose.ts';
import type { Command } from './command.ts';
import { describeSitting, type SittingOptions } from './sitting-options.ts';

export const resume: Command = {
  examples: [
    'mockloop resume          the unfinished one that was worked on last',
    'mockloop resume 2026-11-24-1323-amazon-go-backend',
  ],
  describe(command) {
    command.argument(
      '[session]',
      'its name (see mockloop sessions); default: the unfinished one worked on last',
    );
    describeSitting(command);
  },
  async run(io, common, [name]) {
    const options = common as SittingOptions;
    const { resumeJournal } = await import('../interview/journal.ts');
    const { chooseUnfinished } = await import('./kept.ts');
    const { dataFolder } = await import('./data-folder.ts');
    const { makeReportFolder } = await import('./places.ts');
    const data = dataFolder(io, options);
    const { id, others = [] } = chooseUnfinished(data, name);
    const { seatFor } = await import('./seat.ts');
    const seat = await seatFor(io, options);
    makeReportFolder(options);
    const journal = orAnother(others, () => resumeJournal(data, id, io.clock.now(), io.processes));
    const { sit } = await import('./sitting.ts');
    return sit(io, options, journal, seat, others.length > 0 ? goingOn(id, others.length) : undefined);
  },
};

const goingOn = (id: string, others: number) =>
  `Going on with ${id}, the last that you worked on; ${counted(others, 'other')} ${others === 1 ? 'is' : 'are'} unfinished (mockloop sessions).`;

/** Who named none may have meant another than the one that cannot be opened: the error names the next. */
function orAnother<Opened>([next]: readonly string[], open: () => Opened): Opened {
  try {
    return open();
  } catch (error) {
    if (!(error instanceof InputError) || next === undefined) throw error;
    const remedy = [error.remedy, `Another one is unfinished, too: \`mockloop resume ${next}\`.`];
    throw new InputError(error.message, remedy.filter(Boolean).join('\n'), { cause: error });
  }
}
