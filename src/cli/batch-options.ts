/** Options of the commands that read many answers, and how their values are read. */
import { type Command as Commander, InvalidArgumentError } from 'commander';
import { describeJudge, type ModelOptions } from './model-options.ts';
import { whole } from './numbers.ts';

export interface BatchOptions extends ModelOptions {
  from?: 'jsonl' | 'csv';
  map?: Record<string, string>;
  jobs?: number;
  /** Only tell what a model would be asked, and what that may cost. */
  dryRun?: boolean;
  /** Ask a model through batches of its server. */
  batchApi?: boolean;
}

/** Adds them behind those of the command itself. */
export function describeBatch(command: Commander): void {
  command
    .addOption(
      command
        .createOption('--from <format>', 'what standard input is, or a file whose ending does not tell')
        .choices(['jsonl', 'csv']),
    )
    .option('--map <pairs>', 'keys or columns that bear other names: answer=Reply,question=Item', pairs)
    .option(
      '--jobs <number>',
      'threads that judge locally (default: one for each 4 MB, at most one for each processor)',
      whole(1, MOST_JOBS),
    );
  describeJudge(command);
  command
    .option('--dry-run', 'llm: send nothing; tell how many calls and tokens it would take')
    .option(
      '--batch-api',
      'llm: hand all calls in as batches (half price, up to a day), wait, and go on after Ctrl-C',
    );
}

/** An option that may be given several times. */
export function several(value: string, before: string[] = []): string[] {
  return [...before, value];
}

/** Most threads; a machine with more processors divides its rows by --shard. */
const MOST_JOBS = 64;

function pairs(text: string, before: Record<string, string> = {}): Record<string, string> {
  const read = text.split(',').map(pair => /^([a-z0-9]+)=(.+)$/.exec(pair));
  if (read.includes(null)) throw new InvalidArgumentError('It must be like answer=Reply,question=Item.');
  const mapping: Record<string, string> = { ...before };
  for (const [, key, name] of read as RegExpExecArray[]) {
    if (Object.hasOwn(mapping, key!)) throw new InvalidArgumentError(`It names ${key} twice.`);
    mapping[key!] = name!;
  }
  return mapping;
}
