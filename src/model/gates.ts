/** Gates of a batch: which rows break one, and which of them the whole run meets. */
import { type Cohort, type CriterionTally, fullId, type Gates, type RowResult } from './cohort.ts';
import type { Level } from './level.ts';

/** How one gate came out. */
export interface GateOutcome {
  /** The option that set it: `--fail-under 60`. */
  gate: string;
  met: boolean;
  /** What it rests on: `the mean is 58.2`. */
  fact: string;
}

type CriterionGate = { id: string; level: Level };

/**
 * Why a row breaks a gate for single rows; undefined where it breaks none. A row without a score breaks none: an error
 * is no low score.
 */
export function brokenGate(
  { status, score, criteria, judge }: Pick<RowResult, 'status' | 'score' | 'criteria' | 'judge'>,
  gates: Gates,
): string | undefined {
  if (status !== 'scored' || score === null) return undefined;
  const { anyUnder, criteria: wanted = [] } = gates;
  const reasons = anyUnder !== undefined && score < anyUnder ? [`score ${score} (${anyName(anyUnder)})`] : [];
  for (const gate of wanted)
    for (const it of criteria)
      if (it.level !== null && it.level < gate.level && isMeant(gate.id, fullId(it, judge)))
        reasons.push(`${it.id} at level ${it.level} (${criterionName(gate)})`);
  return reasons.length === 0 ? undefined : reasons.join(', ');
}

/** Each gate that was set, in the order of Gates. None is met by a run in which no row has what it looks at. */
export function gateOutcomes(
  cohort: Pick<Cohort, 'all' | 'least' | 'criteria'>,
  { under, anyUnder, criteria = [] }: Gates,
): GateOutcome[] {
  return [
    ...(under === undefined ? [] : [atLeast(`--fail-under ${under}`, 'mean', cohort.all.mean, under)]),
    ...(anyUnder === undefined ? [] : [atLeast(anyName(anyUnder), 'lowest score', cohort.least, anyUnder)]),
    ...criteria.map(it => criterionOutcome(it, cohort.criteria)),
  ];
}

const anyName = (anyUnder: number) => `--fail-any-under ${anyUnder}`;
const criterionName = ({ id, level }: CriterionGate) => `--fail-criterion ${id}=${level}`;

/** `result` means the criterion of every rubric, `rubric/result` of one. */
const isMeant = (id: string, full: string) => full === id || full.endsWith(`/${id}`);

function atLeast(gate: string, what: string, figure: number | null, limit: number): GateOutcome {
  if (figure === null) return { gate, met: false, fact: 'no row was scored' };
  return { gate, met: figure >= limit, fact: `the ${what} is ${told(figure, limit)}` };
}

/** One decimal, or as many as it takes to see on which side of the limit it lies. */
function told(figure: number, limit: number): string {
  for (let digits = 1; digits < 15; digits++) {
    const shown = Number(figure.toFixed(digits));
    if (shown === figure || shown >= limit === figure >= limit) return String(shown);
  }
  return String(figure);
}

function criterionOutcome(gate: CriterionGate, tallies: readonly CriterionTally[]): GateOutcome {
  const meant = tallies.filter(it => isMeant(gate.id, it.id));
  const scored = sum(meant.map(it => it.scored));
  const below = sum(meant.flatMap(it => it.levels.slice(0, gate.level - 1)));
  const name = criterionName(gate);
  if (scored === 0) return { gate: name, met: false, fact: `no scored row has the criterion ${gate.id}` };
  const fact = below === 0 ? `none of ${scored} is below` : `${below} of ${scored} are below`;
  return { gate: name, met: below === 0, fact };
}

const sum = (figures: readonly number[]) => figures.reduce((before, it) => before + it, 0);
