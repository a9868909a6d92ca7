import { InvalidArgumentError } from 'commander';
import { decimalOf } from '../model/decimal.ts';
import { describeBatch, several } from './batch-options.ts';
import type { CalibrateOptions } from './calibrating.ts';
import type { Command } from './command.ts';

export const calibrate: Command = {
  examples: [
    'mockloop calibrate graded.jsonl --range 0,5',
    'mockloop calibrate graded.csv --map human=Grade --out calibration.html',
    'mockloop calibrate graded.jsonl --fail-under 0.6 --json',
    'mockloop calibrate graded.jsonl --fit',
  ],
  describe(command) {
    command
      .argument('[file...]', 'rows as for evaluate, with "human" (a number), perhaps "human2" and "group"')
      .option('--range <min,max>', 'lowest and highest possible grade (default: those that occur)', range)
      .option(
        '--fail-under <kappa>',
        'exit 1 when kappa is lower, 3 when the rows are too few to tell',
        kappa,
      )
      .option('--fit', 'propose cuts between the levels, and try them on other questions')
      .option('--out <file>', 'also write it as txt, json, md or html, by its ending; repeatable', several);
    describeBatch(command);
  },
  async run(io, options, args) {
    const { calibrateFiles } = await import('./calibrating.ts');
    const [paths] = args as unknown as [string[]];
    return calibrateFiles(io, options as CalibrateOptions, paths);
  },
};

function range(text: string): [number, number] {
  const [least, most, ...more] = text.split(',').map(decimalOf);
  if (least !== undefined && most !== undefined && least < most && more.length === 0) return [least, most];
  throw new InvalidArgumentError('It must be the lowest and the highest grade, like 0,5.');
}

function kappa(text: string): number {
  const value = decimalOf(text);
  if (value >= -1 && value <= 1) return value;
  throw new InvalidArgumentError('It must be a kappa from -1 to 1, like 0.6.');
}
