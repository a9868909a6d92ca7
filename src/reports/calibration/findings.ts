/** What the figures mean for whoever has to decide: plain sentences, the most useful first. */
import type { Bias, Calibration, Figure } from '../../model/calibration.ts';
import { counted } from '../../model/prose.ts';
import { clip } from '../columns.ts';
import { oneLine } from '../one-line.ts';
import { gradeWord, plain, valueWord } from './words.ts';

/** A sentence each. Names in them are on one line and otherwise as they were given. */
export function findings(calibration: Calibration): string[] {
  const { judge, range } = calibration;
  if (judge.rows === 0) return ['No row has both a grade and a score: there is nothing to measure.'];
  if (range.least === range.most)
    return [
      `All grades are ${plain(range.least)}: agreement is undefined, because nothing was there to tell apart. Add answers that were graded otherwise, and name the scale with --range.`,
    ];
  return [
    ...orderFindings(calibration),
    ...humanFindings(calibration),
    ...scaleFindings(calibration),
    ...biasFindings(calibration),
  ];
}

/** 1 where the whole interval is above 0, -1 where it is below, else 0. */
const sideOf = ({ interval }: Figure) =>
  interval === null ? 0 : interval[0] > 0 ? 1 : interval[1] < 0 ? -1 : 0;

const inHundred = (share: number) => Math.round(100 * share);

function orderFindings({ judge, length, lead }: Calibration): string[] {
  const { value, interval } = judge.pairs;
  if (value === null)
    return [
      'No question has two answers that were graded differently, so nothing is known of the order within questions.',
    ];
  const reach = interval ? ` (${inHundred(interval[0])} to ${inHundred(interval[1])})` : '';
  const told = `Order: of two answers to one question that were graded differently, it puts the better one first in ${inHundred(value)} of 100 pairs${reach}; tossing a coin, 50.`;
  if (interval && interval[1] < 0.5)
    return [
      `${told} That is the wrong way round, by more than chance. Where the lower grade is the better one, turn the grades round (lowest plus highest, less the grade) and measure again.`,
    ];
  const chance = interval && interval[0] <= 0.5 ? ' That may be chance.' : '';
  const words = inHundred(length.pairs.value ?? 0.5);
  const against = {
    1: `It is worth more than counting words, which does so in ${words}.`,
    0: `Counting words may do as well: ${words}. These rows cannot tell the two apart.`,
    '-1': `Counting words does better: ${words}. Here it is not worth its time.`,
  }[sideOf(lead.length)];
  return [`${told}${chance} ${against}`];
}

function humanFindings({ humans, lead, judge, rows, range }: Calibration): string[] {
  if (!humans || humans.kappa.value === null || lead.humans === null || lead.humans.value === null) return [];
  const theirs = valueWord(humans.kappa.value, 'kappa', range);
  const own = valueWord(humans.kappa.value + lead.humans.value, 'kappa', range);
  const on = humans.rows < rows.scored ? ` on the ${humans.rows} of ${judge.rows} rows with two grades` : '';
  const told = {
    1: `it agrees with the first human (kappa ${own}) more than a second human does (${theirs})${on}.`,
    0: `these rows cannot tell its agreement with the first human (kappa ${own}) from that of a second human (${theirs})${on}.`,
    '-1': `a second human agrees with the first (kappa ${theirs}) more than it does (${own})${on}.`,
  }[sideOf(lead.humans)];
  return [`People: ${told}`];
}

function scaleFindings({
  judge,
  constant,
  lead,
  bias,
  range,
  fit,
  steps,
  lowGraded,
  questions,
}: Calibration): string[] {
  const off = gradeWord(judge.rmse.value, range);
  const always = `always saying ${gradeWord(constant.grade, range)} is off by ${gradeWord(constant.rmse.value, range)}`;
  const orders = (judge.pairs.interval?.[0] ?? 0) > 0.5;
  const further = fit === null && steps.values.length > 3 ? '; for levels, try --fit.' : ', not as a grade.';
  const order = judge.pairs.value === null ? '' : ' Nor does it put answers in order.';
  const advice = orders ? ` Use it to put answers in order${further}` : order;
  const told = {
    1: `read as a grade it is off by ${off} (RMSE); ${always}.`,
    0: `read as a grade it is off by ${off} (RMSE), and ${always}: these rows cannot tell which is nearer.`,
    '-1': `read as a grade it is off by ${off} (RMSE), but ${always}.${advice}`,
  }[sideOf(lead.constant)];
  const kinder = sideOf(bias.all);
  const mean =
    kinder === 0 || bias.all.value === null
      ? ''
      : ` On average it gives ${gradeWord(Math.abs(bias.all.value), range)} ${kinder > 0 ? 'more' : 'less'} than the human.`;
  return [`Scale: ${told}${mean}`, ...lowGradedFinding(lowGraded, questions)];
}

/** From this share of the questions on it hardly is chance. */
const MANY = 0.25;

function lowGradedFinding(lowGraded: number, questions: number): string[] {
  if (lowGraded < 2 || lowGraded < MANY * questions) return [];
  return [
    `Full marks: on ${lowGraded} of ${questions} questions no grade comes above the middle of the range. If full marks differ from question to question, divide the grades by them and measure again: until then only the order within questions can be believed.`,
  ];
}

function biasFindings({ bias, questions, range }: Calibration): string[] {
  const distinct = (rows: readonly Bias[]) => rows.filter(it => it.distinct);
  const [lengths, groups, odd] = [distinct(bias.lengths), distinct(bias.groups), distinct(bias.questions)];
  return [
    ...(lengths.length > 0
      ? [`Length: compared with their grades, answers of ${faring(lengths, range)} than the rest.`]
      : []),
    ...(groups.length > 0
      ? [
          `Groups: compared with their grades, answers of ${faring(groups, range)} than the rest. A group that is graded higher looks so with any cautious judge: read some of its answers before you call it unfair.`,
        ]
      : []),
    ...(odd.length > 0
      ? [
          `Questions: ${odd.length} of ${counted(questions, 'question')} ${odd.length === 1 ? 'is' : 'are'} judged unlike the rest; compared with their grades, answers to ${faring(odd, range)}. Read their points and model answers first.`,
        ]
      : []),
  ];
}

/** Names told at most. */
const MOST_NAMED = 3;
/** Columns of a prompt among them. */
const NAME = 50;

/** `27 to 91 words fare 0.49 better, of ...`. */
function faring(rows: readonly Bias[], range: Calibration['range']): string {
  return rows
    .slice(0, MOST_NAMED)
    .map(({ id, prompt, apart }, at) => {
      const name = prompt === undefined ? oneLine(id) : `"${clip(oneLine(prompt), NAME)}"`;
      const by = `${gradeWord(Math.abs(apart.value ?? 0), range)} ${(apart.value ?? 0) > 0 ? 'better' : 'worse'}`;
      return at === 0 ? `${name} fare ${by}` : `${name} ${by}`;
    })
    .join(', ');
}
