/** The signals that ask a process to end. */

interface Listening {
  on(name: NodeJS.Signals, run: () => void): void;
  off(name: NodeJS.Signals, run: () => void): void;
}

/** With their numbers: 128 and these make the exit codes. */
const ENDING: readonly (readonly [NodeJS.Signals, number])[] = [
  ['SIGHUP', 1],
  ['SIGINT', 2],
  ['SIGTERM', 15],
];

/** Calls `run` with the number of each signal that comes. @returns what stops listening. */
export function onEnding(signals: Listening, run: (signal: number) => void): () => void {
  const handlers = ENDING.map(([name, number]) => [name, () => run(number)] as const);
  for (const [name, handler] of handlers) signals.on(name, handler);
  return () => {
    for (const [name, handler] of handlers) signals.off(name, handler);
  };
}
