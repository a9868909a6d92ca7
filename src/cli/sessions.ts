import { EXIT, InputError } from '../model/errors.ts';
import { counted } from '../model/prose.ts';
import type { Command } from './command.ts';
import { type Io, widthOf, write, writeJson } from './io.ts';
import { describeJudge, type ModelOptions } from './model-options.ts';

interface SessionsOptions extends ModelOptions {
  /** True without names. */
  rebuild?: true | string[];
  export?: string;
  forget?: string;
  yes?: boolean;
  out?: string;
  force?: boolean;
}

export const sessions: Command = {
  examples: [
    'mockloop sessions',
    'mockloop sessions --export 2026-11-24-1323-amazon-go-backend --out mine.jsonl',
    'mockloop sessions --rebuild              after an update, or with --judge llm',
    'mockloop sessions --forget 2026-11-24-1323-amazon-go-backend',
  ],
  describe(command) {
    command
      .option('--export <session>', 'print its journal: the plan, every answer, every time')
      .option('--out <file>', 'write the export to a file')
      .option('--force', 'of --export: replace the file of --out')
      .option('--forget <session>', 'delete its folder for good')
      .option('--yes', 'of --forget: without being asked; needed where nobody can be')
      .option('--rebuild [session...]', "judge again by today's rubrics: the named ones, or all");
    describeJudge(command);
  },
  async run(io, common) {
    const options = common as SessionsOptions;
    await checkAsked(options);
    if (options.export !== undefined) {
      const { exportSession, refuseThere } = await import('./exporting.ts');
      if (options.out !== undefined && !options.force) refuseThere(options.out);
      return exportSession(io, options, options.export, options.out);
    }
    if (options.forget !== undefined) {
      const { forgetSession } = await import('./forgetting.ts');
      return forgetSession(io, options, options.forget);
    }
    if (options.rebuild !== undefined) {
      const { rebuild } = await import('./rebuilding.ts');
      return rebuild(io, options, options.rebuild === true ? [] : options.rebuild);
    }
    return listSessions(io, options);
  },
};

/** Throws InputError where two things are asked for at once, and for what is of another than that which is. */
async function checkAsked(options: SessionsOptions): Promise<void> {
  const { refuseIdle } = await import('./idle.ts');
  const asked = ACTIONS.filter(it => options[it] !== undefined);
  if (asked.length > 1) {
    const [one, other] = asked;
    throw new InputError(`--${one} and --${other} are two things to do.`, 'Give the command once for each.');
  }
  const [action] = asked;
  if (action !== 'export') refuseIdle(options, ['out', 'force'], '--export', 'Add --export SESSION.');
  if (action !== 'forget') refuseIdle(options, ['yes'], '--forget', 'Add --forget SESSION.');
  if (action !== 'rebuild' && options.judge !== 'local')
    refuseIdle(options, ['judge'], '--rebuild', 'Add --rebuild.');
}

const ACTIONS = ['export', 'forget', 'rebuild'] as const;

async function listSessions(io: Io, options: SessionsOptions): Promise<number> {
  const { dataFolder } = await import('./data-folder.ts');
  const { sessionLines } = await import('./kept.ts');
  const lines = sessionLines(dataFolder(io, options));
  if (options.json) await writeJson(io, lines);
  else if (lines.length === 0)
    await write(io.stderr, 'No interview yet. Begin one with `mockloop practice`.\n');
  else {
    const { table } = await import('../terminal/table.ts');
    const rows = lines.map(it => [it.id, it.mode, counted(it.answers, 'answer'), it.state]);
    await write(io.stdout, table(rows, widthOf(io.stdout)));
  }
  return EXIT.done;
}
