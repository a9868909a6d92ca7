/** How the candidate's own levels compare with the judge's. */
import type { DebriefQuestion, SelfScores } from '../model/debrief.ts';
import { withFollowUps } from './standing.ts';

/**
 * Over the first tries that have both: a later try was made after the card was seen. Undefined when there is none.
 */
export function selfScoresOf(questions: readonly DebriefQuestion[]): SelfScores | undefined {
  const differences = questions.flatMap(withFollowUps).flatMap(({ tries: [first] }) => {
    const [own, judged] = [first?.selfLevel, first?.result.level];
    return own === undefined || typeof judged !== 'number' ? [] : [own - judged];
  });
  if (differences.length === 0) return undefined;
  const count = (fits: (difference: number) => boolean) => differences.filter(fits).length;
  const mean = differences.reduce((sum, it) => sum + it, 0) / differences.length;
  return {
    answers: differences.length,
    higher: count(it => it > 0),
    same: count(it => it === 0),
    lower: count(it => it < 0),
    difference: Math.round(mean * 10) / 10,
  };
}
