/** Finds in the answer what a model says it quotes. What is not there is no evidence. */
import type { Evidence } from '../../../model/score.ts';
import type { Copy } from '../../text/copy.ts';
import { slice } from '../../text/evidence.ts';

/** Letters of a word that says something by itself; with fewer it takes two words, whole ones, or the whole answer. */
const TELLING = 8;
const LETTER = /[\p{L}\p{N}]/u;

/** Where a quote stands in a text; below 0 where it does not, or says nothing there. */
function placeOf(wanted: string, text: string): number {
  if (wanted === '') return -1;
  if (wanted.length >= TELLING || wanted === text.trim()) return text.indexOf(wanted);
  if (!/\S\s\S/.test(wanted)) return -1;
  const isWithin = (end: number) =>
    end > 0 && end < text.length && [end - 1, end].every(it => LETTER.test(text[it]!));
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
    if (!isWithin(at) && !isWithin(at + wanted.length)) return at;
  return -1;
}

/** A text with white space as single blanks and quote marks straight, and where each unit stands. */
interface Plain {
  text: string;
  places: number[];
}

const SPACE = /\s/;
const STRAIGHT: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
};

function plain(text: string): Plain {
  let made = '';
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!;
    const isSpace = SPACE.test(unit);
    if (isSpace && (made === '' || made.endsWith(' '))) continue;
    made += isSpace ? ' ' : (STRAIGHT[unit] ?? unit);
    places.push(at);
  }
  return { text: made, places };
}

const remembered = new WeakMap<Copy, Plain>();

function plainCopy(copy: Copy): Plain {
  const known = remembered.get(copy) ?? plain(copy.text);
  remembered.set(copy, known);
  return known;
}

/**
 * The place in the answer that a quote is from, as an exact slice of the answer: the first that reads the same, white
 * space and the form of quote marks aside. Undefined where there is none, and for a quote too short to show anything.
 */
export function evidenceFor(quote: string, answer: string, copy: Copy): Evidence | undefined {
  const wanted = plain(quote).text.trimEnd();
  const { text, places } = plainCopy(copy);
  const at = placeOf(wanted, text);
  if (at < 0) return undefined;
  const place = (unit: number) => copy.places[places[unit]!]!;
  return slice(answer, place(at), place(at + wanted.length - 1) + 1);
}
