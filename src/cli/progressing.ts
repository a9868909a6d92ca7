import { checkKnown } from '../content/known.ts';
import { EXIT, InputError } from '../model/errors.ts';
import { allShelved } from '../model/library.ts';
import type { PracticePlan, Progress } from '../model/progress.ts';
import { checkDay, dayAfter } from '../progress/days.ts';
import { practicePlan } from '../progress/practice-plan.ts';
import { progressOf } from '../progress/trend.ts';
import { jsonDocument } from '../reports/visible.ts';
import { barFor, LEVELS } from '../scoring/panel/bars.ts';
import { writeAtomic } from '../store/atomic.ts';
import { checkEnding, endingOf } from './format.ts';
import { type Io, wantsColor, write } from './io.ts';
import { knownJudge } from './judges.ts';
import type { ModelOptions } from './model-options.ts';
import { checkFolderOf } from './places.ts';
import { type Remembered, remembered } from './remembering.ts';

export interface ProgressOptions extends ModelOptions {
  level?: string;
  format?: string;
  out?: string;
  interviewOn?: string;
  minutesADay?: number;
  ics?: string;
}

/** Further ahead nobody plans by the day, and each day is reckoned with. */
const MOST_DAYS = 366;

const MINUTES_A_DAY = 30;

export async function progressing(io: Io, options: ProgressOptions): Promise<number> {
  const render = renderer(options);
  for (const path of [options.out, options.ics]) if (path !== undefined) checkFolderOf(path);
  if (options.ics !== undefined && options.interviewOn === undefined)
    throw new InputError('--ics writes a plan, and there is none.', 'Add --interview-on DATE.');
  const known = await remembered(io, options, await knownJudge(io, options));
  checkLevel(options, known);
  const bar = barFor(options.level ?? known.history.level);
  const told = { today: known.today, zone: known.zone, level: bar.level, bar: bar.cuts[1] };
  const plan = options.interviewOn === undefined ? null : planFor(options, known, options.interviewOn);
  const progress = { ...progressOf(known.history, known.decided, told), plan };
  if (plan && options.ics !== undefined) {
    const { calendarOf } = await import('../reports/progress/calendar.ts');
    writeAtomic(options.ics, calendarOf(plan, io.clock.now()));
  }
  const isShown = options.out === undefined;
  const text = await render(progress, {
    color: isShown && wantsColor(io, io.stdout, options.color),
    width: isShown ? io.stdout.columns : undefined,
  });
  if (options.out === undefined) await write(io.stdout, text);
  else writeAtomic(options.out, text);
  return EXIT.done;
}

/** A level of a loop may have no bar of its own; of any other nothing is known. */
function checkLevel({ level }: ProgressOptions, { library }: Remembered): void {
  const known = new Set([...LEVELS, ...[...library.loops.values()].map(it => it.level)]);
  if (level !== undefined) checkKnown('level', [level], known);
}

interface Seen {
  color: boolean;
  /** Columns of the terminal; undefined where it goes elsewhere. */
  width: number | undefined;
}

type Render = (progress: Progress, seen: Seen) => Promise<string>;

const FORMATS: Readonly<Record<string, Render>> = {
  text: async (progress, { color, width }) => {
    const { progressRows } = await import('../reports/progress/text.ts');
    const { painted } = await import('../terminal/rows.ts');
    const { styleFor } = await import('../terminal/style.ts');
    return painted(progressRows(progress, width), styleFor(color));
  },
  html: async progress => (await import('../reports/progress/html.ts')).renderProgressPage(progress),
  json: async progress => jsonDocument(progress),
};

/** --format, else the ending of --out, else json with --json, else text. Throws InputError with the formats there are. */
function renderer(options: ProgressOptions): Render {
  checkEnding(options, Object.keys(FORMATS));
  const { format, out, json } = options;
  const ending = endingOf(out);
  const name = format ?? (json ? 'json' : Object.hasOwn(FORMATS, ending) ? ending : 'text');
  if (Object.hasOwn(FORMATS, name)) return FORMATS[name]!;
  throw new InputError(`There is no format "${name}".`, `Formats: ${Object.keys(FORMATS).join(', ')}.`);
}

/** Plans with the questions of banks that were practised, else of all. Throws InputError for a day that cannot be. */
function planFor(
  { minutesADay = MINUTES_A_DAY }: ProgressOptions,
  { library, history, decided, today, zone }: Remembered,
  interview: string,
): PracticePlan {
  checkDay(interview);
  if (interview <= today) throw new InputError(`${interview} is not after today, ${today}.`);
  if (interview > dayAfter(today, MOST_DAYS))
    throw new InputError(`${interview} is more than a year away.`, 'Plan again when it is nearer.');
  const banks = new Set(history.attempts.map(it => it.question.split('/')[0]!));
  const questions = allShelved(library)
    .filter(it => banks.size === 0 || banks.has(it.bank.id))
    .filter(it => it.question.type !== 'closing')
    .map(({ ref, question }) => ({ ref, minutes: question.minutes }));
  return practicePlan(history.attempts, decided, { today, interview, minutesADay, zone, questions });
}
