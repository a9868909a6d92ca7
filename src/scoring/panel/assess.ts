/** What one interviewer writes after their own round. */
import type { Assessment, Debrief, DebriefRound, Demand } from '../../model/debrief.ts';
import { levelOf } from '../../model/level.ts';
import { countedIn, meanOf } from '../standing.ts';
import type { Bar } from './bars.ts';
import { demandsIn } from './demands.ts';
import { groundsIn } from './grounds.ts';

/** All that an interviewer knows: their round, and the rubrics that it was judged by. */
export interface OwnRound extends Pick<DebriefRound, 'questions'> {
  principles: readonly string[];
  rubrics: Debrief['rubrics'];
}

/** An assessment with its vote, as it is posted. */
export interface Ballot {
  assessment: Assessment;
  /** 1 to 4; null where nothing could be judged. */
  vote: ReturnType<typeof levelOf> | null;
}

/** The assessment of one round against a bar. It follows from that round alone: nothing else is given to it. */
export function assess({ questions, principles, rubrics }: OwnRound, bar: Bar): Ballot {
  const demands = demandsIn(questions, bar, rubrics);
  const figure = figureOf(meanOf(countedIn(questions)).score, demands, bar);
  const about = (names: readonly string[]) => [...new Set(names)].sort();
  return {
    assessment: {
      competencies: about(questions.flatMap(it => it.question.competencies ?? [])),
      principles: about([...principles, ...questions.flatMap(it => it.question.principles ?? [])]),
      figure,
      demands,
      ...groundsIn(questions, rubrics),
    },
    vote: figure === null ? null : levelOf(figure, bar.cuts),
  };
}

/**
 * The score of the answers with what the level wants weighed in, each by its share; what could not show in this round
 * leaves its share to the rest. A weighted mean: a better answer never lowers it.
 */
function figureOf(score: number | null, demands: readonly Demand[], { wants }: Bar): number | null {
  if (score === null) return null;
  const rest = 1 - wants.reduce((sum, it) => sum + it.share, 0);
  let [total, weight] = [rest * score, rest];
  for (const [index, demand] of demands.entries()) {
    if (demand.score === null) continue;
    total += wants[index]!.share * demand.score;
    weight += wants[index]!.share;
  }
  return Math.round((10 * total) / weight) / 10;
}
