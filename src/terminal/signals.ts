/** What can end or break a wait at the terminal: signals, stops, and the terminal itself going away. */
import type { Signals } from './screen.ts';

/** Numbers of the signals that end a wait; 128 and these make the exit codes. */
export const SIGNAL = { hangup: 1, interrupt: 2, terminate: 15 } as const;

/** The bytes that a terminal sends for these keys while it is raw. */
export const CTRL = { c: 0x03, d: 0x04, z: 0x1a } as const;

const ENDING: readonly (readonly [NodeJS.Signals, number])[] = [
  ['SIGHUP', SIGNAL.hangup],
  ['SIGINT', SIGNAL.interrupt],
  ['SIGTERM', SIGNAL.terminate],
];

/** What can be listened to for signals. */
export type Listening = Pick<Signals, 'on' | 'off'>;

const heardBefore = () => {};

/** A closed window tells of itself by signals and by the end of its input, in any order: the later ones must not cut the tidying short. */
const hearNoMoreHangups = (signals: Listening) => signals.on('SIGHUP', heardBefore);

/** Calls `run` with the number of each signal that comes. @returns what stops listening. */
export function onEnding(signals: Listening, run: (signal: number) => void): () => void {
  const handlers = ENDING.map(([name, number]) => {
    const handler = () => {
      if (name === 'SIGHUP') hearNoMoreHangups(signals);
      run(number);
    };
    return [name, handler] as const;
  });
  for (const [name, handler] of handlers) signals.on(name, handler);
  return () => {
    for (const [name, handler] of handlers) signals.off(name, handler);
  };
}

/** Calls `asked` when this process is asked to stop for a while, and `over` when it goes on after any stop. */
export function onStop(signals: Listening, asked: () => void, over: () => void): () => void {
  signals.on('SIGTSTP', asked);
  signals.on('SIGCONT', over);
  return () => {
    signals.off('SIGTSTP', asked);
    signals.off('SIGCONT', over);
  };
}

/** Stops this process; resolves when it goes on. */
export function stopped(signals: Signals): Promise<void> {
  return new Promise(resolve => {
    const goOn = () => {
      signals.off('SIGCONT', goOn);
      resolve();
    };
    signals.on('SIGCONT', goOn);
    signals.suspend();
  });
}

/** The part of an input that a wait listens to. */
export interface Heard {
  on(event: 'data', listener: (chunk: Buffer) => void): unknown;
  on(event: 'end', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  off(event: 'data', listener: (chunk: Buffer) => void): unknown;
  off(event: 'end', listener: () => void): unknown;
  off(event: 'error', listener: (error: Error) => void): unknown;
}

/**
 * Listens to what is typed and to all that ends it; an input that ends or fails is a terminal that is gone, a hangup.
 * @returns what takes every listener off again.
 */
export function hear(
  { input, signals }: { input: Heard; signals: Listening },
  data: (chunk: Buffer) => void,
  ended: (signal: number) => void,
): () => void {
  const hangup = () => {
    hearNoMoreHangups(signals);
    ended(SIGNAL.hangup);
  };
  input.on('data', data);
  input.on('end', hangup);
  input.on('error', hangup);
  const stopListening = onEnding(signals, ended);
  return () => {
    input.off('data', data);
    input.off('end', hangup);
    input.off('error', hangup);
    stopListening();
  };
}
