/** From the command line to a command, and from its end, good or bad, to an exit code. */
import { Argument, Command as Commander, CommanderError, Option } from 'commander';
import { EXIT, InputError } from '../model/errors.ts';
import { visible } from '../model/unseen.ts';
import type { Command, CommonOptions } from './command.ts';
import { COMMANDS } from './commands.ts';
import { tellFailure } from './failure.ts';
import { type Io, processIo } from './io.ts';
import { VERSION } from './version.ts';

/** Runs one command line (without `node` and the script) and returns its exit code. Never throws. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let code: number = EXIT.done;
  try {
    const strange = strangeCommand(argv);
    if (strange !== undefined) throw await unknownCommand(strange);
    const program = await programFor(argv, io, result => {
      code = result;
    });
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    // Commander has said what was wrong already; help and version are no failures.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.input;
    return tellFailure(io, error, argv);
  }
}

/** Common options that take a value. */
const VALUED: readonly string[] = ['--content', '--data'];

/** The name that stands for a command, also behind `help`, and is none. Commander shows the help of all for it. */
function strangeCommand(argv: readonly string[]): string | undefined {
  const names = argv.filter((word, at) => !word.startsWith('-') && !VALUED.includes(argv[at - 1] ?? ''));
  const name = names[0] === 'help' ? names[1] : names[0];
  return name === undefined || name === 'help' || COMMANDS.some(it => it.name === name) ? undefined : name;
}

type Finish = (code: number) => void;

/** Of most commands the name is enough; a command line needs those alone whose names are in it. */
async function programFor(argv: readonly string[], io: Io, finish: Finish): Promise<Commander> {
  const program = new Commander('mockloop')
    .description(
      'A mock-interview coach for the terminal. Judges answers on this machine; nothing leaves it unless you ask a model.',
    )
    .version(VERSION, '--version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .showSuggestionAfterError()
    .configureOutput({
      // Commander repeats what was typed, and that may be meant for the terminal.
      writeOut: text => io.stdout.write(visible(text)),
      writeErr: text => io.stderr.write(visible(text)),
      outputError: (text, write) => write(text.replace(/^error: /, 'mockloop: ')),
    })
    .exitOverride();
  for (const { name, summary, load } of COMMANDS) {
    const listed = program.command(name).description(summary).helpOption('-h, --help', 'show this help');
    if (argv.includes(name)) describe(listed, await load(), { program, io, finish });
  }
  withCommonOptions(program)
    .usage('[command] [options]')
    .addArgument(new Argument('[command]').argOptional())
    .addHelpText('after', examplesText(EXAMPLES))
    .action(async (_name: string | undefined, options: CommonOptions) => {
      const { menu } = await import('./menu.ts');
      finish(await menu(io, options, program));
    });
  return program;
}

/** Gives a command its options, examples and action. */
function describe(
  listed: Commander,
  command: Command,
  { program, io, finish }: { program: Commander; io: Io; finish: Finish },
): void {
  command.describe?.(listed);
  withCommonOptions(listed).showHelpAfterError(`See mockloop ${listed.name()} --help.`);
  listed.addHelpText('after', examplesText(command.examples));
  listed.action(async () => {
    // Commander lets the program's defaults win over what the command was given: it was given --no-color here.
    const color =
      listed.opts<CommonOptions>().color !== false && program.opts<CommonOptions>().color !== false;
    const options = { ...listed.optsWithGlobals<CommonOptions>(), color };
    finish(await command.run(io, options, listed.processedArgs as (string | undefined)[], program));
  });
}

const EXAMPLES = [
  'mockloop                                    a menu, in a terminal',
  'mockloop practice amazon-go-backend --round technical-1 --mode coach',
  'mockloop practice amazon-go-backend --answers answers.yaml --out report/',
  'mockloop validate my-bank.yaml',
];

function examplesText(lines: readonly string[]): string {
  return ['', 'Examples:', ...lines.map(line => `  ${line}`)].join('\n');
}

async function unknownCommand(name: string): Promise<InputError> {
  const { nearest } = await import('../content/nearest.ts');
  const near = nearest(
    name,
    COMMANDS.map(it => it.name),
  );
  return new InputError(
    `There is no command "${name}".`,
    near ? `Did you mean "${near}"?` : 'See mockloop --help.',
  );
}

function withCommonOptions(command: Commander): Commander {
  const collect = (value: string, before: string[] | undefined) => [...(before ?? []), value];
  return command
    .addOption(new Option('--content <dir>', 'add or override banks, loops and rubrics').argParser(collect))
    .option('--data <dir>', 'where interviews are kept (or MOCKLOOP_DATA)')
    .option('--json', 'print JSON where a script may read it')
    .option('--no-color', 'no colours (or NO_COLOR)')
    .option('--quiet', 'print results and errors only')
    .option('--debug', 'print causes and stacks of errors');
}

/**
 * Quiet end when the reader of a pipe goes away: what it wanted, it has. Other errors of a stream are told by whoever
 * waits for the write (io.ts); a terminal that is gone (EIO) is no error here: the editor, a menu and a break hear of it
 * too, and keep everything first.
 */
function outliveClosedStreams(io: Io): void {
  for (const stream of [io.stdin, io.stdout, io.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE' && stream === io.stdout) process.exit(EXIT.done);
    });
}

/** A window that changes its size while we are stopped tells the shell: Node is told when we go on, before anybody draws. */
function noticeResizesWhileStopped(): void {
  process.on('SIGCONT', () => process.emit('SIGWINCH', 'SIGWINCH'));
}

const HANGUP = 1;

export async function start(): Promise<void> {
  const io = processIo();
  outliveClosedStreams(io);
  noticeResizesWhileStopped();
  process.exitCode = await main(process.argv.slice(2), io);
  // Node aborts when it cannot reset a terminal that is gone; ended by the signal itself, it does not try.
  if (process.exitCode === 128 + HANGUP && io.stdin.isTTY) {
    process.removeAllListeners('SIGHUP');
    process.kill(process.pid, 'SIGHUP');
  }
}
