/** A list of words, as it is written in a source file. */
export const listed = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));
