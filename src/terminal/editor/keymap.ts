/** The keys that edit: a table from their names to what they do to the text. */
import {
  bottom,
  end,
  erase,
  home,
  insert,
  killToEnd,
  killToStart,
  left,
  right,
  type TextBuffer,
  top,
  wordLeft,
  wordRight,
} from './buffer.ts';
import { moveRows } from './layout.ts';

/** The window of the text: columns that it is wrapped at, and rows. */
export interface Pane {
  width: number;
  height: number;
}

type Edit = (buffer: TextBuffer, pane: Pane) => TextBuffer;

const up: Edit = (buffer, { width }) => moveRows(buffer, -1, width);
const down: Edit = (buffer, { width }) => moveRows(buffer, 1, width);
/** A page keeps one row of the last in view. */
const pageUp: Edit = (buffer, { width, height }) => moveRows(buffer, -Math.max(1, height - 1), width);
const pageDown: Edit = (buffer, { width, height }) => moveRows(buffer, Math.max(1, height - 1), width);
const deleteBack: Edit = buffer => erase(buffer, left);
const deleteForward: Edit = buffer => erase(buffer, right);
const deleteWordBack: Edit = buffer => erase(buffer, wordLeft);
const deleteWordForward: Edit = buffer => erase(buffer, wordRight);

/** As in readline and in what desktops made usual. */
export const KEYMAP: Readonly<Record<string, Edit>> = {
  enter: buffer => insert(buffer, '\n'),
  tab: buffer => insert(buffer, '\t'),
  left,
  'ctrl+b': left,
  right,
  'ctrl+f': right,
  up,
  down,
  'ctrl+n': down,
  pageup: pageUp,
  'alt+v': pageUp,
  pagedown: pageDown,
  'ctrl+v': pageDown,
  'ctrl+left': wordLeft,
  'alt+left': wordLeft,
  'alt+b': wordLeft,
  'ctrl+right': wordRight,
  'alt+right': wordRight,
  'alt+f': wordRight,
  home,
  'ctrl+a': home,
  end,
  'ctrl+e': end,
  'ctrl+home': top,
  'alt+<': top,
  'ctrl+end': bottom,
  'alt+>': bottom,
  backspace: deleteBack,
  delete: deleteForward,
  'ctrl+w': deleteWordBack,
  'alt+backspace': deleteWordBack,
  'ctrl+backspace': deleteWordBack,
  'alt+d': deleteWordForward,
  'ctrl+delete': deleteWordForward,
  'alt+delete': deleteWordForward,
  'ctrl+k': killToEnd,
  'ctrl+u': killToStart,
};
