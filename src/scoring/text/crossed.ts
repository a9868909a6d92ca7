/** Answers that tell two things apart the wrong way round: what is true of the one is said of the other, and the reverse. */
import type { Answer } from './answer.ts';
import { type Contrast, type Cut, cutsOf, type Saying, sayingsOf } from './contrasts.ts';
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
    for (const [sentence, crossed] of crossings(cuts, contrast))
      if (!found.has(sentence)) found.set(sentence, turned(crossed, targets));
  return found;
}

/** Telling words of a line that is the head of those below it. */
const HEAD = 3;

/**
 * Whether an answer in notes has sorted what is true of two things under the name of each: whoever can do that says something of
 * the terms, however bare they are.
 */
export const isSorted = (answer: Answer, contrasts: readonly Contrast[]): boolean =>
  contrastsNamed(answer, contrasts).some(it => sortsBy(answer, it));

function sortsBy({ sentences }: Answer, { pair: { one, other }, ofOne, ofOther }: Contrast): boolean {
  const right = new Set<string>();
  const wrong = new Set<string>();
  const heads = new Set<string>();
  let head: string | undefined;
  for (const { words } of sentences) {
    const stems = words.filter(it => it.weight > 0).map(it => it.stem);
    const named = [one, other].filter(it => stems.includes(it));
    if (named.length === 1 && stems.length <= HEAD) {
      head = named[0]!;
      heads.add(head);
    }
    if (head === undefined) continue;
    const [own, others] = head === one ? [ofOne, ofOther] : [ofOther, ofOne];
    for (const stem of stems) if (own.has(stem)) right.add(stem);
    for (const stem of stems) if (others.has(stem)) wrong.add(stem);
  }
  return heads.size === 2 && right.size >= LEAST.both && AGAINST * wrong.size <= right.size;
}

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

function crossings(answer: readonly Cut[], { pair, ofOne, ofOther }: Contrast): Map<number, Crossed> {
  const { one, other } = sayingsOf(pair, answer);
  const alone = onlyIn(one, other);
  const otherAlone = onlyIn(other, one);
  const [right, wrong] = [among(alone, ofOne), among(alone, ofOther)];
  const [otherRight, otherWrong] = [among(otherAlone, ofOther), among(otherAlone, ofOne)];
  const [said, otherSaid] = [different(wrong), different(otherWrong)];
  const all = said + otherSaid;
  const isCrossed =
    Math.min(said, otherSaid) >= LEAST.either &&
    all >= LEAST.both &&
    AGAINST * (different(right) + different(otherRight)) <= all;
  const found = new Map<number, Crossed>();
  if (!isCrossed) return found;
  note(found, wrong, pair.other);
  note(found, otherWrong, pair.one);
  return found;
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
