/** Cuts between the levels, fitted on one half of the questions and tried on the other. */
import { createHash } from 'node:crypto';
import type { CutsTried, Figure, Fitted, Refusal } from '../../model/calibration.ts';
import { type Cuts, DEFAULT_CUTS, LEVELS, type Level, levelOf } from '../../model/level.ts';
import { type Column, kappa, type Weights } from './measures.ts';
import { drawnFrom, withIntervals } from './resampling.ts';
import { type Range, type Sample, type Scored, type Steps, spanOf } from './sample.ts';

/** On each half: of fewer questions or rows three cuts are fitted to chance. */
const LEAST_QUESTIONS = 5;
const LEAST_ROWS = 30;

/** An answer with the level that its grade stands for, and the one that the judge gave. */
interface Leveled {
  question: string;
  score: number;
  human: Level;
  judge: Level;
}

/**
 * The cuts with the highest quadratically weighted kappa on one half of the questions, and what they are worth on the
 * other; or why there are none. @param random numbers in [0, 1)
 */
export function fitted({ rows, range, steps }: Sample, random: () => number): Fitted | Refusal {
  const leveled = rows.map(it => leveledOf(it, range, steps));
  const [first, second] = halves(leveled);
  const refused = refusal(steps, first, second);
  if (refused) return { refused };
  const cuts = bestCuts(first);
  const { before, after, gain } = tried(second, cuts, random);
  return {
    cuts,
    fittedOn: sizeOf(first),
    triedOn: sizeOf(second),
    before,
    after,
    gain,
    verdict: verdictOf(gain),
  };
}

function leveledOf({ question, score, human, result }: Scored, range: Range, steps: Steps): Leveled {
  return { question, score, human: levelOfGrade(human, range, steps), judge: result.level ?? levelOf(score) };
}

/** Four grades are the four levels; of any other scale a grade is read as a score, under the usual cuts. */
function levelOfGrade(grade: number, range: Range, { values, from }: Steps): Level {
  if (from === 'grades' && values.length === 4) return (1 + values.indexOf(grade)) as Level;
  return levelOf((100 * (grade - range.least)) / (spanOf(range) || 1), DEFAULT_CUTS);
}

/** The questions in the order of a hash of their names, cut in the middle: the same halves every time, of any order. */
function halves(leveled: readonly Leveled[]): [Leveled[], Leveled[]] {
  const hashed = [...new Set(leveled.map(it => it.question))]
    .map(name => [hashOf(name), name] as const)
    .sort();
  const first = new Set(hashed.slice(0, Math.ceil(hashed.length / 2)).map(([, name]) => name));
  return [leveled.filter(it => first.has(it.question)), leveled.filter(it => !first.has(it.question))];
}

const hashOf = (name: string) => createHash('sha256').update(name).digest('hex');

const sizeOf = (half: readonly Leveled[]) => ({
  questions: new Set(half.map(it => it.question)).size,
  rows: half.length,
});

function refusal({ values }: Steps, ...both: readonly Leveled[][]): string | undefined {
  if (values.length < 4) return `The grades have ${values.length} steps; three cuts need four at least.`;
  const few = both.map(sizeOf).some(it => it.questions < LEAST_QUESTIONS || it.rows < LEAST_ROWS);
  if (few)
    return `Cuts are fitted on one half of the questions and tried on the other; each needs ${LEAST_QUESTIONS} questions and ${LEAST_ROWS} scored rows at least.`;
  const [first] = both;
  const without = LEVELS.filter(level => !first!.some(it => it.human === level));
  if (without.length === 0) return undefined;
  return `No grade of the half that is fitted on stands for level ${without.join(' or ')}, so there is nothing to find the cut by.`;
}

/**
 * Points from cut to cut at least. A score may move by five without the answer saying anything else
 * (tests/scoring/metamorphic.test.ts); a narrower level would be one of chance.
 */
const GAP = 5;

