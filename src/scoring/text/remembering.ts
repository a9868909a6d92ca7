/** Texts of more units than this are hardly asked for again, and would fill the memory. */
const LONGEST = 200;

/** A function of a text that remembers what it found for some; the memory is dropped rather than grown beyond so many. */
export function remembering<To>(
  find: (text: string) => To,
  most: number,
  longest = LONGEST,
): (text: string) => To {
  const known = new Map<string, To>();
  return text => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = find(text);
    if (text.length > longest) return made;
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
}
