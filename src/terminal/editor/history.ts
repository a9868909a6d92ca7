/** Undo: the texts before each edit, typing taken together by words. */
import type { TextBuffer } from './buffer.ts';

export interface History {
  /** Oldest first. */
  readonly past: readonly TextBuffer[];
  /** What the last edit was; edits of one kind in a row are undone together. */
  readonly kind: string;
}

const REMEMBERED = 200;

export const NO_HISTORY: History = { past: [], kind: '' };

/** Remembers `before`, unless the edit goes on with one of the same kind. An empty kind stands alone. */
export function remembered(history: History, before: TextBuffer, kind: string): History {
  if (kind !== '' && kind === history.kind) return history;
  return { past: [...history.past.slice(1 - REMEMBERED), before], kind };
}

/** The next edit stands alone: the cursor was moved. */
export function interrupted(history: History): History {
  return history.kind === '' ? history : { ...history, kind: '' };
}

/** The text before the last edit; undefined when there is none. */
export function undone(history: History): { buffer: TextBuffer; history: History } | undefined {
  const buffer = history.past.at(-1);
  return buffer && { buffer, history: { past: history.past.slice(0, -1), kind: '' } };
}
