import { ramp } from '../ramp.ts';
import { quoteOf } from '../text/evidence.ts';
import { isFigure } from '../text/language.ts';
import { type Part, partsOf } from '../text/lists.ts';
import type { Context } from './context.ts';
import { short } from './flags/wording.ts';
import { type Reading, signal } from './shape.ts';

/** Share of words in common from which two parts begin to overlap, and at which they are one. */
const OVERLAP_FROM = 0.3;
const OVERLAP_TO = 0.7;

/** Parts that are looked at. More are a heap, whatever they say, and the time to compare them would grow with their square. */
const MOST = 200;

/** Words of a part that is more than a name. */
const DEVELOPED = 12;

export const branches = signal({
  kind: 'branches',
  about: 'List-like parts: items, headings, first and second.',
  params: {
    measure: {
      type: 'string',
      oneOf: ['parts', 'distinct', 'developed'],
      default: 'parts',
      about: 'Their number, how little they overlap, or how evenly each is filled.',
    },
    atLeast: { type: 'number', min: 2, max: 20, default: 3, about: 'Parts for full marks.' },
    atMost: { type: 'number', min: 2, max: 40, default: 9, about: 'More parts than this are a heap.' },
    trusted: {
      type: 'boolean',
      default: false,
      about: 'Worth less, the more of what is said of the question is wrong.',
    },
  },
  measure(context, { trusted, ...looked }) {
    const reading = divided(context, partsOf(context.answer).slice(0, MOST), looked);
    return { ...reading, value: reading.value * (trusted ? context.coverage.trust : 1) };
  },
});

/** What is looked at in the parts: see the parameters. */
interface Looked {
  measure: 'parts' | 'distinct' | 'developed';
  atLeast: number;
  atMost: number;
}

type Divided = Reading & { value: number };

function divided(context: Context, given: readonly Part[], { measure, atLeast, atMost }: Looked): Divided {
  if (measure === 'distinct' && given.length > 0) return distinct(context, given);
  const parts = different(context, given);
  if (parts.length < 2)
    return {
      value: 0,
      evidence: [],
      missing: ['parts that are told apart'],
      reason: 'It is one piece, without parts.',
    };
  if (measure === 'developed') return developed(context, parts);
  const heap = parts.length > atMost;
  return {
    value: heap ? atMost / parts.length : parts.length / atLeast,
    evidence: heads(context, parts),
    missing:
      parts.length < atLeast ? [`at least ${atLeast} parts`] : heap ? ['groups for so many parts'] : [],
    reason: `It has ${parts.length} parts.`,
  };
}

const heads = ({ answer }: Context, parts: readonly Part[]) =>
  parts.slice(0, 4).map(part => quoteOf(answer, part.sentences[0]!));

/** The parts without those that say again what an earlier one said. */
function different(context: Context, parts: readonly Part[]): Part[] {
  const kept: { part: Part; stems: Set<string> }[] = [];
  for (const part of parts) {
    const stems = stemsOf(context, part);
    if (kept.every(it => overlap(it.stems, stems) < OVERLAP_TO)) kept.push({ part, stems });
  }
  return kept.map(it => it.part);
}

/** The pair with most in common decides. */
function distinct(context: Context, parts: readonly Part[]): Divided {
  const stems = parts.map(part => stemsOf(context, part));
  let most = 0;
  let pair: [number, number] = [0, 0];
  for (let a = 0; a < stems.length; a++)
    for (let b = a + 1; b < stems.length; b++) {
      const shared = overlap(stems[a]!, stems[b]!);
      if (shared > most) [most, pair] = [shared, [a, b]];
    }
  const clear = most <= OVERLAP_FROM;
  return {
    value: 1 - ramp(most, OVERLAP_FROM, OVERLAP_TO),
    evidence: heads(context, parts),
    missing: clear
      ? []
      : [
          `a clear difference between ${called(context, parts[pair[0]]!)} and ${called(context, parts[pair[1]]!)}`,
        ],
    reason: clear
      ? 'The parts share few words.'
      : `Two parts, ${called(context, parts[pair[0]]!)} and ${called(context, parts[pair[1]]!)}, share ${Math.round(100 * most)} % of their words.`,
  };
}

/** Words that carry meaning; those of the question belong to every part, and equal figures are there by chance. */
function stemsOf({ question }: Context, part: Part): Set<string> {
  const words = part.sentences.flatMap(it => it.words);
  const own = words.filter(it => it.weight > 0 && !isFigure(it) && !question.prompt.has(it.stem));
  return new Set(own.map(it => it.stem));
}

/** Share of the smaller set that lies in the other; too small a set tells nothing. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const small = Math.min(a.size, b.size);
  return small < 2 ? 0 : [...a].filter(it => b.has(it)).length / small;
}

/** Parts that are called by name at most: more only repeat it. */
const MOST_NAMED = 3;

function developed(context: Context, parts: readonly Part[]): Divided {
  const words = parts.map(part => part.sentences.reduce((sum, it) => sum + it.words.length, 0));
  const thin = parts
    .filter((_, index) => words[index]! < DEVELOPED)
    .slice(0, MOST_NAMED)
    .map(it => called(context, it));
  return {
    value: words.reduce((sum, count) => sum + Math.min(1, count / DEVELOPED), 0) / parts.length,
    evidence: heads(context, parts),
    missing: thin.map(it => `more on ${it}`),
    reason:
      thin.length > 0 ? `Named, and hardly more: ${thin.join(', ')}.` : 'Something is said on every part.',
  };
}

/** A part by the words with which it begins. */
const called = ({ answer }: Context, { sentences: [first] }: Part): string =>
  `"${short(answer.text.slice(first!.start, first!.end))}"`;
