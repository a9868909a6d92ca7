/** Where the figures of a report come from: which judge, by which rubric, in which version. */
import type { Debrief, DebriefQuestion } from '../model/debrief.ts';
import type { AnswerScore, JudgedBy } from '../model/score.ts';

/** Answers that were judged by the same judge and rubrics. */
export interface Source {
  judge: Pick<JudgedBy, 'name' | 'version' | 'model'>;
  /** The whole rubric where it is known, also of answers that were judged by a part of it. */
  rubric: JudgedBy['rubric'];
  /** Only by what was asked about, as a probe is. */
  inPart: boolean;
  /** Answers, those of the warm-up and of earlier tries among them. */
  answers: number;
}

/** In the order in which they are met first; what has no score comes from nowhere. */
export function sourcesOf(debrief: Debrief): Source[] {
  const sources = new Map<string, Source>();
  for (const { kind, result } of scoredAnswers(debrief)) {
    const { name, version, model, rubric: used } = result.judge;
    // The part that a probe is judged by has a hash of its own; the rubric has not changed for that.
    const hash = (kind === 'probe' ? debrief.rubrics[used.id]?.hash : undefined) ?? used.hash;
    const inPart = hash !== used.hash;
    const rubric = { id: used.id, hash };
    const key = JSON.stringify([name, version, model, rubric.id, hash, inPart]);
    const by = { name, version, ...(model !== undefined && { model }) };
    const known = sources.get(key) ?? { judge: by, rubric, inPart, answers: 0 };
    sources.set(key, { ...known, answers: known.answers + 1 });
  }
  return [...sources.values()];
}

/** The results of all answers that were scored, those of the warm-up and of earlier tries among them. */
export function resultsIn(debrief: Debrief): AnswerScore[] {
  return scoredAnswers(debrief).map(it => it.result);
}

interface ScoredAnswer {
  kind: DebriefQuestion['kind'];
  result: AnswerScore;
}

function scoredAnswers({ rounds, warmUp }: Debrief): ScoredAnswer[] {
  return [...(warmUp ? [warmUp] : []), ...rounds.flatMap(it => it.questions)].flatMap(scoredIn);
}

function scoredIn({ kind, tries, followUps }: DebriefQuestion): ScoredAnswer[] {
  const own = tries.map(({ result }) => ({ kind, result })).filter(it => it.result.status === 'scored');
  return [...own, ...followUps.flatMap(scoredIn)];
}
