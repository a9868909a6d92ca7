/** How much of a text says again what it has said before. */
import type { Sentence } from './answer.ts';
import { Stems } from './stems.ts';
import { trait } from './traits.ts';

/** Share of the different words of two sentences that are in both, from which on they are the same sentence. */
const ALIKE = 0.7;

/** A shorter sentence may well come twice. */
const LEAST_WORDS = 4;

/** Earlier sentences that each is compared with: the time must not grow with the square of the length. */
const BACK = 12;

export interface Repeated {
  /** Sentences that repeat one before them, and how many words they have. */
  sentences: number;
  words: number;
}

/** Sentences that repeat an earlier one, word by word or with small variations. */
export function repeatedIn(sentences: readonly Sentence[]): Repeated {
  const before: ReadonlySet<string>[] = [];
  const found = { sentences: 0, words: 0 };
  for (const { words } of sentences) {
    if (words.filter(isWord).length < LEAST_WORDS) continue;
    const stems = new Set(words.map(it => it.stem));
    if (before.some(it => alike(it, stems))) {
      found.sentences++;
      found.words += words.length;
    } else if (before.push(stems) > BACK) before.shift();
  }
  return found;
}

/** Single letters and figures come again in every table. */
const isWord = trait(({ text }) => text.length > 2 && !/^\d/.test(text));

/** Jaccard's index (Jaccard 1901) of two sets above the bound. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const most = Math.min(a.size, b.size);
  if (most < ALIKE * Math.max(a.size, b.size)) return false;
  let both = 0;
  for (const it of a) if (b.has(it)) both++;
  return both >= ALIKE * (a.size + b.size - both);
}

/** Share of letters and figures among the words, from which on a text is a table: its rows are alike by nature. */
const TABLE = 0.25;

export function isTable(sentences: readonly Sentence[]): boolean {
  const words = sentences.flatMap(it => it.words);
  const signs = words.filter(it => it.weight > 0 && (it.text.length < 2 || /^\d/.test(it.text)));
  return signs.length >= TABLE * words.length;
}

/** Words in a row that come again only where a text repeats itself. */
const RUN = 5;

/** Share, 0 to 1, of the words that stand in runs which have been there before. */
export function repeatedRuns(sentences: readonly Sentence[]): number {
  const stems = sentences.flatMap(it => it.words.filter(isWord).map(word => word.stem));
  const seen = new Set<string>();
  const again = stems.map(() => false);
  for (let from = 0; from + RUN <= stems.length; from++) {
    const run = stems.slice(from, from + RUN).join(' ');
    if (seen.has(run)) again.fill(true, from, from + RUN);
    seen.add(run);
  }
  return stems.length > 0 ? again.filter(Boolean).length / stems.length : 0;
}

/** Share, 0 to 1, of the words with meaning that come for the first time; 1 where there are none. */
export function shareOfNew(sentences: readonly Sentence[]): number {
  let fresh = 0;
  let all = 0;
  heard.begin();
  for (const { words } of sentences)
    for (const { spelling } of words) {
      if (spelling.halves === 0) continue;
      all++;
      if (heard.isNew(spelling)) fresh++;
    }
  return all > 0 ? fresh / all : 1;
}

/** One for all texts, since each is done before the next begins. */
const heard = new Stems();

/** How many different words there are among how many, letters and figures apart. */
export function varietyOf(sentences: readonly Sentence[]): { different: number; all: number } {
  const words = sentences.flatMap(it => it.words.filter(isWord));
  return { different: new Set(words.map(it => it.stem)).size, all: words.length };
}
