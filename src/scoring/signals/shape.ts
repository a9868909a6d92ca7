/** What a signal is: one thing a rubric may look for in an answer, with parameters that rubrics give as data. */
import type { SignalSpec } from '../../model/content.ts';
import type { Evidence } from '../../model/score.ts';
import type { Term } from '../text/phrases.ts';
import type { Context } from './context.ts';

/**
 * One parameter of a signal. Validation of content and the editor schema follow from it.
 *
 * `strings` are names; `terms` are words and phrases to look for in an answer, compared by stem, each either one
 * phrase or a list of phrases that mean the same; `numbers` are a list of numbers.
 */
export interface ParamShape {
  readonly type: 'string' | 'number' | 'boolean' | 'strings' | 'numbers' | 'terms';
  readonly about: string;
  /** Of a number or of each number; of a list, its length. */
  readonly min?: number;
  readonly max?: number;
  readonly oneOf?: readonly string[];
  readonly default?: string | number | boolean | readonly string[] | readonly number[];
  readonly required?: boolean;
}

interface ParamTypes {
  string: string;
  number: number;
  boolean: boolean;
  strings: readonly string[];
  numbers: readonly number[];
  terms: readonly Term[];
}

export type Shapes = Readonly<Record<string, ParamShape>>;

type Given<P> = P extends { oneOf: readonly (infer One)[] }
  ? One
  : P extends { type: infer T extends keyof ParamTypes }
    ? ParamTypes[T]
    : never;

/** The parameters as `measure` sees them: undefined only where there is neither a default nor a requirement. */
export type ParamsOf<S extends Shapes> = {
  readonly [K in keyof S]: S[K] extends { required: true } | { default: unknown }
    ? Given<S[K]>
    : Given<S[K]> | undefined;
};

/** What a signal found. */
export interface Reading {
  /** 0 (not there) to 1 (there and strong); null when it cannot be assessed. */
  value: number | null;
  /** Where it was found; empty for what is counted by its absence. */
  evidence: Evidence[];
  /** What was looked for and not found, in words for the candidate. */
  missing: string[];
  /** One sentence: what the value rests on. */
  reason: string;
}

export interface Signal {
  readonly kind: string;
  readonly about: string;
  readonly params: Shapes;
  /** It counts only what is bad, so full marks need no quote. */
  readonly absence: boolean;
  /** It reads the clock: the same answer may be worth more or less. */
  readonly timed: boolean;
  /** Reads one answer; the spec's parameters must have the declared types (content is checked before). */
  measure(context: Context, spec: SignalSpec): Reading;
}

interface Definition<S extends Shapes> {
  kind: string;
  about: string;
  params: S;
  absence?: boolean;
  timed?: boolean;
  measure(context: Context, params: ParamsOf<S>): Reading;
}

/** A signal from its definition: defaults are filled in before it measures, and every value is kept within 0 to 1. */
export function signal<const S extends Shapes>(definition: Definition<S>): Signal {
  const { kind, about, params, absence = false, timed = false } = definition;
  const remembered = new WeakMap<SignalSpec, ParamsOf<S>>();
  const given = (spec: SignalSpec): ParamsOf<S> => {
    const known = remembered.get(spec) ?? paramsOf(params, spec);
    remembered.set(spec, known);
    return known;
  };
  return {
    kind,
    about,
    params,
    absence,
    timed,
    measure(context, spec) {
      const { value, evidence, missing, reason } = definition.measure(context, given(spec));
      const within = value === null ? null : Math.min(1, Math.max(0, value));
      return { value: within, evidence, missing, reason };
    },
  };
}

/** The parameters of a spec, with defaults where it gives none. */
export function paramsOf<S extends Shapes>(shapes: S, spec: SignalSpec): ParamsOf<S> {
  const entries = Object.entries(shapes).map(([name, shape]) => [name, spec[name] ?? shape.default]);
  return Object.fromEntries(entries) as ParamsOf<S>;
}
