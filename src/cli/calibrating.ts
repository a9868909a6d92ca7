/** Calibrates a judge with what the command line names: from its options to the telling and one verdict. */
import { extname } from 'node:path';
import { calibrate, scatterOf } from '../batch/calibration/calibrate.ts';
import { type Verdict, verdictLine } from '../batch/gates.ts';
import { gradedRows } from '../batch/graded.ts';
import { quoted } from '../content/showing.ts';
import { seededRandom } from '../interview/random.ts';
import type { Calibration, Graded } from '../model/calibration.ts';
import { EXIT, InputError, Interrupted } from '../model/errors.ts';
import { gateWord } from '../reports/calibration/cells.ts';
import { CALIBRATION_FORMATS, type CalibrationFormat } from '../reports/calibration/table.ts';
import { rowsWord } from '../reports/calibration/words.ts';
import { writeAtomic } from '../store/atomic.ts';
import type { Batch } from './asking.ts';
import type { BatchOptions } from './batch-options.ts';
import { batchOf, workOn } from './batching.ts';
import { type Io, write } from './io.ts';
import { VERSION } from './version.ts';

export interface CalibrateOptions extends BatchOptions {
  range?: [number, number];
  failUnder?: number;
  fit?: boolean;
  out?: string[];
}

/** All rows, with the grades that people gave them. */
const SHARE = { withGrades: true, earlier: [] };

/** The same rows give the same bytes on every machine. */
const SEED = 1;

/** Judges the rows, measures, tells. @returns the exit code that the verdict names. */
export async function calibrateFiles(
  io: Io,
  options: CalibrateOptions,
  paths: readonly string[],
): Promise<number> {
  const formats = (options.out ?? []).map(path => [path, formatFor(path)] as const);
  const batch = await batchOf(io, options, paths);
  if (options.dryRun) return (await import('./dry-run.ts')).dryRun(io, options, batch, SHARE);
  const rows = await judgedRows(io, options, batch);
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

async function judgedRows(io: Io, options: CalibrateOptions, batch: Batch): Promise<Graded[]> {
  const work = await workOn(io, options, batch, SHARE);
  try {
    const rows = await gradedRows({
      inputs: batch.inputs.inputs,
      mapping: batch.mapping,
      pool: work.pool,
      stop: work.stop,
      progress: work.progress,
    });
    if (work.stop.aborted) throw new Interrupted(work.signal(), 'Stopped; nothing is measured of a part.');
    await work.finish();
    return rows;
  } finally {
    await work.close();
  }
}

const EXITS = { passed: EXIT.done, failed: EXIT.no, undecided: EXIT.incomplete } as const;

/** 3 where a row ended in an error or the gate cannot be decided, 1 where it is not met, else 0; and one line that says so. */
function verdictOf(calibration: Calibration): Verdict {
  const { rows, gate } = calibration;
  const exit = rows.errors > 0 ? EXIT.incomplete : EXITS[gate?.verdict ?? 'passed'];
  const told = [gateWord(calibration), rowsWord(calibration)].filter(it => it !== undefined);
  return { exit, line: verdictLine(exit, told.join(' ')) };
}
