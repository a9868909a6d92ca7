/** Menus and short questions by Inquirer, which is loaded when the first one is shown. */
import { PassThrough } from 'node:stream';
import { Interrupted } from '../model/errors.ts';
import { begin } from './begin.ts';
import type { Screen } from './screen.ts';
import { CTRL, hear, onStop, SIGNAL, stopped } from './signals.ts';

export interface Choice<Value> {
  name: string;
  value: Value;
  /** A line shown while the choice is under the cursor. */
  description?: string;
}

/** The menu was taken down because the process stopped, and is to be shown again. */
const STOPPED = Symbol('stopped');

/**
 * Lets the candidate choose one; one alone is confirmed with Enter, without Inquirer. Throws Interrupted on Ctrl-C,
 * Ctrl-D, a signal or the end of the input.
 */
export async function choose<Value>(
  screen: Screen,
  message: string,
  choices: Choice<Value>[],
): Promise<Value> {
  const [only] = choices;
  if (only && choices.length === 1) {
    await begin(screen, message, only.name);
    return only.value;
  }
  const { default: inquirer } = await import('inquirer');
  const numbered = choices.map(({ name, description }, value) => ({
    name,
    value,
    ...(description && { description }),
  }));
  for (;;) {
    const input = standIn(screen);
    const prompt = inquirer.createPromptModule({ input, output: screen.output });
    const asking = prompt<{ answer: number }>([
      { type: 'select', name: 'answer', message, choices: numbered, pageSize: 12, loop: false },
    ]);
    const chosen = await guarded(screen, input, asking, () => asking.ui.close());
    if (chosen !== STOPPED) return choices[chosen]!.value;
  }
}

/** What Inquirer reads instead of the terminal: it leaves listeners behind, and throws an error of its input at nobody. */
function standIn({ input }: Screen): PassThrough {
  return Object.assign(new PassThrough(), {
    isTTY: input.isTTY,
    setRawMode: (raw: boolean) => input.setRawMode(raw),
  });
}

/**
 * Inquirer hangs on Ctrl-D and at the end of input, is deaf and blind after Ctrl-Z and fg and draws over what the shell
 * said, and leaves the cursor hidden when a signal ends it; this mends all of it.
 */
async function guarded(
  screen: Screen,
  fed: PassThrough,
  asking: Promise<{ answer: number }>,
  close: () => void,
): Promise<number | typeof STOPPED> {
  const { input, signals } = screen;
  let left: number | undefined;
  let stop: 'asked' | 'over' | undefined;
  const leave = (signal: number) => {
    left = signal;
    close();
  };
  const takeDown = (why: 'asked' | 'over') => {
    stop ??= why;
    close();
  };
  const onData = (chunk: Buffer) => {
    const bytes = Buffer.from(chunk);
    if (bytes.includes(CTRL.z)) return takeDown('asked');
    fed.write(bytes);
    if (bytes.includes(CTRL.d)) leave(SIGNAL.interrupt);
  };
  const hearNothing = hear(screen, onData, leave);
  const hearNoStops = onStop(
    signals,
    () => takeDown('asked'),
    () => takeDown('over'),
  );
  // The editor has paused it, and a new listener does not undo that.
  input.resume();
  try {
    return (await asking).answer;
  } catch (error) {
    const name = (error as Error).name;
    if (name !== 'ExitPromptError' && name !== 'AbortPromptError') throw error;
    if (stop === 'asked') await stopped(signals);
    if (stop !== undefined && left === undefined) return STOPPED;
    throw new Interrupted(left ?? SIGNAL.interrupt, 'Left at a menu.');
  } finally {
    hearNothing();
    hearNoStops();
    input.pause();
  }
}
