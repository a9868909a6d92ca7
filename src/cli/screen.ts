import type { Screen } from '../terminal/screen.ts';
import { styleFor } from '../terminal/style.ts';
import { type Io, wantsColor } from './io.ts';

/** The shells of Emacs, as it names them to what runs in them; its terminal emulators send keys. */
const LINE_SENDERS = /,(comint|eshell)\b/;

/** The terminal as the interview's parts get it. */
export function screenFor(io: Io, options: { color?: boolean; inline?: boolean }): Screen {
  const color = wantsColor(io, io.stdout, options.color);
  const editorCommand = io.env.VISUAL || io.env.EDITOR;
  return {
    input: io.stdin,
    output: io.stdout,
    messages: io.stderr,
    signals: io.signals,
    clock: io.clock,
    style: styleFor(color),
    color,
    inline: options.inline ?? false,
    wholeLines: LINE_SENDERS.test(io.env.INSIDE_EMACS ?? ''),
    ...(editorCommand && { editorCommand }),
  };
}
