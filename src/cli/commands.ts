/** The table of commands, in the order of the help. */
import { attack } from './attack.ts';
import { calibrate } from './calibrate.ts';
import type { Command } from './command.ts';
import { completion } from './completion.ts';
import { evaluate } from './evaluate.ts';
import { exportOwn } from './export.ts';
import { forget } from './forget.ts';
import { importList } from './import.ts';
import { init } from './init.ts';
import { list } from './list.ts';
import { outcome } from './outcome.ts';
import { pack } from './pack.ts';
import { practice } from './practice.ts';
import { profile } from './profile.ts';
import { progress } from './progress.ts';
import { report } from './report.ts';
import { resume } from './resume.ts';
import { review } from './review.ts';
import { schema } from './schema.ts';
import { sessions } from './sessions.ts';
import { stories } from './stories.ts';
import { validate } from './validate.ts';

export const COMMANDS: readonly Command[] = [
  practice,
  resume,
  report,
  review,
  progress,
  stories,
  outcome,
  sessions,
  exportOwn,
  forget,
  profile,
  evaluate,
  calibrate,
  attack,
  pack,
  list,
  init,
  importList,
  validate,
  schema,
  completion,
];
