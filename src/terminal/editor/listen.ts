/** Everything that the outside can tell the editor, put on and taken off together. */
import { hear } from '../signals.ts';
import type { EditOptions } from './port.ts';

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
  const { data, resized, lost, ended, stopped, continued } = events;
  const hearNothing = hear({ input, signals }, data, ended);
  output.on('error', lost);
  output.on('resize', resized);
  signals.on('SIGTSTP', stopped);
  signals.on('SIGCONT', continued);
  return () => {
    hearNothing();
    output.off('error', lost);
    output.off('resize', resized);
    signals.off('SIGTSTP', stopped);
    signals.off('SIGCONT', continued);
  };
}
