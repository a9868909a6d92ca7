/** What reports say of a language model that judged: plain text, not yet escaped. Nothing where none did. */
import type { Debrief } from '../model/debrief.ts';
import type { ModelUsage } from '../model/llm.ts';
import type { AnswerScore, CriterionScore, Flag, JudgedBy, Repeats } from '../model/score.ts';
import { resultsIn } from './sources.ts';
import { scoreWord } from './words.ts';

/** `judge-1: calls 8, tokens in 800, ...`. */
export function usageWord({ model, calls, prompt, completion, cached, cost }: ModelUsage): string {
  return [
    `${model}: calls ${calls}`,
    `tokens in ${prompt}`,
    `tokens out ${completion}`,
    `replies kept from before ${cached}`,
    ...(cost === null ? [] : [`cost at most ${cost.toFixed(4)}`]),
  ].join(', ');
}

/** `llm, version 1, model judge-1-2026`. */
export function judgeWord(
  { name, version }: Pick<JudgedBy, 'name' | 'version'>,
  model: string | undefined,
): string {
  return `${name}, version ${version}${model === undefined ? '' : `, model ${model}`}`;
}

/** The models that judged any of the answers, as they name themselves. */
export function modelsIn(debrief: Debrief): string | undefined {
  const models = new Set(resultsIn(debrief).flatMap(it => it.judge.model ?? []));
  return models.size === 0 ? undefined : [...models].join(', ');
}

/** The flag of an answer that another judge was asked for. */
export const standInOf = ({ flags }: Pick<AnswerScore, 'flags'>): Flag | undefined =>
  flags.find(({ kind }) => kind === 'judged-locally');

/** Who judged: the judge that was asked for, unless it failed for every answer. */
export function judgedWord(debrief: Debrief): string {
  const { judge } = debrief;
  const results = resultsIn(debrief);
  const [first] = results;
  if (first === undefined || !results.every(standInOf)) return judgeWord(judge, modelsIn(debrief));
  return `${judgeWord(first.judge, undefined)} (${judge.name} was asked for, and failed)`;
}

/** Where the local judge stood in: in how many answers, and each cause once. */
export function standInWord(debrief: Debrief): string | undefined {
  const results = resultsIn(debrief);
  const reasons = results.flatMap(it => standInOf(it)?.reason ?? []);
  if (reasons.length === 0) return undefined;
  return `${reasons.length} of ${results.length} answers were not judged as asked for. ${[...new Set(reasons)].join(' ')}`;
}

/** `local judge 40, model 67.5`: what two judges gave a criterion. */
export function byWord({ by }: Pick<CriterionScore, 'by'>): string | undefined {
  return by && `local judge ${scoreWord(by.local)}, model ${scoreWord(by.llm)}`;
}

/** `judged 3 times: 60, 70, 74.5; 95 % interval of the mean 50.2 to 86.1; 83 % the same level`. */
export function repeatsWord({ scores, interval, agreement }: Repeats): string {
  const [from, to] = interval;
  return [
    `judged ${scores.length} times: ${scores.map(scoreWord).join(', ')}`,
    `95 % interval of the mean ${scoreWord(from)} to ${scoreWord(to)}`,
    `of two judgements ${Math.round(100 * agreement)} % gave a criterion the same level`,
  ].join('; ');
}
