import type { Command } from './command.ts';
import { amount, whole } from './numbers.ts';
import type { PracticeOptions } from './opening.ts';
import { describeSitting, modeOption } from './sitting-options.ts';

export const practice: Command = {
  examples: [
    'mockloop practice                                 choose in a menu',
    'mockloop practice amazon-go-backend --mode real   no feedback before the end',
    'mockloop practice amazon-go-backend --round hr --scale 0.5',
    'mockloop practice amazon-go-backend --mode coach --warmup --self-score',
    'mockloop practice --question leadership/mistake-of-yours',
    'mockloop practice amazon-go-backend --answers answers.yaml --out report/',
  ],
  describe(command) {
    command
      .argument('[loop]', 'a loop of the library (see mockloop list loops), or the path of one of your own')
      .option('--round <id>', 'only this round')
      .option('--question <id>', 'only this question')
      .addOption(modeOption(command))
      .option('--scale <factor>', 'shorten or stretch every clock (0.1 makes 70 minutes 7)', amount(100))
      .option('--dictated', 'note that answers are spoken into the editor, not typed: times differ')
      .option('--seed <number>', 'choose the same drawn questions again', whole(0, 2 ** 32 - 1))
      .option('--no-profile', 'do not begin rounds with your own projects (mockloop profile)')
      .option('--warmup', 'one easy question first; it does not count')
      .option('--self-score', 'say before each card how good the answer was (coach mode)');
    describeSitting(command);
  },
  async run(io, common, [name]) {
    const options = common as PracticeOptions;
    const { lookUp, openPractice } = await import('./opening.ts');
    const named = await lookUp(io, options, name);
    const { seatFor } = await import('./seat.ts');
    const seat = await seatFor(io, options);
    const { makeReportFolder } = await import('./places.ts');
    makeReportFolder(options);
    const journal = await openPractice(io, options, named, seat);
    const { sit } = await import('./sitting.ts');
    return sit(io, options, journal, seat);
  },
};
