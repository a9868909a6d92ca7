/** Which interview: from flags, or asked for in a menu; then its plan and its journal. */

import { beginJournal, type Journal } from '../interview/journal.ts';
import type { Opening } from '../interview/openings.ts';
import { loopOfOne, planLoop, roundNamed } from '../interview/plan.ts';
import type { Library, Loop } from '../model/content.ts';
import { InputError } from '../model/errors.ts';
import { findQuestions, namesLike } from '../model/library.ts';
import { counted } from '../model/prose.ts';
import type { InputMode, Mode } from '../model/session.ts';
import { judgeNamed } from '../scoring/judges/table.ts';
import { withTilde } from '../store/folders.ts';
import { dataFolder } from './data-folder.ts';
import type { Io } from './io.ts';
import { didYouMean, loopNamed } from './naming.ts';
import { isPath, libraryFor } from './places.ts';
import { screenFor } from './screen.ts';
import type { Seat } from './seat.ts';
import type { SittingOptions } from './sitting-options.ts';
import { VERSION } from './version.ts';

export interface PracticeOptions extends SittingOptions {
  round?: string;
  question?: string;
  mode?: string;
  scale?: number;
  seed?: number;
  warmup?: boolean;
  selfScore?: boolean;
  dictated?: boolean;
  /** False with --no-profile. */
  profile?: boolean;
}

const MODES: readonly string[] = ['coach', 'real'];

/** What the command line names. */
export interface Named {
  library: Library;
  /** Undefined where it does not say which. */
  loop: Loop | undefined;
  /** Paths of the content that it names. */
  content: string[];
}

/** Looks up all that is named, before it matters who answers. Throws InputError where a name is not known. */
export async function lookUp(io: Io, options: PracticeOptions, name: string | undefined): Promise<Named> {
  judgeNamed(options.judge);
  if (options.mode !== undefined && !MODES.includes(options.mode))
    throw new InputError(`There is no mode "${options.mode}".`, 'Modes: coach, real.');
  if (options.selfScore && options.mode === 'real')
    throw new InputError('In real mode there is no card to score oneself before.', 'Use --mode coach.');
  const path = name !== undefined && isPath(name) ? name : undefined;
  const library = await libraryFor(io, options, path === undefined ? [] : [path]);
  const loop = await loopFor(io, options, library, name, path);
  if (loop && options.round !== undefined) roundNamed(loop, options.round);
  return { library, loop, content: [...(options.content ?? []), ...(path === undefined ? [] : [path])] };
}

/** Settles what is not said, and opens the session. Throws InputError where it cannot be asked. */
export async function openPractice(
  io: Io,
  options: PracticeOptions,
  { library, loop: named, content }: Named,
  seat: Seat,
): Promise<Journal> {
  const { input } = seat;
  const opening = await openingFor(io, options, seat);
  const loop = named ?? (await chooseLoop(io, options, library, input, opening?.profile.level));
  const round = named ? options.round : await roundFor(loop, options, input, io);
  const plan = planLoop(library, loop, {
    mode: await modeFor(options, input, io),
    input: options.dictated && input === 'typed' ? 'dictated' : input,
    scale: options.scale ?? 1,
    // A script must find the same questions every time; a person is glad of new ones.
    seed: options.seed ?? (input === 'scripted' ? 1 : Math.floor(io.random() * 2 ** 32)),
    ...(round !== undefined && { round }),
    ...(options.warmup && { warmUp: true }),
    ...(options.selfScore && { selfScore: true }),
    content: content.map(withTilde),
    ...(opening && { opening }),
  });
  return beginJournal(dataFolder(io, options), plan, VERSION, io.clock.now(), io.processes);
}

/**
 * What rounds may begin with: for a person, for whom one question is not practised as a round is, and for a script
 * where that has an answer to it. Lines on a pipe were written for the questions that there are without.
 */
async function openingFor(io: Io, options: PracticeOptions, { script }: Seat): Promise<Opening | undefined> {
  const isHeard = script ? [...script.keys()].some(it => it.endsWith('/opening')) : io.stdin.isTTY === true;
  if (options.profile === false || options.question !== undefined || !isHeard) return undefined;
  const { profileFor } = await import('./profile-file.ts');
  const profile = await profileFor(io, options);
  return profile && { profile, ...(script && { isAnswered: (ref: string) => script.has(ref) }) };
}

