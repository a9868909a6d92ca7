/** Keeps the key out of whatever is told: servers repeat it in their errors, whole or in part. */

/** A shorter part of a key says nothing, and stands in ordinary words. */
const TELLING = 8;
/** A shorter key is none: `x` and `none` are what servers without keys are given. */
const SHORTEST_KEY = 6;

const BLANK = '[key]';

/**
 * What looks like anybody's key: the forms that OpenAI and others like it, AWS, GitHub, Google and Slack give out, signed
 * tokens (RFC 7519), and what follows `Bearer`. A name such as pk_customer_id has no digit, and is none. The head
 * of a token has a bound, more than servers take in a header: without it each eyJ in a long word is followed to its end.
 */
export const LIKE_A_KEY =
  /\bBearer\s+[\w.~+/=-]{8,}|\b(?:sk|pk|rk|gsk|xai|hf)[-_](?=[\w*-]{0,200}[\d*])[\w*-]{8,}|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{20,}|\bAIza[\w-]{30,}|\bxox[abeprs]-[\w-]{10,}|\beyJ[\w-]{10,8000}\.[\w-]{10,}\.[\w-]*/gi;

/**
 * The text without the key and without every part of it of eight characters or more, as it is or percent-encoded, and
 * without what looks like another key.
 */
export function withoutKey(text: string, key: string | undefined): string {
  const known = isKey(key) ? [key, encodeURIComponent(key)] : [];
  return known.reduce(withoutParts, text).replace(LIKE_A_KEY, BLANK);
}

/** The text without the key as a whole: what is long and right, such as a reply, is not to be picked at. */
export function withoutWholeKey(text: string, key: string | undefined): string {
  return isKey(key) ? text.replaceAll(key, BLANK) : text;
}

/** The same of JSON that was read, its keys and its strings: a server may write a key in escapes, which no text shows. */
export function withoutKeyIn(value: object, key: string | undefined): object {
  return isKey(key) ? JSON.parse(withoutWholeKey(JSON.stringify(value), key)) : value;
}

const isKey = (key: string | undefined): key is string => key !== undefined && key.length >= SHORTEST_KEY;

/** Marks every place where a part of the key stands, and blanks what is marked. Time grows with the text alone. */
function withoutParts(text: string, key: string): string {
  const size = Math.min(TELLING, key.length);
  const parts = new Set(Array.from({ length: key.length - size + 1 }, (_, at) => key.slice(at, at + size)));
  let kept = '';
  let from = 0;
  let blankTo = -1;
  for (let at = 0; at + size <= text.length; at++) {
    if (!parts.has(text.slice(at, at + size))) continue;
    if (at > blankTo) {
      kept += text.slice(Math.max(from, blankTo), at) + BLANK;
      from = at;
    }
    blankTo = at + size;
  }
  return kept + text.slice(Math.max(from, blankTo));
}
