/** Results as JSON Lines: the data itself, which every other format is told from. */
import type { RowResult } from '../../model/cohort.ts';
import { visibleJson } from '../visible.ts';
import type { ResultFormat } from './format.ts';

/**
 * A result as JSON on one line, without a line break: the keys in the order of RowResult, `input` last. What a terminal
 * would act upon, and halves of pairs, are written as `\uXXXX`, which stands for the character itself.
 */
export function resultJson(result: RowResult): string {
  const { id, question, candidate, group, status, score, level, criteria, points, pitfalls } = result;
  const { keywords, flags, judge, repeats, cause, file, line, input } = result;
  const ordered: Record<keyof RowResult, unknown> = {
    id,
    question,
    candidate,
    group,
    status,
    score,
    level,
    criteria,
    points,
    pitfalls,
    keywords,
    flags,
    judge,
    repeats,
    cause,
    file,
    line,
    input,
  };
  return visibleJson(JSON.stringify(ordered));
}

export const jsonl: ResultFormat = {
  extension: 'jsonl',
  head: () => '',
  row: result => `${resultJson(result)}\n`,
  separator: '',
  tail: () => '',
};
