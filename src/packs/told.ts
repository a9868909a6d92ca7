/** What a build tells: what was chosen, why, and how equal the forms are. */
import type { Choice, Proof } from './choose/choose.ts';
import { type Equality, TOLERANCE } from './choose/equality.ts';
import { minutesIn, questionsOf } from './choose/form.ts';
import { shows, topicsOf, type Wish } from './choose/wish.ts';

const PROOFS: Readonly<Record<Proof, string>> = {
  tried: 'No other choice is better: all were tried.',
  reached:
    'No other choice covers more, fills the time better, fits the level better or spreads the difficulty more evenly.',
  found: 'A better choice may exist: not all could be tried.',
};

/** Lines for a terminal, nothing in them escaped. */
export function choiceLines({ forms, missing, proof, pool }: Choice, wish: Wish): string[] {
  const [first] = forms;
  const asked = questionsOf(first!);
  const covered = topicsOf(wish).filter(it => asked.some(({ question }) => shows(question, it)));
  const spread = [1, 2, 3, 4, 5]
    .map(step => ({ step, count: asked.filter(it => it.question.difficulty === step).length }))
    .filter(it => it.count > 0)
    .map(it => `${it.step} × ${it.count}`);
  return [
    `Chosen from ${pool} that fit: ${asked.length} questions, ${minutesIn(first!)} minutes, and ${wish.closing} for the candidate's own.`,
    `Difficulty (step × questions): ${spread.join(', ')}.`,
    ...(covered.length > 0 ? [`Covered: ${covered.map(it => it.id).join(', ')}.`] : []),
    ...missing.map(it => `Not covered: ${it.id}; ${it.why}.`),
    PROOFS[proof],
  ];
}

/** How equal several forms are; nothing for one. */
export function equalityLines(equality: Equality): string[] {
  const { forms, minutes, difficulty, sameCoverage, shared, equal } = equality;
  if (forms < 2) return [];
  const range = ([least, most]: readonly [number, number]) =>
    least === most ? `${least}` : `${least} to ${most}`;
  const mean = difficulty.map(it => Math.round(100 * it) / 100) as [number, number];
  return [
    `${forms} forms, ${equal ? 'equal' : 'not equal'} within the tolerance (${TOLERANCE.minutes} minutes, ${TOLERANCE.difficulty} in mean difficulty, the same coverage):`,
    `  minutes ${range(minutes)}, mean difficulty ${range(mean)}, ${sameCoverage ? 'the same is covered' : 'not the same is covered'}`,
    `  two forms share ${Math.round(100 * shared.mean) / 100} questions in the mean, ${shared.most} at most`,
  ];
}
