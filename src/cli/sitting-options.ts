/** The options of practice and resume; apart from what they lead to, so that --help loads none of it. */
import type { Command as Commander, Option } from 'commander';
import { judgeNamed } from '../scoring/judges/table.ts';
import { among } from './choice-options.ts';
import { describeJudge, type ModelOptions } from './model-options.ts';

/** The options that say who answers. */
export interface SeatOptions extends ModelOptions {
  answers?: string;
  plain?: boolean;
  /** False with --no-input. */
  input?: boolean;
  inline?: boolean;
  say?: boolean;
}

export interface SittingOptions extends SeatOptions {
  interviewer?: 'local' | 'llm';
  out?: string;
}

/** Whether a language model has a part in it. */
export const asksModel = ({ judge, interviewer }: SittingOptions): boolean =>
  interviewer === 'llm' || judgeNamed(judge).paid;

/** Whether there is feedback in between. */
export function modeOption(command: Commander): Option {
  const option = command.createOption(
    '--mode <mode>',
    'coach: feedback after each answer; real: none before the end (default: coach, but real with --answers; practice asks in a menu where it can)',
  );
  return among(option, ['coach', 'real']);
}

/** The options that practice and resume share. */
export function describeSitting(command: Commander): void {
  command
    .option('--answers <file>', 'answer from a YAML or JSON file, without a terminal; nothing waits')
    .option('--plain', 'read answers as lines from the input; a line with only . ends one')
    .option('--no-input', 'never ask anything; fail where an answer is missing')
    .option('--inline', 'edit below the question instead of on a screen of its own (for screen readers)')
    .option('--say', 'read the questions aloud where the system can (say, espeak-ng, spd-say)')
    .option('--out <dir>', 'write report.md and report.json there');
  command.addOption(
    command
      .createOption(
        '--interviewer <name>',
        'who words what is asked further: local, or a language model (llm)',
      )
      .choices(['local', 'llm'])
      .default('local'),
  );
  describeJudge(command);
}
