import { EXIT, InputError } from '../model/errors.ts';
import { type Outcome, RESULTS } from '../model/progress.ts';
import { among } from './choice-options.ts';
import type { Command, CommonOptions } from './command.ts';
import { type Io, widthOf, write, writeJson } from './io.ts';

interface OutcomeOptions extends CommonOptions {
  company?: string;
  result?: string;
  date?: string;
  round?: string;
  note?: string;
}

export const outcome: Command = {
  examples: [
    'mockloop outcome                                            list them',
    'mockloop outcome add --company Acme --result next-round --round phone',
    'mockloop outcome add --company Acme --result offer --date 2026-11-20',
  ],
  describe(command) {
    command
      .addArgument(among(command.createArgument('[action]', 'list or add (default: list)'), ['list', 'add']))
      .option('--company <name>', 'of whom, as you call them')
      .addOption(among(command.createOption('--result <result>', RESULTS.join(', ')), RESULTS))
      .option('--date <date>', 'day of the interview (default: today)')
      .option('--round <name>', 'which round it was')
      .option('--note <text>', 'what you want to remember');
  },
  async run(io, common, [action = 'list']) {
    const options = common as OutcomeOptions;
    if (action === 'add') return add(io, options);
    if (action === 'list') return list(io, options);
    throw new InputError(`Outcomes have no "${action}".`, 'There are: list, add.');
  },
};

async function add(io: Io, options: OutcomeOptions): Promise<number> {
  const { dataFolder } = await import('./data-folder.ts');
  const { zoneOf } = await import('./places.ts');
  const { checkDay, dayOf } = await import('../progress/days.ts');
  const { decide } = await import('../progress/decisions.ts');
  const today = dayOf(io.clock.now(), zoneOf(io));
  const { company, date = today, round = '', note = '' } = options;
  const result = RESULTS.find(it => it === options.result);
  if (!company?.trim()) throw new InputError('Whose interview was it?', 'Give --company NAME.');
  if (!result) throw new InputError('How did it go?', `Give --result: ${RESULTS.join(', ')}.`);
  checkDay(date);
  if (date > today)
    throw new InputError(
      `${date} is after today, ${today}.`,
      'Record an interview when it was held; mockloop progress --interview-on plans up to one.',
    );
  const told: Outcome = { date, company, round, result, note };
  decide(dataFolder(io, options), { at: io.clock.now(), type: 'outcome', outcome: told });
  if (!options.quiet) await write(io.stderr, 'Kept. `mockloop progress` sets your practice beside it.\n');
  return EXIT.done;
}

async function list(io: Io, options: OutcomeOptions): Promise<number> {
  const { refuseIdle } = await import('./idle.ts');
  refuseIdle(
    options,
    ['company', 'result', 'date', 'round', 'note'],
    'add',
    'Like this: mockloop outcome add --company NAME --result offer.',
  );
  const { dataFolder } = await import('./data-folder.ts');
  const { decided, readDecisions } = await import('../progress/decisions.ts');
  const { table } = await import('../terminal/table.ts');
  const { decisions, skipped } = readDecisions(dataFolder(io, options));
  if (skipped.length > 0) await (await import('./remembering.ts')).tellSkipped(io, skipped);
  const { outcomes } = decided(decisions);
  if (options.json) await writeJson(io, outcomes);
  else if (outcomes.length === 0)
    await write(io.stderr, 'No outcome yet: mockloop outcome add --company NAME --result offer\n');
  else
    await write(
      io.stdout,
      table(
        outcomes.map(it => [it.date, it.company, it.round, it.result, it.note.replaceAll('\n', ' ')]),
        widthOf(io.stdout),
      ),
    );
  return EXIT.done;
}
