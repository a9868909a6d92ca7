/** Words for when: days, seasons, years, stretches of time. */

/** By name, and stretches. `May` and `march` are too often something else. */
const MOMENTS: ReadonlySet<string> = new Set(
  `
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
    sundays january february april june july august september october november december jan feb aug sept oct nov dec
    spring summer autumn winter christmas easter midnight noon lunchtime lunch yesterday
    seconds minute minutes min mins hour hours hrs day days night nights evening evenings morning mornings afternoon
    afternoons week weeks weekend fortnight month months quarter quarters term season seasons year years decade sprint shift
  `
    .trim()
    .split(/\s+/),
);

/** 1950 to 2049, read as a year. */
const YEAR = /^(?:19[5-9]|20[0-4])\d$/;

/** A moment or a stretch of time; `word` in lower case. */
export const isMoment = (word: string) => MOMENTS.has(word) || YEAR.test(word);
