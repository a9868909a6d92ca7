// Answers that anyone can write who knows nothing, made from a question and what a full answer says.

/** Words that hold sentences together; what is left of a text without them is a list of terms. Not the judge's own: it is tested by them. */
const JOINING = new Set(
  `a an the of to in on at by for with and or is are was were be been it its this that these those as from which who what when where
  why how than then so if because can will would should could may not no do does did has have had you we i they he she their our
  your there into over between through during each any some all such only also more most very`.split(/\s+/),
);

/** Fewer terms may be all that there is to say. */
const LEAST_TERMS = 4;

/** The terms of a text, in its order. @param {string} text */
export const termsOf = text =>
  (text.match(/[\p{L}\p{N}'-]+/gu) ?? []).filter(it => !JOINING.has(it.toLowerCase()));

/**
 * In another order that is the same each time: from either end by turns. @param {readonly string[]} words
 */
export function mixed(words) {
  const half = Math.ceil(words.length / 2);
  const back = words.slice(half).reverse();
  return words.slice(0, half).flatMap((it, at) => [...back.slice(at, at + 1), it]);
}

/** What terms are pasted together with, by turns. */
const PASTE = [' of the ', ' with the ', ' in the ', ' and the '];

/** Terms with prepositions and articles between them, which say nothing. @param {readonly string[]} terms */
export function pasted(terms) {
  const text = terms.reduce((before, term, at) => before + PASTE[at % PASTE.length] + term);
  return `The ${text}.`;
}

/** Every verb that can be denied by a `not` is; null where there is none. @param {string} text */
export function negated(text) {
  const found = text.replace(
    /\b(is|are|was|were|can|will|should|must|could|would|may|does|do|did|has|have|had)\b(?! not|n't)/gi,
    '$1 not',
  );
  return found === text ? null : found;
}

/**
 * The kinds of cheats, each with what it makes of a question, of what a full answer says, and of what one to the next question
 * does; null where it can make nothing.
 *
 * @type {Readonly<Record<string, (question: string, full: string, other: string) => string | null>>}
 */
export const CHEATS = {
  'the question said again': question => question,
  'a list of terms': (_, full) => ofTerms(full, it => it.join(', ')),
  'terms in another order': (_, full) => ofTerms(full, it => it.join(' ')),
  'terms pasted together': (_, full) => ofTerms(full, pasted),
  'the question, and terms': (question, full) => ofTerms(full, it => `${question} ${it.join(' ')}`),
  'a full answer to the next question': (_, _full, other) => other,
  'a full answer, denied': (_, full) => negated(full),
};

/** @param {string} text @param {(terms: readonly string[]) => string} written */
function ofTerms(text, written) {
  const terms = termsOf(text);
  return terms.length < LEAST_TERMS ? null : written(mixed(terms));
}
