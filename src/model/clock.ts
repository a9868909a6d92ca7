/** Where time and timers come from; passed in, so that tests and scripted interviews need not wait. */
export interface Clock {
  /** Unix time in milliseconds. */
  now(): number;
  setTimeout(run: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
}
