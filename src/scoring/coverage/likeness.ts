/** What likeness to a model answer is worth. */
import { ramp } from '../ramp.ts';
import { type Model, resemblance } from '../text/model-answer.ts';
import type { Searchable } from '../text/searchable.ts';

/** Likeness to a model answer at which an answer begins to count, and from which more adds little. */
const LITTLE = 0.1;
const MUCH = 0.5;
const STEEP = 0.7;

/** The most that length adds, and that it adds as a share of the rest. */
const LENGTH = 0.16;
const LENGTH_SHARE = 0.5;

/** 0 to 1; barred sentences share nothing with the model answer. */
export function likenessValue(whole: Model, search: Searchable, barred: ReadonlySet<number>): number {
  const { likeness, length } = resemblance(whole, search, barred);
  const value = STEEP * ramp(likeness, LITTLE, MUCH) + (1 - STEEP) * likeness;
  return Math.min(1, (1 - LENGTH) * value + Math.min(LENGTH * length, LENGTH_SHARE * value));
}
