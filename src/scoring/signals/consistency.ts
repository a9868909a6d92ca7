import { type Claim, claimsOf } from '../text/claims.ts';
import { equationsOf, following, holds } from '../text/equations.ts';
import { slice } from '../text/evidence.ts';
import type { Context } from './context.ts';
import { signal } from './shape.ts';

/** A wrong figure is not made good by right ones. */
const WITH_A_SLIP = 0.5;

const MOST_QUOTES = 3;

export const consistency = signal({
  kind: 'consistency',
  about: 'Whether stated changes follow from their before and after, and sums from their figures.',
  params: {
    tolerance: {
      type: 'number',
      min: 0,
      max: 0.5,
      default: 0.1,
      about: 'Share by which a stated figure may be off, rounding apart.',
    },
  },
  measure(context, { tolerance }) {
    const checked = [...changes(context, tolerance), ...sums(context, tolerance)];
    if (checked.length === 0)
      return { value: null, evidence: [], missing: [], reason: 'No figures that could be checked.' };
    const wrong = checked.filter(it => it.wrong !== undefined);
    const share = 1 - wrong.length / checked.length;
    return {
      value: wrong.length > 0 ? WITH_A_SLIP * share : 1,
      evidence: (wrong.length > 0 ? wrong : checked)
        .slice(0, MOST_QUOTES)
        .map(it => slice(context.answer.text, it.start, it.end)),
      missing: wrong.map(it => it.wrong!),
      reason:
        wrong.length > 0
          ? `${wrong.length} of ${checked.length} stated results ${wrong.length === 1 ? 'does' : 'do'} not follow: ${wrong[0]!.wrong}.`
          : following(checked.length, 'stated result'),
    };
  },
});

interface Checked {
  start: number;
  end: number;
  /** What it should have been. */
  wrong?: string;
}

const inCode = ({ answer }: Context, at: number) => answer.code.some(it => it.start <= at && at < it.end);

const changes = (context: Context, tolerance: number): Checked[] =>
  claimsOf(context.answer.text, tolerance)
    .filter(it => !inCode(context, it.start))
    .map(({ start, end, follows, ...claim }) => ({
      start,
      end,
      ...(!follows && { wrong: correction(claim) }),
    }));

function correction({ said, change: { before, after } }: Pick<Claim, 'said' | 'change'>): string {
  const percent = Math.round(Math.abs(100 * (after / before - 1)));
  const way = after < before ? 'less' : 'more';
  return `"${said}" for a change from ${short(before)} to ${short(after)}, which is ${percent} % ${way}`;
}

/** Sums with units of time or size are left out: their sides may be in different ones. */
const sums = (context: Context, tolerance: number): Checked[] =>
  equationsOf(context.answer.text)
    .filter(it => !it.units && !inCode(context, it.start))
    .map(it => ({
      start: it.start,
      end: it.end,
      ...(!holds(it, tolerance) && {
        wrong: `"${context.answer.text.slice(it.start, it.end)}", which would be ${short(it.value)}`,
      }),
    }));

const short = (value: number) => Number(value.toPrecision(4));
