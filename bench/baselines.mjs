// The plainest ways to grade an answer. A judge that does not beat them is not worth its time.

/** How many words a text has. @param {string} text */
export const lengthOf = text => text.match(/\S+/g)?.length ?? 0;

/** The different stems of a text, of all its words. @param {string} text @param {(word: string) => string} stem */
export function stemsOf(text, stem) {
  return new Set(
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.map(stem),
  );
}

/**
 * Share, 0 to 1, of a reference's stems that the answer has.
 *
 * @param {ReadonlySet<string>} reference @param {ReadonlySet<string>} answer
 */
export function recallOf(reference, answer) {
  let found = 0;
  for (const stem of reference) if (answer.has(stem)) found++;
  return reference.size > 0 ? found / reference.size : 0;
}
