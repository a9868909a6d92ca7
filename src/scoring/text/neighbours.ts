/** Which words stand next to each other: an order that a shuffled text has lost. */
import { parse, type Sentence } from './answer.ts';

export type Neighbours = ReadonlySet<string>;

/** Every pair of words with meaning that follow each other in some texts, function words between them apart. */
export function neighboursIn(texts: readonly string[]): Neighbours {
  const pairs = new Set<string>();
  for (const text of texts)
    for (const sentence of parse(text).sentences) for (const pair of pairsOf(sentence)) pairs.add(pair);
  return pairs;
}

/** Share, 0 to 1, of the pairs of some sentences that are known; 1 where there is none. */
export function familiar(known: Neighbours, sentences: readonly Sentence[]): number {
  const pairs = sentences.flatMap(pairsOf);
  return pairs.length > 0 ? pairs.filter(it => known.has(it)).length / pairs.length : 1;
}

function pairsOf({ words }: Sentence): string[] {
  const telling = words.filter(it => it.weight > 0);
  return telling.slice(1).map((word, index) => `${telling[index]!.stem} ${word.stem}`);
}
