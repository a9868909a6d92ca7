/** Whether a judge agrees well enough; it says so only when the rows can tell. */
import type { Calibration, Figure, GateVerdict } from '../../model/calibration.ts';
import { counted } from '../../model/prose.ts';

/** Of fewer rows no verdict is given, whatever they say. */
const LEAST_ROWS = 30;

/**
 * An interval that has the threshold in it decides nothing unless it is at most this wide, 0.1 to either side: that much
 * kappa is what the field holds to be a difference worth acting upon (Williamson, Xi and Breyer, Educational Measurement:
 * Issues and Practice 31, 2012). Then the figure itself decides.
 */
const WIDEST = 0.2;

/** @param under the least kappa, -1 to 1 */
export function gateOf(
  {
    judge,
    constant,
    resampled,
    questions,
  }: Pick<Calibration, 'judge' | 'constant' | 'resampled' | 'questions'>,
  under: number,
): GateVerdict {
  const { rows, kappa } = judge;
  const open = (why: string, rowsNeeded: number | null): GateVerdict => ({
    under,
    verdict: 'undecided',
    why,
    rowsNeeded,
  });
  // Always saying the same is right then: a judge that tells answers apart would be blamed for it.
  if (constant.rmse.value === 0)
    return open('The grades are all the same: there is nothing to agree on.', null);
  if (kappa.value === null) return open('Kappa is undefined.', null);
  const { value, interval } = kappa;
  if (rows < LEAST_ROWS || interval === null)
    return open(
      `${counted(rows, 'scored row')} tell too little; it takes ${LEAST_ROWS} at least.`,
      Math.max(LEAST_ROWS, interval ? needed(kappa, rows, under) : 0),
    );
  const [low, high] = interval;
  if (low >= under)
    return { under, verdict: 'passed', why: 'The whole interval of kappa reaches it.', rowsNeeded: null };
  if (high < under)
    return { under, verdict: 'failed', why: 'The whole interval of kappa lies below it.', rowsNeeded: null };
  if (high - low <= WIDEST)
    return {
      under,
      verdict: value >= under ? 'passed' : 'failed',
      why: `It lies in the interval of kappa, which is narrow enough (${WIDEST} or less) for the figure to decide.`,
      rowsNeeded: null,
    };
  const most = needed(kappa, rows, under);
  const spread =
    resampled.unit === 'questions' ? `, of about ${Math.ceil((most / rows) * questions)} questions` : '';
  return open(
    `It lies in the interval of kappa, which is wider than ${WIDEST}: the rows are too few to tell. About ${most} would do${spread}.`,
    most,
  );
}

/**
 * An interval shrinks with the root of the rows. Enough are those that make it narrow, or that draw it clear of the
 * threshold if kappa stays as it is; the fewer of both, rounded up to two digits.
 */
function needed({ value, interval }: Figure, rows: number, under: number): number {
  const [low, high] = interval!;
  const narrow = ((high - low) / WIDEST) ** 2;
  const reach = value! >= under ? value! - low : high - value!;
  const clear = (reach / Math.abs(value! - under)) ** 2;
  const exact = rows * Math.max(1, Math.min(narrow, clear));
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(exact)) - 1);
  return Math.ceil(exact / unit) * unit;
}
