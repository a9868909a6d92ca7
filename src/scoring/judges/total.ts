/** From criteria to the score of an answer: the same sum for every judge, so that only what they find differs. */
import type { Rubric } from '../../model/content.ts';
import { CHEATS, type Flag, type PitfallScore } from '../../model/score.ts';
import { gathered } from '../gathered.ts';

/** A pitfall costs this much of 100, all of them together no more than the second figure. */
const PITFALL = 12;
const PITFALLS = 36;

/** What is only perhaps left out costs a third of that: a list of words proves no absence. */
const INFERRED = 4;

/** What is left of the score of an answer that is none: little enough that a thin but honest one is above it. */
const CHEAT_SHARE = 0.05;

/** What is left of a story whose teller shows the opposite of what was asked for, however well it is told. */
const CONDUCT_SHARE = 0.15;

/** The most that an answer scores which is far from what was asked: it may be right, but not by any word of it. */
const FAR_MOST = 20;

/** Whoever says that they do not know, and how they would find out, is above a confident mistake. */
const CANDOUR = 10;

/** 0 to 100: the mean of the criteria (`mean`), less its pitfalls, and what its flags leave of that. */
export function totalOf(mean: number, pitfalls: readonly PitfallScore[], flags: readonly Flag[]): number {
  const costs = pitfalls.map(it => (it.inferred ? INFERRED : PITFALL));
  const less = Math.min(
    PITFALLS,
    costs.reduce((sum, it) => sum + it, 0),
  );
  const share = Math.min(1, ...flags.map(shareLeft));
  const least = share === 1 && flags.some(it => it.kind === 'candour') ? CANDOUR : 0;
  const most = flags.some(it => it.kind === 'far-from-topic') ? FAR_MOST : 100;
  return oneDecimal(Math.min(most, share * Math.max(least, mean - less)));
}

function shareLeft({ kind }: Flag): number {
  if (CHEATS.has(kind)) return CHEAT_SHARE;
  return kind === 'conduct' ? CONDUCT_SHARE : 1;
}

/** What of a criterion its share in the whole follows from. */
interface Part {
  rubric: Rubric;
  criterion: { weight: number };
}

/** The mean over rubrics of the weighted mean over their criteria, 0 to 100; null without any. */
export function meanOver<One extends Part>(
  rubrics: readonly Rubric[],
  parts: readonly One[],
  scoreOf: (part: One) => number,
): number | null {
  const means = gathered(rubrics, rubric => {
    const own = parts.filter(it => it.rubric === rubric);
    const total = own.reduce((sum, it) => sum + it.criterion.weight, 0);
    const sum = own.reduce((before, it) => before + it.criterion.weight * scoreOf(it), 0);
    return total > 0 ? [sum / total] : [];
  });
  return means.length > 0 ? means.reduce((sum, it) => sum + it, 0) / means.length : null;
}

/** Scores are told with one decimal. */
export const oneDecimal = (value: number): number => Math.round(10 * value) / 10;