/** The loop that is named, or one of the question that is; undefined where neither is. */
async function loopFor(
  io: Io,
  options: PracticeOptions,
  library: Library,
  name: string | undefined,
  path: string | undefined,
): Promise<Loop | undefined> {
  if (name !== undefined && path === undefined) refuseQuestion(library, name);
  const loop = name !== undefined && path === undefined ? loopNamed(library, name) : undefined;
  if (loop && options.question !== undefined)
    throw new InputError(
      `--question asks one question outside of any loop, and ${loop.id} is a loop.`,
      'Leave out one of the two.',
    );
  if (options.question !== undefined) return loopOfOne(oneQuestion(library, options.question));
  return path === undefined ? loop : loopIn(library, path, io, options);
}

/** Throws InputError where a question stands in the place of a loop. */
function refuseQuestion(library: Library, name: string): void {
  if (library.loops.has(name) || findQuestions(library, name).length === 0) return;
  throw new InputError(
    `There is no loop "${name}": it is a question.`,
    `Like this: mockloop practice --question ${name}`,
  );
}

async function chooseLoop(
  io: Io,
  options: PracticeOptions,
  library: Library,
  input: InputMode,
  level: string | undefined,
): Promise<Loop> {
  const loops = [...library.loops.values()];
  if (input !== 'typed')
    throw new InputError('Which loop?', `Name one: ${loops.map(it => it.id).join(', ')}.`);
  const aimedAt = (loop: Loop) => Number(loop.level === level);
  const choices = loops
    .toSorted((a, b) => aimedAt(b) - aimedAt(a))
    .map(loop => ({
      name: `${loop.title} (${counted(loop.rounds.length, 'round')}, ${minutesOf(loop)} min)`,
      value: loop,
    }));
  return ask(io, options, 'Which loop?', choices);
}

/** The one loop that a path brings, whether it is new or replaces a shipped one. */
async function loopIn(library: Library, path: string, io: Io, options: PracticeOptions): Promise<Loop> {
  const shipped = await libraryFor(io, { ...options, content: [] });
  const brought = [...library.loops.values()].filter(
    loop => JSON.stringify(shipped.loops.get(loop.id)) !== JSON.stringify(loop),
  );
  if (brought.length === 1) return brought[0]!;
  throw new InputError(
    `${path} holds ${brought.length === 0 ? 'no loop' : 'several loops'}.`,
    `Name a loop and add the path with --content ${path}.`,
  );
}

function oneQuestion(library: Library, name: string) {
  const found = findQuestions(library, name);
  if (found.length === 1) return found[0]!;
  if (found.length > 1)
    throw new InputError(
      `"${name}" is in several banks.`,
      `Say which: ${found.map(it => it.ref).join(', ')}.`,
    );
  throw new InputError(
    `There is no question "${name}".`,
    didYouMean(name, namesLike(library, name), 'questions'),
  );
}

/** All rounds (undefined) or one, of a loop that was chosen; where one was named, all of it is meant. */
async function roundFor(
  loop: Loop,
  options: PracticeOptions,
  input: InputMode,
  io: Io,
): Promise<string | undefined> {
  if (options.round !== undefined || input !== 'typed' || loop.rounds.length === 1) return options.round;
  const rounds = loop.rounds.map(it => ({
    name: `${it.title} (${it.minutes} min)`,
    value: it.id as string | undefined,
  }));
  const whole = {
    name: `The whole loop (${minutesOf(loop)} min, can be spread over days)`,
    value: undefined,
  };
  return ask(io, options, 'Which round?', [...rounds, whole]);
}

async function modeFor(options: PracticeOptions, input: InputMode, io: Io): Promise<Mode> {
  if (options.mode !== undefined) return options.mode as Mode;
  if (options.selfScore) return 'coach';
  if (input !== 'typed' || options.question !== undefined) return input === 'scripted' ? 'real' : 'coach';
  return ask<Mode>(io, options, 'How?', [
    { name: 'Coach: feedback after each answer, and another try', value: 'coach' },
    { name: 'Real: no feedback before the end, the clock is hard', value: 'real' },
  ]);
}

async function ask<Value>(
  io: Io,
  options: PracticeOptions,
  message: string,
  choices: { name: string; value: Value }[],
): Promise<Value> {
  const { choose } = await import('../terminal/menus.ts');
  return choose(screenFor(io, options), message, choices);
}

function minutesOf(loop: Loop): number {
  return loop.rounds.reduce((sum, round) => sum + round.minutes, 0);
}
