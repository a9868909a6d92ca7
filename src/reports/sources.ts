/** Where the figures of a report come from: which judge, by which rubric, in which version. */
import type { Debrief, DebriefQuestion } from '../model/debrief.ts';
import type { AnswerScore, JudgedBy } from '../model/score.ts';

/** Answers that were judged by the same judge and rubrics. */
export interface Source {
  judge: Pick<JudgedBy, 'name' | 'version' | 'model'>;
  rubric: JudgedBy['rubric'];
  /** Answers, those of the warm-up and of earlier tries among them. */
  answers: number;
}

/** In the order in which they are met first; what has no score comes from nowhere. */
export function sourcesOf(debrief: Debrief): Source[] {
  const sources = new Map<string, Source>();
  for (const { judge } of resultsIn(debrief)) {
    const { name, version, model, rubric } = judge;
    const key = JSON.stringify([name, version, model, rubric.id, rubric.hash]);
    const by = { name, version, ...(model !== undefined && { model }) };
    const known = sources.get(key) ?? { judge: by, rubric, answers: 0 };
    sources.set(key, { ...known, answers: known.answers + 1 });
  }
  return [...sources.values()];
}

/** The results of all answers that were scored, those of the warm-up and of earlier tries among them. */
export function resultsIn({ rounds, warmUp }: Debrief): AnswerScore[] {
  return [...(warmUp ? [warmUp] : []), ...rounds.flatMap(it => it.questions)].flatMap(scoredIn);
}

function scoredIn({ tries, followUps }: DebriefQuestion): AnswerScore[] {
  const own = tries.map(it => it.result).filter(it => it.status === 'scored');
  return [...own, ...followUps.flatMap(scoredIn)];
}
