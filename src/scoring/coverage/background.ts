/** What any talk about software and work has in common with a text: that much of it is chance. */
import { type Answer, parse } from '../text/answer.ts';
import type { Target } from '../text/searchable.ts';

/** How anybody talks, whatever the question; our own words. */
const BACKGROUND = `
The client sends a request to the server, and the service answers after it has read the data it needs from a store. When
there is more work than it can take, the rest has to wait in a queue, so every call takes longer and some of them fail.
A new value is first written to one place and then copied to the others, which keeps the state safe if a machine goes down.
Each thread runs its own code and holds its own memory, and when two of them change the same object at the same time the
order of the steps is not clear, so one keeps a lock until it is done. The system checks whether the result is still valid;
otherwise it starts again from the last good point, or returns an error to the caller. Small parts are cheap to build and
to test, but they need more connections, and a slow one can block all that depend on it. In production we set a limit and a
timeout, look at the numbers, find the cause and fix it in the next release, because users notice a long delay at once.
It depends on the size of the data, the load and the cost: a simple design with one list or one table works for most cases,
and only a large number of keys or messages makes another level, a cache or a second copy worth its price.
`;

/** Sentences that make a window, as in an answer (alignment.ts). */
const WINDOW = 2;

let read: Answer | undefined;

/** Such talk, as an answer; read when it is first asked for. */
export function talk(): Answer {
  read ??= parse(BACKGROUND);
  return read;
}

/** For each stem of it, the numbers of the sentences that have it. */
let places: ReadonlyMap<string, readonly number[]> | undefined;

function placesRead(): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [number, { words }] of talk().sentences.entries())
    for (const stem of new Set(words.map(it => it.stem)))
      found.set(stem, [...(found.get(stem) ?? []), number]);
  return found;
}

/** Weight found in each window, of one text after the other. */
let gains = new Float64Array(0);

/** Share, 0 to 1, of a text's weight that any talk says in one place, word for word. */
export function recallByChance({ wanted, total }: Target): number {
  places ??= placesRead();
  const windows = talk().sentences.length + WINDOW - 1;
  gains = gains.length < windows ? new Float64Array(windows) : gains.fill(0);
  let most = 0;
  for (const { word, weight } of wanted) {
    const own = places.get(word.stem);
    if (own === undefined) continue;
    let last = -WINDOW;
    for (const number of own) {
      // In the windows that begin before it and end with it, or with what comes behind it.
      for (let window = Math.max(number, last + WINDOW); window < number + WINDOW; window++) {
        gains[window]! += weight;
        if (gains[window]! > most) most = gains[window]!;
      }
      last = number;
    }
  }
  return total > 0 ? most / total : 0;
}
