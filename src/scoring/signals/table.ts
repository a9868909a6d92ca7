/** The closed set of signal kinds: all that a rubric can look for. A new kind is one file and one line here. */
import { arithmetic } from './arithmetic.ts';
import { avoid } from './avoid.ts';
import { branches } from './branches.ts';
import { code } from './code.ts';
import { coverage } from './coverage.ts';
import { length } from './length.ts';
import { mention } from './mention.ts';
import { order } from './order.ts';
import { ownership } from './ownership.ts';
import { quantity } from './quantity.ts';
import { questions } from './questions.ts';
import { role } from './role.ts';
import type { Signal } from './shape.ts';

export const SIGNALS = {
  arithmetic,
  avoid,
  branches,
  code,
  coverage,
  length,
  mention,
  order,
  ownership,
  quantity,
  questions,
  role,
} as const satisfies Record<string, Signal>;

export type SignalKind = keyof typeof SIGNALS;

/** The signal of that kind, if the kind is one of the closed set. */
export function signalOf(kind: string): Signal | undefined {
  return Object.hasOwn(SIGNALS, kind) ? SIGNALS[kind as SignalKind] : undefined;
}
