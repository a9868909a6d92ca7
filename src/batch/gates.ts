/** The options --fail-* read, and the one line that says how a run ended. */
import type { Cohort, Gates } from '../model/cohort.ts';
import { decimalOf } from '../model/decimal.ts';
import { EXIT, InputError } from '../model/errors.ts';
import { type GateOutcome, gateOutcomes } from '../model/gates.ts';
import type { Level } from '../model/level.ts';
import { counted } from '../model/prose.ts';

/** As the command line gives them. */
export interface GateOptions {
  failUnder?: string;
  failAnyUnder?: string;
  failCriterion?: readonly string[];
}

/** The gates that were asked for. Throws InputError where a value cannot be one. */
export function gatesOf({ failUnder, failAnyUnder, failCriterion = [] }: GateOptions): Gates {
  return {
    ...(failUnder !== undefined && { under: score('--fail-under', failUnder) }),
    ...(failAnyUnder !== undefined && { anyUnder: score('--fail-any-under', failAnyUnder) }),
    ...(failCriterion.length > 0 && { criteria: failCriterion.map(criterion) }),
  };
}

function score(option: string, text: string): number {
  const value = decimalOf(text);
  if (value > 0 && value < 1) throw meantAsShare(option, value);
  if (value >= 0 && value <= 100) return value;
  throw new InputError(
    `${option} takes a score, not ${JSON.stringify(text)}.`,
    `Give a number from 0 to 100: ${option} 60.`,
  );
}

/** As calibrate's threshold is written: below 1 a score would be a gate that hardly anything breaks, unseen. */
function meantAsShare(option: string, value: number): InputError {
  return new InputError(
    `${option} takes a score from 0 to 100, and ${value} is less than one of them.`,
    `For ${value} of full marks: ${option} ${Number((value * 100).toFixed(6))}. For hardly any: ${option} 1.`,
  );
}

const CRITERION = /^(?<id>[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)?)=(?<level>[1-4])$/;

function criterion(text: string): { id: string; level: Level } {
  const found = CRITERION.exec(text)?.groups;
  if (found) return { id: found.id!, level: Number(found.level) as Level };
  throw new InputError(
    `--fail-criterion takes a criterion and a level, not ${JSON.stringify(text)}.`,
    'Give the least level, 1 to 4, after an equals sign: --fail-criterion result=2, or with its rubric in front.',
  );
}

export interface Verdict {
  exit: typeof EXIT.done | typeof EXIT.no | typeof EXIT.incomplete;
  /** One line that says the same, without a line break. */
  line: string;
}

/**
 * How a run ended: 3 where a row ended in an error, else 1 where a gate is not met, else 0. The line names every gate
 * that is not met, whatever the exit code, and counts the rows that have no score.
 */
export function verdictOf(cohort: Pick<Cohort, 'all' | 'least' | 'criteria'>, gates: Gates): Verdict {
  const { rows, errors } = cohort.all;
  const outcomes = gateOutcomes(cohort, gates);
  const unmet = outcomes.filter(it => !it.met);
  const exit = errors > 0 ? EXIT.incomplete : unmet.length > 0 ? EXIT.no : EXIT.done;
  const told = [
    ...(errors > 0 ? [`${errors} of ${rows} rows ended in an error`] : []),
    ...(unmet.length > 0 ? [`not met: ${listed(unmet)}`] : []),
    ...(unmet.length === 0 && outcomes.length > 0 ? [`every gate is met: ${listed(outcomes)}`] : []),
    rows === 0 ? 'no rows, so there was nothing to judge' : scoredWord(cohort.all),
  ];
  return { exit, line: verdictLine(exit, told.join('; ')) };
}

function scoredWord({ rows, scored }: Cohort['all']): string {
  const unscored = rows - scored;
  return `${counted(rows, 'row')}, ${scored} scored${unscored > 0 ? `, ${unscored} without a score` : ''}`;
}

/** The one line that tells an exit code and what it rests on. @param told without its full stop. */
export const verdictLine = (exit: Verdict['exit'], told: string): string =>
  `${WORDS[exit]} (exit ${exit}): ${told}.`;

const WORDS = { [EXIT.done]: 'Done', [EXIT.no]: 'Failed', [EXIT.incomplete]: 'Incomplete' } as const;

const listed = (outcomes: readonly GateOutcome[]) =>
  outcomes.map(({ gate, fact }) => `${gate} (${fact})`).join(', ');
