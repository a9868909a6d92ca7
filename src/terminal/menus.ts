/** Menus and short questions by Inquirer, which is loaded when the first one is shown. */
import { Interrupted } from '../model/errors.ts';
import type { Screen } from './screen.ts';

export interface Choice<Value> {
  name: string;
  value: Value;
  /** A line shown while the choice is under the cursor. */
  description?: string;
}

const CTRL_D = 0x04;
const SIGINT = 2;

/** Lets the candidate choose one. Throws Interrupted on Ctrl-C, Ctrl-D or the end of the input. */
export async function choose<Value>(
  screen: Screen,
  message: string,
  choices: Choice<Value>[],
): Promise<Value> {
  const { default: inquirer } = await import('inquirer');
  const prompt = inquirer.createPromptModule({ input: screen.input, output: screen.output });
  const numbered = choices.map(({ name, description }, value) => ({
    name,
    value,
    ...(description && { description }),
  }));
  const asking = prompt<{ answer: number }>([
    { type: 'select', name: 'answer', message, choices: numbered, pageSize: 12, loop: false },
  ]);
  const chosen = await guarded(screen, asking, () => asking.ui.close());
  return choices[chosen]!.value;
}

/** Inquirer hangs on Ctrl-D and at the end of input, and is deaf after Ctrl-Z and fg; this mends all three. */
async function guarded(
  screen: Screen,
  asking: Promise<{ answer: number }>,
  close: () => void,
): Promise<number> {
  const onData = (chunk: Buffer | string) => {
    if (Buffer.from(chunk).includes(CTRL_D)) close();
  };
  const onContinue = () => setImmediate(() => screen.input.resume());
  screen.input.on('data', onData);
  screen.input.on('end', close);
  screen.signals.on('SIGCONT', onContinue);
  try {
    return (await asking).answer;
  } catch (error) {
    const name = (error as Error).name;
    if (name === 'ExitPromptError' || name === 'AbortPromptError')
      throw new Interrupted(SIGINT, 'Left at a menu.');
    throw error;
  } finally {
    screen.input.off('data', onData);
    screen.input.off('end', close);
    screen.signals.off('SIGCONT', onContinue);
    screen.input.pause();
  }
}
