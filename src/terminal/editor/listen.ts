/** Everything that the outside can tell the editor, put on and taken off together. */
import type { EditOptions } from './port.ts';

/** Numbers of the signals that end an answer; 128 and these make the exit codes. */
export const SIGNAL = { hangup: 1, interrupt: 2, terminate: 15 } as const;

export interface Events {
  data(chunk: Buffer): void;
  resized(): void;
  /** The output takes nothing any more. */
  lost(): void;
  /** A signal, or the end of the input, which is a hangup. */
  ended(signal: number): void;
  /** Asked to stop for a while, as by Ctrl-Z, and continued after whatever stop. */
  stopped(): void;
  continued(): void;
}

/** @returns what takes every listener off again. */
export function listen({ input, output, signals }: EditOptions, events: Events): () => void {
  const { data, resized, lost, stopped, continued } = events;
  const hangup = () => events.ended(SIGNAL.hangup);
  input.on('data', data);
  input.on('end', hangup);
  input.on('error', hangup);
  output.on('error', lost);
  output.on('resize', resized);
  const handlers: [NodeJS.Signals, () => void][] = [
    ['SIGHUP', hangup],
    ['SIGINT', () => events.ended(SIGNAL.interrupt)],
    ['SIGTERM', () => events.ended(SIGNAL.terminate)],
    ['SIGTSTP', stopped],
    ['SIGCONT', continued],
  ];
  for (const [name, handler] of handlers) signals.on(name, handler);
  return () => {
    input.off('data', data);
    input.off('end', hangup);
    input.off('error', hangup);
    output.off('error', lost);
    output.off('resize', resized);
    for (const [name, handler] of handlers) signals.off(name, handler);
  };
}
