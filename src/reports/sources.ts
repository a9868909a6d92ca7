/** Where the figures of a report come from: which judge, by which rubric, in which version. */
import type { Debrief, DebriefQuestion } from '../model/debrief.ts';
import type { JudgedBy } from '../model/score.ts';

/** Answers that were judged by the same judge and rubrics. */
export interface Source {
  judge: Pick<JudgedBy, 'name' | 'version'>;
  rubric: JudgedBy['rubric'];
  /** Answers, those of the warm-up and of earlier tries among them. */
  answers: number;
}

/** In the order in which they are met first; what has no score comes from nowhere. */
export function sourcesOf({ rounds, warmUp }: Debrief): Source[] {
  const sources = new Map<string, Source>();
  const mains = [...(warmUp ? [warmUp] : []), ...rounds.flatMap(it => it.questions)];
  for (const { name, version, rubric } of mains.flatMap(judgedIn)) {
    const key = JSON.stringify([name, version, rubric.id, rubric.hash]);
    const known = sources.get(key) ?? { judge: { name, version }, rubric, answers: 0 };
    sources.set(key, { ...known, answers: known.answers + 1 });
  }
  return [...sources.values()];
}

function judgedIn({ tries, followUps }: DebriefQuestion): JudgedBy[] {
  const own = tries.filter(it => it.result.status === 'scored').map(it => it.result.judge);
  return [...own, ...followUps.flatMap(judgedIn)];
}
