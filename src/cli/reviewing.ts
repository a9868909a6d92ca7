/** Review: what is due, held as one round; the schedule shown; cards suspended and reset. */
import { checkKnown } from '../content/known.ts';
import { nearest } from '../content/nearest.ts';
import { beginJournal } from '../interview/journal.ts';
import { planLoop } from '../interview/plan.ts';
import type { Library } from '../model/content.ts';
import { EXIT, InputError } from '../model/errors.ts';
import { LEVEL_NAMES } from '../model/level.ts';
import { allShelved, type Shelved } from '../model/library.ts';
import type { Attempt, Card } from '../model/progress.ts';
import type { Mode } from '../model/session.ts';
import { visible } from '../model/unseen.ts';
import { type Agenda, agendaFor, loopOf } from '../progress/agenda.ts';
import { decide } from '../progress/decisions.ts';
import { drilled, partsFor, suits } from '../progress/drill.ts';
import { cardsFrom, dueOn } from '../progress/schedule.ts';
import { withTilde } from '../store/folders.ts';
import { type Io, widthOf, write, writeJson } from './io.ts';
import { makeReportFolder } from './places.ts';
import { type Remembered, remembered } from './remembering.ts';
import { type Seat, seatFor } from './seat.ts';
import type { SittingOptions } from './sitting-options.ts';
import { VERSION } from './version.ts';

export interface ReviewOptions extends SittingOptions {
  limit: number;
  competency?: string;
  list?: boolean;
  drill?: string;
  part?: string;
  suspend?: string;
  unsuspend?: string;
  reset?: string;
  export?: string;
  force?: boolean;
  import?: string;
  mode?: string;
  scale?: number;
}

export async function reviewing(io: Io, options: ReviewOptions): Promise<number> {
  const known = await remembered(io, options);
  const cards = cardsFrom(known.history.attempts, known.decided, known.today, known.zone);
  for (const [option, type] of ACTIONS) {
    const card = options[option];
    if (card !== undefined) return changeCard(io, options, known.data, cards, card, type);
  }
  if (options.export !== undefined) {
    const { refuseThere } = await import('./exporting.ts');
    if (!options.force) refuseThere(options.export);
    const { exportCards } = await import('./review-files.ts');
    return exportCards(io, options, known, cards, options.export);
  }
  if (options.import !== undefined) {
    const { importCards } = await import('./review-files.ts');
    return importCards(io, options, known, options.import);
  }
  if (options.list) return listCards(io, options, cards, known.today);
  return hold(io, options, known, cards);
}

const ACTIONS = [
  ['suspend', 'suspended'],
  ['unsuspend', 'unsuspended'],
  ['reset', 'reset'],
] as const;

async function changeCard(
  io: Io,
  options: ReviewOptions,
  data: string,
  cards: readonly Card[],
  name: string,
  type: (typeof ACTIONS)[number][1],
): Promise<number> {
  const ids = cards.map(it => it.id);
  if (!ids.includes(name)) {
    const close = nearest(name, ids);
    throw new InputError(
      `There is no card "${name}".`,
      close ? `Did you mean "${close}"?` : 'See `mockloop review --list` for those there are.',
    );
  }
  decide(data, { at: io.clock.now(), type, card: name });
  if (!options.quiet) await write(io.stderr, `${name} is ${type}.\n`);
  return EXIT.done;
}

async function listCards(
  io: Io,
  options: ReviewOptions,
  cards: readonly Card[],
  today: string,
): Promise<number> {
  if (options.json) await writeJson(io, cards);
  else if (cards.length === 0) await write(io.stderr, NO_CARDS);
  else {
    const { table } = await import('../terminal/table.ts');
    await write(
      io.stdout,
      table(
        cards.map(it => cells(it, today)),
        widthOf(io.stdout),
      ),
    );
  }
  return EXIT.done;
}

const NO_CARDS = 'No card yet: each question that you answer in `mockloop practice` becomes one.\n';

function cells({ id, due, recall, level, suspended }: Card, today: string): string[] {
  const when = suspended ? 'suspended' : due <= today ? 'due' : due;
  return [id, when, `recall ${Math.round(100 * recall)} %`, `last ${LEVEL_NAMES[level]}`];
}

