/** The tables of a calibration as cells, heads first: each format draws them in its own way. */
import {
  type Bias,
  type Calibration,
  type Disagreement,
  type Fitted,
  MEASURES,
} from '../../model/calibration.ts';
import { oneLine } from '../one-line.ts';
import { differenceWord, figureWord, gradeWord, MEASURE_NAMES, plain, valueWord } from './words.ts';

type Cells = string[][];

/** @param briefly without the intervals of length and constant. */
export function figureCells(
  { judge, humans, length, constant, range }: Calibration,
  briefly: boolean,
): Cells {
  const columns = [
    { name: 'judge', of: judge, whole: true },
    ...(humans ? [{ name: 'second human', of: humans, whole: true }] : []),
    { name: 'words', of: length, whole: !briefly },
    { name: `always ${gradeWord(constant.grade, range)}`, of: constant, whole: !briefly },
  ];
  return [
    ['', ...columns.map(it => it.name)],
    ...MEASURES.map(measure => [
      MEASURE_NAMES[measure],
      ...columns.map(({ of, whole }) =>
        whole ? figureWord(of[measure], measure, range) : valueWord(of[measure].value, measure, range),
      ),
    ]),
  ];
}

/** `*` stands before names that are unlike the rest. @param briefly without the interval of the last column. */
export function biasCells(
  what: string,
  rows: readonly Bias[],
  { range }: Calibration,
  briefly: boolean,
): Cells {
  return [
    [what, 'rows', 'human', 'judge', 'judge less human', 'less the rest'],
    ...rows.map(it => [
      `${it.distinct ? '*' : ' '} ${oneLine(it.prompt ?? it.id)}`,
      String(it.rows),
      gradeWord(it.human, range),
      gradeWord(it.judge, range),
      differenceWord(it.error, range),
      differenceWord(briefly ? { ...it.apart, interval: null } : it.apart, range),
    ]),
  ];
}

export const BIAS_NOTE = '* unlike the rest by more than chance gives, allowing for the number looked at';

/** The tables of bias there are, with what their first column names. */
export function biasTables({ bias }: Calibration): { what: string; rows: readonly Bias[]; more: number }[] {
  const tables = [
    { what: 'answers of', rows: bias.lengths, more: 0 },
    { what: 'question', rows: bias.questions, more: bias.more.questions },
    { what: 'group', rows: bias.groups, more: bias.more.groups },
  ];
  return tables.filter(it => it.rows.length > 0);
}

export function fitCells({ before, after }: Fitted, { range }: Calibration): Cells {
  const tried = (name: string, it: Fitted['before']) => [
    name,
    figureWord(it.kappa, 'kappa', range),
    figureWord(it.accuracy, 'pairs', range),
  ];
  return [['levels', 'kappa', 'the same level'], tried('as judged', before), tried('with these cuts', after)];
}

const FIT_ADVICE: Readonly<Record<Fitted['verdict'], string>> = {
  better: 'They are better on questions that they were not fitted on: put them into the rubric as `cuts`.',
  worse: 'They are worse on questions that they were not fitted on: keep the cuts there are.',
  undecided: 'These rows cannot tell whether they are better: keep the cuts there are, or grade more.',
};

/** Before the table of a fit, and after it. */
export function fitWords({ cuts, fittedOn, triedOn, gain, verdict }: Fitted, { range }: Calibration) {
  return {
    before: `cuts: [${cuts.join(', ')}], fitted on ${fittedOn.rows} answers to ${fittedOn.questions} questions. On ${triedOn.rows} answers to the other ${triedOn.questions}:`,
    after: `Difference of kappa: ${figureWord(gain, 'kappa', range)}. ${FIT_ADVICE[verdict]}`,
  };
}

/** `r3, question go/maps`, or what an inline question asks: not yet escaped. */
export function rowName({ id, place, question, prompt }: Disagreement): string {
  return `${id ?? place ?? 'a row'}, question ${prompt === undefined ? question : `"${prompt}"`}`;
}

/** `graded.csv:3, r3: There is no question "maps".` and so on for the first `most`, then how many more there are: not yet escaped. */
export function unmeasuredWords({ unmeasured, rows }: Calibration, most: number): string[] {
  const told = unmeasured.slice(0, most).map(({ place, id, cause }) => {
    const name = [place, id].filter(it => it !== undefined && it !== null).join(', ');
    return `${name || 'A row'}: ${cause}`;
  });
  const more = rows.errors + rows.cannotAssess - told.length;
  return more > 0 ? [...told, `${more} more`] : told;
}

/** `human 3, judge 4.88 (score 97.7); the human puts it above 11 of 100 answers, the judge above 93`. */
export function sidesWord({ human, judge, score, places }: Disagreement, { range }: Calibration): string {
  const [above, aboveToo] = [places.human, places.judge].map(it => Math.round(100 * it));
  return `human ${plain(human)}, judge ${gradeWord(judge, range)} (score ${plain(score)}); the human puts it above ${above} of 100 answers, the judge above ${aboveToo}`;
}

/** Where a kappa was asked for: `Kappa at least 0.4: passed. Why.` */
export function gateWord({ gate }: Calibration): string | undefined {
  if (gate === null) return undefined;
  return `Kappa at least ${plain(gate.under)}: ${gate.verdict}. ${gate.why}`;
}
