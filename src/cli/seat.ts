/** Who sits an interview, and how their answers come in. */
import type { Candidate } from '../interview/candidate.ts';
import { InputError } from '../model/errors.ts';
import type { InputMode, Plan, Script } from '../model/session.ts';
import { type Io, isInteractive, write } from './io.ts';
import { asksModel, type SittingOptions } from './sitting-options.ts';

/** How answers will come in, and the script where they come from one. */
export interface Seat {
  input: InputMode;
  script?: Script;
}

/**
 * Who will answer; settled before a session is opened, so that a broken script or a model without a key leaves none behind.
 * Throws InputError, naming the flag to use, when nobody can be asked, or the model cannot, and ContentError for a script
 * that cannot be used.
 */
export async function seatFor(io: Io, options: SittingOptions): Promise<Seat> {
  if (asksModel(options)) await (await import('./model.ts')).checkModel(io, options);
  if (options.answers !== undefined) {
    const { readScript } = await import('../content/files.ts');
    return { input: 'scripted', script: await readScript(options.answers) };
  }
  if (options.input === false)
    throw new InputError(
      'An interview needs answers, but --no-input forbids asking.',
      'Give --answers FILE, or leave out --no-input.',
    );
  if (options.plain) return { input: 'plain' };
  if (isInteractive(io)) return { input: 'typed' };
  throw nobodyToAsk(whyNobody(io));
}

function whyNobody({ env, stdin, stdout }: Io): string {
  if (env.CI) return 'CI is set';
  if (stdin.isTTY && stdout.isTTY) return `the terminal "${env.TERM}" can draw nothing`;
  return stdin.isTTY ? 'the output is not a terminal' : 'there is no terminal to ask';
}

function nobodyToAsk(why: string): InputError {
  return new InputError(
    `An interview needs answers, but ${why}.`,
    'Give --answers FILE, or --plain to read answers from the input.',
  );
}

/** The candidate of a seat. `advance` moves the virtual clock of a script on; `folder` is the session's. */
export async function candidateFor(
  io: Io,
  options: SittingOptions,
  plan: Plan,
  { input, script }: Seat,
  advance: (seconds: number) => void,
  folder: string,
): Promise<Candidate> {
  if (script) {
    const { scriptedCandidate, resolved } = await import('../interview/scripted.ts');
    const { script: meant, strange } = resolved(plan, script);
    if (strange.length > 0 && !options.quiet)
      await write(io.stderr, `Not asked in this interview, so not used: ${strange.join(', ')}\n`);
    return scriptedCandidate({ script: meant, scale: plan.scale, advance });
  }
  const { screenFor } = await import('./screen.ts');
  const { cardRows, checklistRows } = await import('../reports/card.ts');
  const coach = { card: cardRows, checklist: checklistRows };
  const screen = screenFor(io, options);
  const { workshopFor } = await import('./workshop.ts');
  const workshop = await workshopFor(io, plan, folder);
  if (input === 'plain')
    return (await import('../terminal/plain.ts')).plainCandidate(screen, plan.mode, coach, workshop);
  return (await import('../terminal/interviewer.ts')).interviewer(screen, plan.mode, coach, workshop);
}
