/** Runs of four letters of a text: they see spelling variants, compounds and word order that whole words do not. */

/** More slots than any text has runs; two runs that share one are rare and cost nothing. */
const SLOTS = 1 << 18;
const LENGTH = 4;

/** Letter and digit codes by character code; everything else parts words. */
const CODES = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code >= 97 && code <= 122) return code - 96;
  if (code >= 65 && code <= 90) return code - 64;
  return code >= 48 && code <= 57 ? code - 20 : 0;
});

/** The slots of the runs of a stretch of text, in order, with repeats; white space and signs count as one gap. */
export function gramsIn(text: string, start = 0, end = text.length): number[] {
  const slots: number[] = [];
  let run = 0;
  let length = 1;
  let last = 0;
  for (let at = start; at <= end; at++) {
    const char = at < end ? text.charCodeAt(at) : 32;
    const code = char < 128 ? CODES[char]! : 37;
    if (code === 0 && last === 0) continue;
    last = code;
    run = ((run * 40 + code) >>> 0) % 2_560_000;
    if (++length >= LENGTH) slots.push(run % SLOTS);
  }
  return slots;
}

/** When each slot was last seen; one array for all texts, so that none has to be cleared. */
const seen = new Int32Array(SLOTS);
let turn = 0;

/** A set of slots that holds until the next one is made. */
export function slotSet(lists: readonly (readonly number[])[]): { has(slot: number): boolean } {
  turn++;
  const now = turn;
  for (const list of lists) for (const slot of list) seen[slot] = now;
  return { has: slot => seen[slot] === now };
}
