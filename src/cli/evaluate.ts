import { InvalidArgumentError } from 'commander';
import type { Command } from './command.ts';
import type { EvaluateOptions } from './evaluating.ts';

export const evaluate: Command = {
  name: 'evaluate',
  summary: 'judge many written answers: a result line for each, in their order',
  examples: [
    'mockloop evaluate answers.jsonl > results.jsonl',
    'mockloop evaluate answers.csv --map answer=Reply --out results.csv --out page.html',
    'mockloop evaluate answers/ --fail-under 60 --fail-criterion result=2',
    'mockloop evaluate big.jsonl.gz --out results.jsonl --resume',
    'mockloop evaluate - < part.jsonl > part-results.jsonl',
  ],
  describe(command) {
    command
      .argument('[file...]', 'JSONL, CSV or Markdown, folders of Markdown, or - for standard input (default)')
      .option('--out <file>', 'jsonl, csv, json, md, html or xml (JUnit), by its ending; repeatable', several)
      .option('--from <format>', 'jsonl or csv: what standard input is, or a file whose ending does not tell')
      .option('--map <pairs>', 'keys or columns that bear other names: answer=Reply,question=Item', pairs)
      .option('--jobs <number>', 'threads that judge (default: one for each processor)', jobs)
      .option('--resume', 'go on with an unfinished run, and judge only what changed since a finished one')
      .option('--shard <i/n>', 'only every n-th row, beginning with the i-th', shard)
      .option('--fail-under <score>', 'exit 1 when the mean is lower')
      .option('--fail-any-under <score>', 'exit 1 when any score is lower')
      .option(
        '--fail-criterion <id=level>',
        'exit 1 when any answer is below that level; repeatable',
        several,
      )
      .option('--judge <name>', 'who judges: local (offline)', 'local');
  },
  async run(io, options, args) {
    const { evaluateFiles } = await import('./evaluating.ts');
    const [paths] = args as unknown as [string[]];
    return evaluateFiles(io, options as EvaluateOptions, paths);
  },
};

export function several(value: string, before: string[] = []): string[] {
  return [...before, value];
}

/** Most threads; a machine with more processors divides its rows by --shard. */
const MOST_JOBS = 64;

export function jobs(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= MOST_JOBS) return value;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${MOST_JOBS}.`);
}

function shard(text: string): { index: number; of: number } {
  const [, index, of] = (/^([1-9]\d{0,6})\/([1-9]\d{0,6})$/.exec(text) ?? []).map(Number);
  if (index !== undefined && of !== undefined && index <= of) return { index, of };
  throw new InvalidArgumentError('It must be like 1/4: the first of four shares.');
}

export function pairs(text: string, before: Record<string, string> = {}): Record<string, string> {
  const read = text.split(',').map(pair => /^([a-z0-9]+)=(.+)$/.exec(pair));
  if (read.includes(null)) throw new InvalidArgumentError('It must be like answer=Reply,question=Item.');
  return { ...before, ...Object.fromEntries(read.map(it => [it![1], it![2]])) };
}