/**
 * Every three whole scores with that gap are tried, on a table of how many answers of each level lie below each score. Of
 * equally good ones, those nearest to the usual cuts.
 */
function bestCuts(half: readonly Leveled[]): Cuts {
  const below = countsBelow(half);
  let [best, bestKappa]: [Cuts, number] = [DEFAULT_CUTS, Number.NEGATIVE_INFINITY];
  for (let two = GAP; two <= 100; two++)
    for (let three = two + GAP; three <= 100; three++)
      for (let four = three + GAP; four <= 100; four++) {
        const cuts: Cuts = [two, three, four];
        const value = kappaUnder(cuts, below);
        if (value > bestKappa + 1e-12 || (value > bestKappa - 1e-12 && moved(cuts) < moved(best)))
          [best, bestKappa] = [cuts, value];
      }
  return best;
}

const moved = (cuts: Cuts) => cuts.reduce((sum, cut, at) => sum + Math.abs(cut - DEFAULT_CUTS[at]!), 0);

/** How many answers whose grade stands for a level have a score below: `below[level - 1][score]`, scores 0 to 101. */
function countsBelow(half: readonly Leveled[]): Int32Array[] {
  const counts = LEVELS.map(() => new Int32Array(102));
  for (const { score, human } of half) counts[human - 1]![Math.floor(score) + 1]! += 1;
  for (const count of counts)
    for (let score = 1; score < count.length; score++) count[score]! += count[score - 1]!;
  return counts;
}

/** As in measures.ts, from the sixteen counts of human and judged levels. */
function kappaUnder([two, three, four]: Cuts, below: readonly Int32Array[]): number {
  let [rows, x, y, squares, xy] = [0, 0, 0, 0, 0];
  for (let human = 0; human < below.length; human++) {
    const count = below[human]!;
    const all = count[101]!;
    // How many reach each cut; a level is the number of cuts reached.
    const reached = [all - count[two]!, all - count[three]!, all - count[four]!] as const;
    const sum = reached[0] + reached[1] + reached[2];
    rows += all;
    x += sum;
    y += human * all;
    squares += reached[0] + 3 * reached[1] + 5 * reached[2] + human * human * all;
    xy += human * sum;
  }
  const expected = rows * squares - 2 * x * y;
  return expected > 0 ? 1 - (rows * (squares - 2 * xy)) / expected : Number.NEGATIVE_INFINITY;
}

function tried(half: readonly Leveled[], cuts: Cuts, random: () => number) {
  const human = Float64Array.from(half, it => it.human);
  const before = Float64Array.from(half, it => it.judge);
  const after = Float64Array.from(half, it => levelOf(it.score, cuts));
  const figures = withIntervals(drawnFrom(half.map(it => it.question)), random, ({ rows }) => {
    const kappas = { before: kappa(before, human, rows), after: kappa(after, human, rows) };
    return {
      ...kappas,
      gain: kappas.before === null || kappas.after === null ? null : kappas.after - kappas.before,
      beforeExact: accuracy(before, human, rows),
      afterExact: accuracy(after, human, rows),
    };
  });
  const told = (name: 'before' | 'after', given: Cuts | null): CutsTried => ({
    cuts: given,
    kappa: figures[name],
    accuracy: figures[`${name}Exact`],
  });
  return { before: told('before', null), after: told('after', cuts), gain: figures.gain };
}

function accuracy(levels: Column, human: Column, weights: Weights): number | null {
  let count = 0;
  let same = 0;
  for (let row = 0; row < weights.length; row++) {
    count += weights[row]!;
    if (levels[row] === human[row]) same += weights[row]!;
  }
  return count > 0 ? same / count : null;
}

function verdictOf({ interval }: Figure): Fitted['verdict'] {
  if (interval === null) return 'undecided';
  if (interval[0] > 0) return 'better';
  return interval[1] < 0 ? 'worse' : 'undecided';
}
