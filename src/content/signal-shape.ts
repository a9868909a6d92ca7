/** Shapes of signals, made from the parameters that each kind declares: a new kind needs nothing here. */
import { z } from 'zod';
import type { SignalSpec } from '../model/content.ts';
import type { ParamShape } from '../scoring/signals/shape.ts';
import { SIGNALS } from '../scoring/signals/table.ts';
import { keys, text } from './basic-shapes.ts';

type Params = Readonly<Record<string, ParamShape>>;

const PARAM_SHAPES: Readonly<Record<ParamShape['type'], (param: ParamShape) => z.ZodType>> = {
  string: ({ oneOf }) => (oneOf ? z.enum(oneOf) : text),
  number: param => numberShape(param),
  boolean: () => z.boolean(),
  strings: ({ oneOf, ...size }) => sized(z.array(oneOf ? z.enum(oneOf) : text), size),
  numbers: param => z.array(numberShape(param)),
  // Each term is a phrase, or several that mean the same.
  terms: size => sized(z.array(z.union([text, z.array(text).min(1)])), size),
};

function numberShape({ min, max }: ParamShape): z.ZodNumber {
  const least = min === undefined ? z.number() : z.number().min(min);
  return max === undefined ? least : least.max(max);
}

function sized(list: z.ZodArray, { min, max }: Pick<ParamShape, 'min' | 'max'>): z.ZodArray {
  const least = min === undefined ? list : list.min(min);
  return max === undefined ? least : least.max(max);
}

/** Absent parameters stay absent: the signal fills in its own defaults when it measures. */
function paramShape(param: ParamShape): z.ZodType {
  const shape = PARAM_SHAPES[param.type](param).meta({
    description: param.about,
    ...(param.default !== undefined && { default: param.default }),
  });
  return param.required ? shape : shape.exactOptional();
}

function specShape(kind: string, { about, params }: { about: string; params: Params }) {
  return keys({
    kind: z.literal(kind).describe(about),
    weight: z.number().positive().max(100).describe('Share among the signals; default 1.').exactOptional(),
    ...Object.fromEntries(Object.entries(params).map(([name, param]) => [name, paramShape(param)])),
  });
}

const kinds = Object.entries(SIGNALS).map(([kind, signal]) => specShape(kind, signal));

/** One signal of a criterion or pitfall. */
export const signalSpec: z.ZodType<SignalSpec> = z
  .discriminatedUnion('kind', kinds as [(typeof kinds)[number], ...typeof kinds])
  .meta({ id: 'Signal' });
