/** Calibrates a judge with what the command line names: from its options to the telling and one verdict. */
import { extname } from 'node:path';
import { calibrate, scatterOf } from '../batch/calibration/calibrate.ts';
import { gradedRows } from '../batch/graded.ts';
import { quoted } from '../content/showing.ts';
import { seededRandom } from '../interview/random.ts';
import type { Calibration, Graded } from '../model/calibration.ts';
import { EXIT, InputError, Interrupted } from '../model/errors.ts';
import { gateWord } from '../reports/calibration/cells.ts';
import { CALIBRATION_FORMATS, type CalibrationFormat } from '../reports/calibration/table.ts';
import { rowsWord } from '../reports/calibration/words.ts';
import { judgeNamed } from '../scoring/judges/table.ts';
import { writeAtomic } from '../store/atomic.ts';
import type { CommonOptions } from './command.ts';
import { checkedMapping, checkOutputs, namedInputs, poolFor, progressFor } from './evaluating.ts';
import { type Io, write } from './io.ts';
import { libraryFor } from './places.ts';
import { onStopSignals } from './stopping.ts';
import { VERSION } from './version.ts';

export interface CalibrateOptions extends CommonOptions {
  range?: [number, number];
  failUnder?: number;
  fit?: boolean;
  out?: string[];
  from?: 'jsonl' | 'csv';
  map?: Record<string, string>;
  jobs?: number;
  judge?: string;
}

/** The same rows give the same bytes on every machine. */
const SEED = 1;

/** Judges the rows, measures, tells. @returns the exit code that the verdict names. */
export async function calibrateFiles(
  io: Io,
  options: CalibrateOptions,
  paths: readonly string[],
): Promise<number> {
  checkOutputs(options.out, paths);
  const formats = (options.out ?? []).map(path => [path, formatFor(path)] as const);
  const rows = await judgedRows(io, options, paths);
  const { range, failUnder, fit } = options;
  const calibration = calibrate(rows, {
    ...(range && { range }),
    ...(failUnder !== undefined && { failUnder }),
    ...(fit && { fit }),
    random: seededRandom(SEED),
    version: VERSION,
  });
  const points = scatterOf(rows, range);
  for (const [path, format] of formats) writeAtomic(path, format(calibration, points));
  const told = CALIBRATION_FORMATS[options.json ? 'json' : 'txt']!;
  await write(io.stdout, told(calibration, points));
  const { exit, line } = verdictOf(calibration);
  if (!options.quiet || exit !== EXIT.done) await write(io.stderr, `${line}\n`);
  return exit;
}

function formatFor(path: string): CalibrationFormat {
  const ending = extname(path).slice(1).toLowerCase();
  const format = Object.hasOwn(CALIBRATION_FORMATS, ending) ? CALIBRATION_FORMATS[ending] : undefined;
  if (format) return format;
  throw new InputError(
    `The name of ${quoted(path)} does not tell a format.`,
    `Use one of .${Object.keys(CALIBRATION_FORMATS).join(', .')}.`,
  );
}

async function judgedRows(io: Io, options: CalibrateOptions, paths: readonly string[]): Promise<Graded[]> {
  const mapping = checkedMapping(options.map);
  const judge = options.judge ?? 'local';
  judgeNamed(judge);
  const inputs = namedInputs(io, options, paths);
  const library = await libraryFor(io, options);
  const brief = { library, mapping, withGrades: true };
  const pool = await poolFor(io, options, inputs, { brief, judge, earlier: [] });
  const stopping = onStopSignals(io);
  const progress = await progressFor(io, options, inputs);
  try {
    const rows = await gradedRows({
      inputs: inputs.inputs,
      mapping,
      pool,
      stop: stopping.stop,
      progress: progress.show,
    });
    if (stopping.stop.aborted)
      throw new Interrupted(stopping.signal(), 'Stopped; nothing is measured of a part.');
    return rows;
  } finally {
    progress.end();
    stopping.off();
    await pool.close();
  }
}

const EXITS = { passed: EXIT.done, failed: EXIT.no, undecided: EXIT.incomplete } as const;
const WORDS = { [EXIT.done]: 'Done', [EXIT.no]: 'Failed', [EXIT.incomplete]: 'Incomplete' } as const;

/** 3 where a row ended in an error or the gate cannot be decided, 1 where it is not met, else 0; and one line that says so. */
function verdictOf(calibration: Calibration): { exit: keyof typeof WORDS; line: string } {
  const { rows, gate } = calibration;
  const exit = rows.errors > 0 ? EXIT.incomplete : EXITS[gate?.verdict ?? 'passed'];
  const told = [gateWord(calibration), rowsWord(calibration)].filter(it => it !== undefined);
  return { exit, line: `${WORDS[exit]} (exit ${exit}): ${told.join(' ')}.` };
}
