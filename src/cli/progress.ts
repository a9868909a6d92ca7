import { among } from './choice-options.ts';
import type { Command } from './command.ts';
import { describeJudge } from './model-options.ts';
import { whole } from './numbers.ts';
import type { ProgressOptions } from './progressing.ts';

export const progress: Command = {
  examples: [
    'mockloop progress                by competency, principle, part and kind',
    'mockloop progress --level L5 --format html --out progress.html',
    'mockloop progress --interview-on 2027-01-15 --minutes-a-day 30 --ics plan.ics',
    'mockloop progress --judge llm    as far as a model was paid for it',
    'mockloop progress --json',
  ],
  describe(command) {
    command
      .option('--level <level>', 'the level whose bar to set beside the scores; default: of your last loop')
      .addOption(
        among(command.createOption('--format <format>', 'text, html or json'), ['text', 'html', 'json']),
      )
      .option('--out <file>', 'write it to a file')
      .option('--interview-on <date>', 'plan the days up to an interview, such as 2027-01-15')
      .option('--minutes-a-day <number>', 'how long you practise a day (default: 30)', whole(1, 720))
      .option('--ics <file>', 'write the plan as a calendar file too');
    describeJudge(command);
  },
  async run(io, options) {
    const { refuseIdle } = await import('./idle.ts');
    if ((options as ProgressOptions).interviewOn === undefined)
      refuseIdle(options as ProgressOptions, ['minutesADay'], 'a plan', 'Add --interview-on DATE.');
    const { progressing } = await import('./progressing.ts');
    return progressing(io, options as ProgressOptions);
  },
};
