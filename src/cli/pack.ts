import { InvalidArgumentError } from 'commander';
import { InputError } from '../model/errors.ts';
import { several } from './batch-options.ts';
import { among } from './choice-options.ts';
import type { Command } from './command.ts';
import { whole } from './numbers.ts';
import { CHOOSING, type PackOptions } from './pack-options.ts';

const ACTIONS = ['build', 'check', 'debrief'] as const;

/** What only a build minds. */
const OF_BUILD = [
  'loop',
  ...CHOOSING,
  'exclude',
  'variants',
  'seed',
  'id',
  'title',
  'company',
  'logo',
  'date',
] as const satisfies readonly (keyof PackOptions)[];

export const pack: Command = {
  examples: [
    'mockloop pack build --out pack --minutes 60 --level L5 --banks coding,hr',
    'mockloop pack build --out pack --loop lunch --company Example --logo logo.png',
    'mockloop pack build --out forms --minutes 45 --variants 3 --exclude last-year/',
    'mockloop pack check pack',
    'mockloop pack debrief pack scorecards/*.csv --out debrief.html',
    'mockloop practice pack/',
  ],
  describe(command) {
    command
      .addArgument(among(command.createArgument('<action>', ACTIONS.join(', ')), ACTIONS))
      .argument('[path...]', 'check: a pack; debrief: a pack, then filled scorecards (CSV)')
      .option(
        '--out <path>',
        'build: the folder to make; debrief: a file, .md, .html or .json; repeatable',
        several,
      )
      .option('--loop <id>', 'build: the rounds of a loop, what it leaves to chance drawn')
      .option('--minutes <n>', 'build: of the whole interview, instead of --loop', positive)
      .option('--level <level>', 'build: only questions for this level')
      .option('--competencies <names>', 'build: what must be covered, with commas', names)
      .option('--principles <names>', 'build: likewise', names)
      .option('--banks <names>', 'build: only from these banks', names)
      .option('--types <names>', 'build: only questions of these types', names)
      .option('--difficulty <easiest,hardest>', 'build: only from 1 to 5, like 2,4', difficulty)
      .option(
        '--closing <minutes>',
        "build: for the candidate's own questions (default: 5 from half an hour on)",
        minutes,
      )
      .option(
        '--exclude <path>',
        'build: what was used before: a pack, a folder of packs, a list; repeatable',
        several,
      )
      .option('--variants <n>', 'build: so many equal forms, each a pack of its own', whole(1, 20))
      .option('--seed <n>', 'build: another seed chooses other questions (default: 1)', whole(0, 999_999_999))
      .option('--partial', 'build: do with less than was asked for, and say so in the pack')
      .option('--id <id>', 'build: the name of the pack and its loop (default: practice-pack)')
      .option('--title <text>', 'build: the heading')
      .option('--company <name>', 'build: put on both copies')
      .option('--logo <file>', 'build: a PNG, JPEG or SVG, put on both copies')
      .option('--date <text>', 'build: put on both copies; without it there is no date in a pack');
  },
  async run(io, common, args) {
    const [name, paths] = args as unknown as [string, string[]];
    const options = common as PackOptions;
    const { refuseIdle } = await import('./idle.ts');
    const action = ACTIONS.find(it => it === name);
    if (action === 'check' || action === 'debrief') refuseIdle(options, OF_BUILD, 'build', 'Leave it out.');
    if (action === 'check') refuseIdle(options, ['out'], 'build and debrief', 'Leave it out.');
    switch (action) {
      case 'build':
        return (await import('./pack-build.ts')).build(io, options, paths);
      case 'check':
        return (await import('./pack-check.ts')).check(io, options, paths);
      case 'debrief':
        return (await import('./pack-debrief.ts')).debrief(io, options, paths);
      default:
        throw new InputError(`A pack has no "${name}".`, `There are: ${ACTIONS.join(', ')}.`);
    }
  },
};

/** Sorted: in another order they ask for the same. */
function names(text: string): string[] {
  const list = text.split(',').map(it => it.trim());
  if (list.every(it => it !== '')) return [...new Set(list)].sort();
  throw new InvalidArgumentError('It must be names with commas between them.');
}

function positive(text: string): number {
  const value = minutes(text);
  if (value > 0) return value;
  throw new InvalidArgumentError('It must be minutes, more than 0.');
}

function minutes(text: string): number {
  const value = /^\d{1,3}(?:\.\d)?$/.test(text) ? Number(text) : Number.NaN;
  if (value <= 600) return value;
  throw new InvalidArgumentError('It must be minutes, from 0 to 600.');
}

function difficulty(text: string): [number, number] {
  const [, easiest, hardest] = (/^([1-5]),([1-5])$/.exec(text) ?? []).map(Number);
  if (easiest !== undefined && hardest !== undefined && easiest <= hardest) return [easiest, hardest];
  throw new InvalidArgumentError('It must be the easiest and the hardest, like 2,4.');
}