async function hold(io: Io, options: ReviewOptions, known: Remembered, cards: Card[]): Promise<number> {
  const { library } = known;
  const { attempts } = known.history;
  const due = dueOn(cards, known.today);
  if (options.competency !== undefined)
    checkKnown('competency', [options.competency], competenciesIn(library));
  const drill = drillOf(options, known, due);
  const agenda = agendaFor(due, library, attempts, {
    ...options,
    fits: askable(known, drill),
  });
  if (!options.quiet) await tellWithout(io, agenda);
  if (agenda.items.length === 0) return nothingDue(io, options, cards, known.today);
  const seat = await seatFor(io, options);
  makeReportFolder(options);
  const plan = planLoop(library, loopOf(agenda.items, known.history.level), {
    mode: modeFor(options, seat),
    input: seat.input,
    scale: options.scale ?? 1,
    seed: 1,
    content: (options.content ?? []).map(withTilde),
  });
  const held = drill ? drilled(plan, drill.name, drill.part) : plan;
  const journal = beginJournal(known.data, held, VERSION, io.clock.now(), io.processes);
  const { sit } = await import('./sitting.ts');
  return sit(io, options, journal, seat);
}

const competenciesIn = (library: Library): ReadonlySet<string> =>
  new Set(allShelved(library).flatMap(it => it.question.competencies));

/** As practice does it: a script is in earnest, a person is coached. Throws InputError for another mode. */
function modeFor({ mode }: ReviewOptions, { input }: Seat): Mode {
  if (mode === undefined) return input === 'scripted' ? 'real' : 'coach';
  if (mode === 'coach' || mode === 'real') return mode;
  throw new InputError(`There is no mode "${mode}".`, 'Modes: coach, real.');
}

/** A drill by its name, and the part that it is of, if any. */
interface Chosen {
  name: string;
  part?: string;
}

/** Whether a question may be asked, for whatever card: one that was suspended itself is asked for no other. */
function askable({ library, decided }: Remembered, drill: Chosen | undefined): (it: Shelved) => boolean {
  const isSuited = drill ? suits(drill.name, drill.part, library) : () => true;
  return it => !decided.suspended.has(it.ref) && isSuited(it);
}

/** Which drill, and the part of `part`: the named one, else the weakest of what is due. Throws InputError for a part without it. */
function drillOf(
  { drill: name, part, competency }: ReviewOptions,
  known: Remembered,
  due: readonly Card[],
): Chosen | undefined {
  const { library, history } = known;
  if (part !== undefined && name !== 'part')
    throw new InputError('--part is of one drill alone.', 'Add --drill part.');
  if (name !== 'part') return name === undefined ? undefined : { name };
  const { items } = agendaFor(due, library, history.attempts, {
    limit: Number.POSITIVE_INFINITY,
    ...(competency !== undefined && { competency }),
    fits: askable(known, { name }),
  });
  const parts = new Set(items.flatMap(it => [...partsFor(library, it.asked.question)]));
  if (part !== undefined && parts.size > 0 && !parts.has(part))
    throw new InputError(
      'None of the questions that are due has that part.',
      `Their parts: ${[...parts].join(', ')}. Name one with --drill part --part NAME.`,
    );
  const chosen = part ?? weakestOf([...parts], history.attempts);
  return { name, ...(chosen !== undefined && { part: chosen }) };
}

/** The criterion with the lowest mean so far; the first where none was judged. */
function weakestOf(parts: readonly string[], attempts: readonly Attempt[]): string | undefined {
  const found = attempts.flatMap(it => it.parts);
  const mean = (part: string) => {
    const scores = found.filter(it => it.id.endsWith(`/${part}`)).map(it => it.score);
    return scores.length > 0 ? scores.reduce((sum, it) => sum + it, 0) / scores.length : 100;
  };
  return parts.map(part => ({ part, score: mean(part) })).sort((a, b) => a.score - b.score)[0]?.part;
}

async function tellWithout(io: Io, { without }: Agenda): Promise<void> {
  if (without.length === 0) return;
  const names = without.map(it => it.id).join(', ');
  await write(io.stderr, visible(`Due, but no bank has a question for it today: ${names}\n`));
}

async function nothingDue(io: Io, options: ReviewOptions, cards: Card[], today: string): Promise<number> {
  const [next] = cards.flatMap(it => (!it.suspended && it.due > today ? [it.due] : [])).sort();
  const { competency, drill } = options;
  const asked = [competency && `of ${competency}`, drill && `for the drill ${drill}`]
    .filter(Boolean)
    .join(' ');
  const isDue = dueOn(cards, today).length > 0;
  const told =
    isDue && asked !== ''
      ? `Nothing ${asked} is due today; other things are.\n`
      : isDue
        ? 'What is due today has no question that may be asked: it is gone, or suspended.\n'
        : next
          ? `Nothing is due today. The next is on ${next}.\n`
          : NO_CARDS;
  if (options.json) await write(io.stdout, 'null\n');
  if (!options.quiet) await write(io.stderr, visible(told));
  return EXIT.done;
}
