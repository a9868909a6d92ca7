/** The closed set of signal kinds: all that a rubric can look for. A new kind is one file and one line here. */
import { arithmetic } from './arithmetic.ts';
import { avoid } from './avoid.ts';
import { blame } from './blame.ts';
import { branches } from './branches.ts';
import { code } from './code.ts';
import { consistency } from './consistency.ts';
import { coverage } from './coverage.ts';
import { experience } from './experience.ts';
import { length } from './length.ts';
import { mention } from './mention.ts';
import { order } from './order.ts';
import { ownership } from './ownership.ts';
import { pace } from './pace.ts';
import { quantity } from './quantity.ts';
import { questions } from './questions.ts';
import { ranking } from './ranking.ts';
import { role } from './role.ts';
import type { Signal } from './shape.ts';
import { share } from './share.ts';
import { tense } from './tense.ts';
import { terms } from './terms.ts';
import { tests } from './tests.ts';
import { theme } from './theme.ts';

export const SIGNALS = {
  arithmetic,
  avoid,
  blame,
  branches,
  code,
  consistency,
  coverage,
  experience,
  length,
  mention,
  order,
  ownership,
  pace,
  quantity,
  questions,
  ranking,
  role,
  share,
  tense,
  terms,
  tests,
  theme,
} as const satisfies Record<string, Signal>;

export type SignalKind = keyof typeof SIGNALS;

/** The signal of that kind, if the kind is one of the closed set. */
export function signalOf(kind: string): Signal | undefined {
  return Object.hasOwn(SIGNALS, kind) ? SIGNALS[kind as SignalKind] : undefined;
}
