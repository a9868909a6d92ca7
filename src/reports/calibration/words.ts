/** Figures of a calibration in the words that its reports use. */
import { type Calibration, type Figure, MEASURES, type Measure } from '../../model/calibration.ts';
import { counted } from '../../model/prose.ts';
import { oneLine } from '../one-line.ts';

type Range = Calibration['range'];

/** A number with so many decimals, and no minus before a nought. */
function fixed(value: number, decimals: number): string {
  return value.toFixed(decimals).replace(/^-(0(?:\.0*)?)$/, '$1');
}

/** Decimals that tell a hundredth of the range. */
function decimalsOf({ least, most }: Range): number {
  return Math.max(0, Math.min(20, 2 - Math.floor(Math.log10((most - least || 1) / 2))));
}

/** `4.39`: a grade, with the decimals that its scale needs; a dash where there is none. */
export function gradeWord(value: number | null, range: Range): string {
  return value === null ? '–' : fixed(value, decimalsOf(range));
}

/** `3.5`: a grade as it was given. */
export const plain = (value: number) => String(Number(value.toPrecision(6)));

/** `0.49`, or on the scale of the grades; a dash where it is undefined. */
export function valueWord(value: number | null, measure: Measure, range: Range): string {
  if (measure === 'rmse') return gradeWord(value, range);
  return value === null ? '–' : fixed(value, 2);
}

/** `0.49 (0.39 to 0.59)`. */
export function figureWord({ value, interval }: Figure, measure: Measure, range: Range): string {
  const [low, high] = interval ?? [];
  const told = valueWord(value, measure, range);
  if (low === undefined || high === undefined || low === high) return told;
  return `${told} (${valueWord(low, measure, range)} to ${valueWord(high, measure, range)})`;
}

/** `-1.89 (-2.18 to -1.59)`, a difference on the scale of the grades with its sign. */
export function differenceWord({ value, interval }: Figure, range: Range): string {
  const signed = (it: number) => `${it > 0 ? '+' : ''}${gradeWord(it, range)}`;
  if (value === null) return '–';
  return interval === null
    ? signed(value)
    : `${signed(value)} (${signed(interval[0])} to ${signed(interval[1])})`;
}

export const MEASURE_NAMES: Readonly<Record<Measure, string>> = {
  pearson: 'Pearson',
  spearman: 'Spearman',
  kappa: 'kappa',
  rmse: 'RMSE',
  pairs: 'pairs',
};

/** `local 3`: name and version of whoever judged. */
export function judgeWord({ judges }: Calibration): string {
  return judges.map(it => oneLine(`${it.name} ${it.version}`)).join(', ') || 'nobody';
}

/** `1200 of 1220 rows are measured; 20 could not be assessed`. */
export function rowsWord({ rows }: Calibration): string {
  const left = [
    ...(rows.cannotAssess > 0 ? [`${rows.cannotAssess} could not be assessed`] : []),
    ...(rows.ungraded > 0 ? [`${rows.ungraded} without a grade`] : []),
    ...(rows.errors > 0 ? [counted(rows.errors, 'error')] : []),
  ];
  const measured = `${rows.scored} of ${counted(rows.read, 'row')} ${rows.scored === 1 ? 'is' : 'are'} measured`;
  return [measured, ...left].join('; ');
}

/** `32 questions; grades from 0 to 5 (taken from the rows); kappa counts in 11 even steps`. */
export function scaleWord({ questions, range, steps }: Calibration): string {
  const from = range.from === 'given' ? 'as given' : 'taken from the rows';
  const even = steps.from === 'even' ? 'even ' : '';
  return `${counted(questions, 'question')}; grades from ${plain(range.least)} to ${plain(range.most)} (${from}); kappa counts in ${steps.values.length} ${even}${steps.values.length === 1 ? 'step' : 'steps'}`;
}

/** What the intervals speak for; undefined where the rows are too few for any. */
export function intervalsWord({ judge, resampled: { unit, times } }: Calibration): string | undefined {
  if (MEASURES.every(it => judge[it].interval === null)) return undefined;
  return unit === 'questions'
    ? `Intervals: 95 %, of ${times} draws of whole questions, so they speak for other questions like these.`
    : `Intervals: 95 %, of ${times} draws of single answers, so they speak for other answers to these questions only.`;
}
