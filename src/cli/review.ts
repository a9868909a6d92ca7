import { among } from './choice-options.ts';
import type { Command } from './command.ts';
import { amount, whole } from './numbers.ts';
import type { ReviewOptions } from './reviewing.ts';
import { describeSitting, modeOption } from './sitting-options.ts';

/** Questions of a review, unless told otherwise. */
export const LIMIT = 5;

export const review: Command = {
  examples: [
    'mockloop review                       what is due, at most five questions',
    'mockloop review --list                every card, and when it is due',
    'mockloop review --competency concurrency --limit 2',
    'mockloop review --drill ninety-seconds',
    'mockloop review --drill part --part action',
    'mockloop review --export cards.json   to take along; --import takes it over',
    'mockloop review --export anki.txt',
    'mockloop review --suspend leadership/mistake-of-yours',
  ],
  describe(command) {
    command
      .option('--limit <number>', 'at most so many questions', whole(1, 100), LIMIT)
      .option('--competency <name>', 'only questions of this competency')
      .option('--list', 'show the schedule; nothing is asked')
      .addOption(
        among(
          command.createOption('--drill <name>', 'ninety-seconds, result-only, follow-ups, part or newcomer'),
          ['ninety-seconds', 'result-only', 'follow-ups', 'part', 'newcomer'],
        ),
      )
      .option('--part <criterion>', 'the part of --drill part; default: your weakest')
      .option('--suspend <card>', 'ask it no more, until --unsuspend')
      .option('--unsuspend <card>', 'ask a suspended card again')
      .option('--reset <card>', 'forget how a card went: it begins with the next answer')
      .option('--export <file>', 'write all cards: .json for --import, .txt or .csv for Anki')
      .option('--force', 'of --export: replace the file')
      .option('--import <file>', 'take over what a .json of --export knows and is not known here')
      .addOption(modeOption(command))
      .option('--scale <factor>', 'shorten or stretch every clock', amount(100));
    describeSitting(command);
  },
  async run(io, options) {
    const { refuseIdle } = await import('./idle.ts');
    if ((options as ReviewOptions).export === undefined)
      refuseIdle(options as ReviewOptions, ['force'], '--export', 'Add --export FILE.');
    const { reviewing } = await import('./reviewing.ts');
    return reviewing(io, options as ReviewOptions);
  },
};
