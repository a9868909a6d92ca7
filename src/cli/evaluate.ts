import { InvalidArgumentError } from 'commander';
import { describeBatch, several } from './batch-options.ts';
import type { Command } from './command.ts';
import type { EvaluateOptions } from './evaluating.ts';

export const evaluate: Command = {
  examples: [
    'mockloop evaluate answers.jsonl > results.jsonl',
    'mockloop evaluate answers.csv --map answer=Reply --out page.html',
    'mockloop evaluate answers/ --fail-under 60 --fail-criterion result=2',
    'mockloop evaluate big.jsonl.gz --out results.jsonl --resume',
    'mockloop evaluate - < part.jsonl > part-results.jsonl',
  ],
  describe(command) {
    command
      .argument('[file...]', 'JSONL, CSV or Markdown, folders of Markdown, or - for standard input (default)')
      .option('--out <file>', 'jsonl, csv, json, md, html or xml (JUnit), by its ending; repeatable', several)
      .option('--resume', 'go on with an unfinished run, and judge only what changed since a finished one')
      .option('--shard <i/n>', 'only every n-th row, beginning with the i-th', shard)
      .option('--fail-under <score>', 'exit 1 when the mean is lower')
      .option('--fail-any-under <score>', 'exit 1 when any score is lower')
      .option(
        '--fail-criterion <id=level>',
        'exit 1 when any answer is below that level; repeatable',
        several,
      );
    describeBatch(command);
  },
  async run(io, options, args) {
    const { evaluateFiles } = await import('./evaluating.ts');
    const [paths] = args as unknown as [string[]];
    return evaluateFiles(io, options as EvaluateOptions, paths);
  },
};

function shard(text: string): { index: number; of: number } {
  const [, index, of] = (/^([1-9]\d{0,6})\/([1-9]\d{0,6})$/.exec(text) ?? []).map(Number);
  if (index !== undefined && of !== undefined && index <= of) return { index, of };
  throw new InvalidArgumentError('It must be like 1/4: the first of four shares.');
}
