/** Menus and short questions by Inquirer, which is loaded when the first one is shown. */
import { PassThrough } from 'node:stream';
import { Interrupted } from '../model/errors.ts';
import type { Screen } from './screen.ts';
import { hear, SIGNAL } from './signals.ts';

export interface Choice<Value> {
  name: string;
  value: Value;
  /** A line shown while the choice is under the cursor. */
  description?: string;
}

const CTRL_D = 0x04;

/** Lets the candidate choose one. Throws Interrupted on Ctrl-C, Ctrl-D, a signal or the end of the input. */
export async function choose<Value>(
  screen: Screen,
  message: string,
  choices: Choice<Value>[],
): Promise<Value> {
  const { default: inquirer } = await import('inquirer');
  const input = standIn(screen);
  const prompt = inquirer.createPromptModule({ input, output: screen.output });
  const numbered = choices.map(({ name, description }, value) => ({
    name,
    value,
    ...(description && { description }),
  }));
  const asking = prompt<{ answer: number }>([
    { type: 'select', name: 'answer', message, choices: numbered, pageSize: 12, loop: false },
  ]);
  const chosen = await guarded(screen, input, asking, () => asking.ui.close());
  return choices[chosen]!.value;
}

/** What Inquirer reads instead of the terminal: it leaves listeners behind, and throws an error of its input at nobody. */
function standIn({ input }: Screen): PassThrough {
  return Object.assign(new PassThrough(), {
    isTTY: input.isTTY,
    setRawMode: (raw: boolean) => input.setRawMode(raw),
  });
}

/**
 * Inquirer hangs on Ctrl-D and at the end of input, is deaf after Ctrl-Z and fg, and leaves the cursor hidden when a
 * signal ends it; this mends all four.
 */
async function guarded(
  screen: Screen,
  fed: PassThrough,
  asking: Promise<{ answer: number }>,
  close: () => void,
): Promise<number> {
  const { input, signals } = screen;
  let signal: number = SIGNAL.interrupt;
  const leave = (number: number) => {
    signal = number;
    close();
  };
  const onData = (chunk: Buffer) => {
    fed.write(chunk);
    if (Buffer.from(chunk).includes(CTRL_D)) leave(SIGNAL.interrupt);
  };
  const onContinue = () => setImmediate(() => fed.resume());
  const hearNothing = hear(screen, onData, leave);
  signals.on('SIGCONT', onContinue);
  // The editor has paused it, and a new listener does not undo that.
  input.resume();
  try {
    return (await asking).answer;
  } catch (error) {
    const name = (error as Error).name;
    if (name === 'ExitPromptError' || name === 'AbortPromptError')
      throw new Interrupted(signal, 'Left at a menu.');
    throw error;
  } finally {
    hearNothing();
    signals.off('SIGCONT', onContinue);
    input.pause();
  }
}
