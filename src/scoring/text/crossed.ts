/** Answers that tell two things apart the wrong way round: what is true of the one is said of the other, and the reverse. */
import type { Answer } from './answer.ts';
import { type Contrast, type Cut, cutsOf, type Saying, type Sayings, sayingsOf } from './contrasts.ts';
import { filedUnder } from './filed.ts';
import type { Target } from './searchable.ts';

/**
 * So many different words of either are said of the other, and of both together. With these no right answer of the ladders, nor
 * of those to the shipped questions, is crossed; four words together cross one of them.
 */
const LEAST = { either: 2, both: 5 };

/** For each word at its right place so many must be at the wrong one. */
const AGAINST = 4;

/** The sentences that say of one thing what is true of another and also the reverse, each with a true text that it turns round. */
export function crossedIn(
  answer: Answer,
  contrasts: readonly Contrast[],
  targets: readonly Target[],
): Map<number, Target> {
  const found = new Map<number, Target>();
  const named = contrastsNamed(answer, contrasts);
  if (named.length === 0) return found;
  const cuts = cutsOf(answer);
  for (const contrast of named)
    for (const [sentence, crossed] of crossings(answer, cuts, contrast))
      if (!found.has(sentence)) found.set(sentence, turned(crossed, targets));
  return found;
}

/**
 * Whether an answer in notes has sorted what is true of two things under the name of each: whoever can do that says something of
 * the terms, however bare they are.
 */
export const isSorted = (answer: Answer, contrasts: readonly Contrast[]): boolean =>
  contrastsNamed(answer, contrasts).some(contrast => {
    const filed = filedUnder(contrast.pair, answer);
    if (filed === undefined) return false;
    const { right, wrong } = compared(contrast, filed);
    const all = different(right.one) + different(right.other);
    return all >= LEAST.both && AGAINST * (different(wrong.one) + different(wrong.other)) <= all;
  });

/** Those of which an answer names both: who speaks of one alone confuses nothing. */
function contrastsNamed({ sentences }: Answer, contrasts: readonly Contrast[]): readonly Contrast[] {
  if (contrasts.length === 0) return contrasts;
  const isNamed = (stem: string) => sentences.some(({ words }) => words.some(it => it.stem === stem));
  return contrasts.filter(({ pair }) => isNamed(pair.one) && isNamed(pair.other));
}

/** A sentence's words that are true of one of a pair and said of the other. */
interface Crossed {
  /** Of whom they are true. */
  whose: string;
  stems: string[];
}

function crossings(answer: Answer, cuts: readonly Cut[], contrast: Contrast): Map<number, Crossed> {
  const { pair } = contrast;
  const { right, wrong } = compared(contrast, filedUnder(pair, answer) ?? sayingsOf(pair, cuts));
  const [said, otherSaid] = [different(wrong.one), different(wrong.other)];
  const all = said + otherSaid;
  const isCrossed =
    Math.min(said, otherSaid) >= LEAST.either &&
    all >= LEAST.both &&
    AGAINST * (different(right.one) + different(right.other)) <= all;
  const found = new Map<number, Crossed>();
  if (!isCrossed) return found;
  note(found, wrong.one, pair.other);
  note(found, wrong.other, pair.one);
  return found;
}

/** What is said of each of a pair alone, by whether it is true of it or of the other. */
function compared({ ofOne, ofOther }: Contrast, { one, other }: Sayings): Record<'right' | 'wrong', Sayings> {
  const alone = onlyIn(one, other);
  const otherAlone = onlyIn(other, one);
  return {
    right: { one: among(alone, ofOne), other: among(otherAlone, ofOther) },
    wrong: { one: among(alone, ofOther), other: among(otherAlone, ofOne) },
  };
}

const among = (said: readonly Saying[], stems: ReadonlySet<string>) => said.filter(it => stems.has(it.stem));

const different = (said: readonly Saying[]) => new Set(said.map(it => it.stem)).size;

/** What is said of one of them only. */
function onlyIn(said: readonly Saying[], beside: readonly Saying[]): Saying[] {
  const both = new Set(beside.map(it => it.stem));
  return said.filter(it => !both.has(it.stem));
}

function note(found: Map<number, Crossed>, said: readonly Saying[], whose: string): void {
  for (const { stem, sentence } of said) {
    const crossed = found.get(sentence);
    if (crossed) crossed.stems.push(stem);
    else found.set(sentence, { whose, stems: [stem] });
  }
}

/** The true text that has most of the words, said of the right one. */
function turned({ whose, stems }: Crossed, targets: readonly Target[]): Target {
  const common = ({ wanted }: Target) => {
    const has = new Set(wanted.map(it => it.word.stem));
    return stems.filter(it => has.has(it)).length + (has.has(whose) ? 1 : 0);
  };
  return targets.reduce((best, it) => (common(it) > common(best) ? it : best));
}
