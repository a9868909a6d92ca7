/** The readable table of a classifier, and the form in which it is looked up. */
import { hashOf } from '../text/hash.ts';
import { BEGINNING, type Compiled, ofPair, ofStem, RARITY_PARTS } from './classifier.ts';

/** A turn of speech: a stem, or two words as they are written side by side, `^` for the beginning of a sentence. */
export interface Turn {
  name: string;
  /** Natural logarithm of how many texts there are to one that has it, 0 to 12.7. */
  rarity: number;
  /** For each class, -26 to 26. */
  weights: readonly number[];
}

export interface Table {
  classes: readonly string[];
  scales: readonly number[];
  turns: readonly Turn[];
}

/** The highest weight, as many as there are letters. */
export const MOST = 26;

const LETTERS = 'zyxwvutsrqponmlkjihgfedcba.ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * `classes`, `scales`, then a line a turn: its name, its rarity and a letter a class, parted by tabs. `A` to `Z` speak for a
 * class, more and more, `a` to `z` against it, and `.` does neither.
 */
export function tableText({ classes, scales, turns }: Table): string {
  const lines = turns.map(
    ({ name, rarity, weights }) =>
      `${name}\t${rarity.toFixed(2)}\t${weights.map(it => LETTERS[it + MOST]).join('')}`,
  );
  return [`classes: ${classes.join(' ')}`, `scales: ${scales.join(' ')}`, ...lines, ''].join('\n');
}

/** Reads what `tableText` wrote. */
export function tableOf(text: string): Table {
  const [classes, scales, ...lines] = text.split('\n');
  const turns = lines
    .filter(it => it !== '')
    .map(line => {
      const [name, rarity, weights] = line.split('\t');
      return {
        name: name!,
        rarity: Number(rarity),
        weights: Array.from(weights!, it => LETTERS.indexOf(it) - MOST),
      };
    });
  return { classes: valuesOf(classes!), scales: valuesOf(scales!).map(Number), turns };
}

const valuesOf = (line: string): string[] =>
  line
    .slice(line.indexOf(':') + 1)
    .trim()
    .split(' ');

export function compiledClassifier({ classes, scales, turns }: Table): Compiled {
  return {
    classes,
    scales,
    keys: Int32Array.from(turns, it => hashOfTurn(it.name)),
    rarities: Uint8Array.from(turns, it => Math.round(RARITY_PARTS * it.rarity)),
    weights: Int8Array.from(turns.flatMap(it => it.weights)),
  };
}

function hashOfTurn(name: string): number {
  const [first, second] = name.split(' ');
  if (second === undefined) return ofStem(first!);
  return ofPair(first === '^' ? BEGINNING : hashOf(first!), hashOf(second));
}

/** In one line of JSON, as the build writes it. */
export function packed({ classes, scales, keys, rarities, weights }: Compiled): string {
  const base64 = ({ buffer, byteOffset, byteLength }: Int32Array | Uint8Array | Int8Array) =>
    Buffer.from(buffer, byteOffset, byteLength).toString('base64');
  return JSON.stringify({
    classes,
    scales,
    keys: base64(keys),
    rarities: base64(rarities),
    weights: base64(weights),
  });
}

/** Reads what `packed` wrote. */
export function unpacked(json: string): Compiled {
  const { classes, scales, keys, rarities, weights } = JSON.parse(json);
  const bytes = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'));
  return {
    classes,
    scales,
    keys: new Int32Array(bytes(keys).buffer),
    rarities: bytes(rarities),
    weights: new Int8Array(bytes(weights).buffer),
  };
}
