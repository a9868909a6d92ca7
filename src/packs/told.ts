/** What a build tells: what was chosen, why, and how equal the forms are. */
import { type Library, type Loop, QUESTION_TYPES } from '../model/content.ts';
import { findQuestions } from '../model/library.ts';
import { counted } from '../model/prose.ts';
import type { Choice, Proof } from './choose/choose.ts';
import { type Equality, TOLERANCE } from './choose/equality.ts';
import { type Form, minutesIn, questionsOf } from './choose/form.ts';
import type { TypeCounts } from './choose/types.ts';
import { shows, topicsOf, type Wish } from './choose/wish.ts';

const PROOFS: Readonly<Record<Proof, string>> = {
  tried: 'No other choice is better: all were tried.',
  reached:
    'No other choice covers more of what you asked for, fills the time better, fits the level better or spreads the difficulty more evenly.',
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
    .map(({ step, count }, at) => `${at === 0 ? counted(count, 'question') : count} at ${step}`);
  return [
    `Chosen from ${pool} that fit: ${counted(asked.length, 'question')}, ${minutesIn(first!)} minutes, and ${wish.closing} for the candidate's own.`,
    `Difficulty, from 1 to 5: ${spread.join(', ')}.`,
    ...(covered.length > 0 ? [`Covered: ${covered.map(it => it.id).join(', ')}.`] : []),
    ...missing.map(it => `Not covered: ${it.id}; ${it.why}.`),
    PROOFS[proof],
  ];
}

function sharedWord({ mean, most }: Equality['shared'], forms: number): string {
  const count = (of: number) => (of === 0 ? 'no questions' : counted(of, 'question'));
  if (most === 0) return 'no two forms share a question';
  if (forms === 2) return `both ask ${count(most)} of the same`;
  return `two forms share ${count(Math.round(100 * mean) / 100)} in the mean, ${most} at most`;
}

/** How many questions the loop names, which every one of its forms asks, and how many it leaves to chance. */
export function loopLine({ id, rounds }: Loop, forms: readonly Form[]): string {
  const what = `${rounds.length === 1 ? 'The round' : `The ${rounds.length} rounds`} of ${id}`;
  const named = rounds.flatMap(it => it.questions).filter(it => typeof it === 'string').length;
  const same = forms.length > 1 ? ', the same in every form' : '';
  return `${what}: questions named by the loop${same}: ${named}; drawn: ${questionsOf(forms[0]!).length - named}.`;
}

/** So many names are told of those that no bank has. */
const NAMED = 5;

/** Of what was to be kept out, what no bank has: a slip in a list, or a question that is gone. */
export function strangeLines(library: Library, excluded: ReadonlySet<string>): string[] {
  const strange = [...excluded].filter(it => findQuestions(library, it).length === 0);
  if (strange.length === 0) return [];
  const named = `${strange.slice(0, NAMED).join(', ')}${strange.length > NAMED ? ', …' : ''}`;
  return [`To be kept out, and in no bank: ${counted(strange.length, 'question')} (${named}).`];
}

/** `2 technical, 1 behavioral`, in the order in which types are listed everywhere. */
const typesWord = (types: TypeCounts) =>
  QUESTION_TYPES.flatMap(it => (types.has(it) ? `${types.get(it)} ${it}` : [])).join(', ');

/** How equal several forms are; nothing for one. */
export function equalityLines(equality: Equality): string[] {
  const { forms, minutes, difficulty, types, sameTypes, topics, sameCoverage, shared, equal } = equality;
  if (forms < 2) return [];
  const range = ([least, most]: readonly [number, number]) =>
    least === most ? `${least}` : `${least} to ${most}`;
  const mean = difficulty.map(it => Math.round(100 * it) / 100) as [number, number];
  const same = sameCoverage ? 'the same is covered' : 'not the same is covered';
  // Of nothing, every form covers the same: that would be believed to say more than it does.
  const covered = topics > 0 ? same : 'nothing was asked to be covered';
  return [
    `${forms} forms, ${equal ? 'equal' : 'not equal'} within the tolerance (${TOLERANCE.minutes} minutes, ${TOLERANCE.difficulty} in mean difficulty, the same types, the same coverage):`,
    `  ${sameTypes ? `each asks ${typesWord(types)}` : 'not of each type the same number is asked'}`,
    `  minutes ${range(minutes)}, mean difficulty ${range(mean)}, ${covered}`,
    `  ${sharedWord(shared, forms)}`,
  ];
}
