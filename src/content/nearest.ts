import { distance } from 'fastest-levenshtein';

/** Longer names are not compared: nobody mistypes them, and the cost grows with the square. */
const LONGEST = 64;

/**
 * The known name that was probably meant: at most one edit in three letters away, else the only one that contains the
 * given name (or is contained in it). Undefined when nothing is near. The first of equally near names wins.
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  if (name.length > LONGEST) return undefined;
  const wanted = name.toLowerCase();
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let least = allowed + 1;
  const containing: string[] = [];
  for (const candidate of known) {
    const lower = candidate.toLowerCase();
    if (overlaps(lower, wanted)) containing.push(candidate);
    if (Math.abs(lower.length - wanted.length) >= least) continue;
    const edits = distance(lower, wanted);
    if (edits < least && edits < wanted.length) [best, least] = [candidate, edits];
  }
  return best ?? (containing.length === 1 ? containing[0] : undefined);
}

/** A name of one to three letters is in too many others to mean anything. */
function overlaps(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length > 3 && long.includes(short);
}
