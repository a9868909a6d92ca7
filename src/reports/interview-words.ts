/** What every report says of an interview as a whole, in the same words. */
import type { Debrief, DebriefQuestion, DebriefRound, SelfScores } from '../model/debrief.ts';

export const MODE_WORDS: Readonly<Record<Debrief['mode'], string>> = {
  coach: 'coach, with feedback after each answer',
  real: 'real, with no feedback before the end',
};

/** A real interview that still runs: nobody may hear yet how it went. */
export function isSealed({ mode, finished }: Pick<Debrief, 'mode' | 'finished'>): boolean {
  return mode === 'real' && !finished;
}

export const HOW =
  'by rubrics of our own, modelled on public accounts of such interviews; they are no' +
  " employer's. Rubrics for the structure of an answer are fixed rules: nobody has measured them against human" +
  ' grades. A score runs from 0 to 100; a level from 1 (not there) over 2 (thin) and 3 (there) to 4 (strong).';

export const WEIGHING =
  'A main question weighs three times as much as a follow-up or the closing; probes do not count. A skipped or empty' +
  ' answer counts as 0. What could not be judged or was not asked is left out.';

export const IN_NO_FIGURE = 'It counts in no figure of this report.';

/** Why there is no overall score. */
export function noOverall(rounds: readonly DebriefRound[]): string {
  const hasText = (question: DebriefQuestion): boolean =>
    question.tries.some(it => it.answer.trim() !== '') || question.followUps.some(hasText);
  return rounds.some(round => round.questions.some(hasText))
    ? 'No overall score: no answer could be judged.'
    : 'No overall score: nothing was answered.';
}

/** Why there is nothing to work on. */
export function noWork(score: Debrief['score']): string {
  return score === null ? 'There is no scored answer to go by.' : 'Nothing: full marks throughout.';
}

/** How the candidate's own levels stand to the judge's. */
export function ownLevels({ answers, higher, same, lower, difference }: SelfScores): string {
  const told = answers === 1 ? 'one answer' : `${answers} answers`;
  return `Before each card you gave ${told} a level: ${higher} higher than the judge, ${same} the same, ${lower} lower. ${habit(difference, answers)} Only first tries count here.`;
}

/** So many answers, at the least, before a habit is spoken of. */
const ENOUGH = 3;

/** @param difference mean of own level less judged level. */
function habit(difference: number, answers: number): string {
  const by = Math.abs(difference);
  if (answers < ENOUGH) return 'That is too few to speak of a habit.';
  if (by < 0.5) return 'You judge yourself much as the judge does.';
  const levels = by === 1 ? 'one level' : `${by} levels`;
  return `You ${difference > 0 ? 'overrate' : 'underrate'} your answers, by ${levels} on average.`;
}

/** What progress is drawn from: an interview with its date and its overall score. */
export type Held = Pick<Debrief, 'startedAt' | 'loop' | 'score'>;

/** The interviews before this one, oldest first, then this one. */
export const progressOf = (debrief: Debrief): Held[] => [...(debrief.earlier ?? []), debrief];

/** Which of the earlier scores are not quite of one kind with this one; empty where all are. */
export function rewordedNote({ earlier = [] }: Debrief): string {
  const changed = earlier.filter(it => it.reworded.length > 0);
  if (changed.length === 0) return '';
  const rubrics = [...new Set(changed.flatMap(it => it.reworded))].sort();
  const dates = changed.map(it => it.startedAt.slice(0, 10));
  return `Rubrics that have changed since (${rubrics.join(', ')}) were asked with their old text on ${dates.join(', ')}: compare with care.`;
}

/** What was not asked in a round, and why: plain text. */
export function notAskedWords({ notAsked }: DebriefRound): string[] {
  return notAsked.map(({ refs, why }) => `${refs.join(', ')} (${why})`);
}
