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
    if (text.length > longest) return find(text);
    const own = apart(text);
    const made = find(own);
    if (known.size >= most) known.clear();
    known.set(own, made);
    return made;
  };
}

/** V8 copies what is shorter. */
const SLICED = 13;

/** A string of its own: a slice of an answer would keep all of it, and so would slices of that. What is long is no slice. */
const apart = (text: string): string =>
  text.length < SLICED || text.length > LONGEST ? text : text.split('').join('');
