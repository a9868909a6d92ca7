/**
 * Lines typed at a terminal, key by key. A terminal that collects the line itself drops it at Ctrl-C and when its window
 * closes, and cuts it at 4,095 bytes; here each key is told as it comes. It shows what such a terminal would show.
 */
import type { Clock } from '../model/clock.ts';
import { createDecoder } from './editor/decoder.ts';
import { boundaryBefore, textWidth } from './editor/graphemes.ts';
import type { Input } from './editor/keys.ts';
import type { Screen } from './screen.ts';
import { hear, onStop, SIGNAL } from './signals.ts';
import type { Taker } from './taker.ts';

/** Milliseconds after which an Esc was a key of its own, and a paste whose end never came is over. */
const SILENCE = { escape: 50, paste: 5_000 };

type Needs = Pick<Screen, 'input' | 'signals'> & {
  clock: Pick<Clock, 'setTimeout' | 'clearTimeout'>;
  /** Where what is typed is shown. */
  echo: NodeJS.WritableStream;
};

/** Takes the keyboard until it is told to stop. @returns what stops it and gives the terminal back as it was. */
export function takeTypedLines({ input, signals, clock, echo }: Needs, taker: Taker): () => void {
  const decoder = createDecoder();
  let silence: unknown;
  /** What is shown once all that came is told. */
  let shown = '';

  const show = () => {
    if (shown !== '') echo.write(shown);
    shown = '';
  };
  const receive = (inputs: Input[]) => {
    for (const it of inputs) {
      if (it.kind === 'text') addText(it.text);
      else KEYS[it.key]?.();
    }
    taker.told();
    show();
    clock.clearTimeout(silence);
    const waiting = decoder.waiting();
    if (waiting) silence = clock.setTimeout(() => receive(decoder.expire()), SILENCE[waiting]);
  };
  const addText = (text: string) => {
    const [first = '', ...rest] = text.split('\n');
    append(first);
    for (const line of rest) {
      endLine();
      append(line);
    }
  };
  const append = (text: string) => {
    taker.half += text;
    shown += drawn(text);
  };
  const endLine = () => {
    shown += '\n';
    taker.endLine();
  };
  const eraseTo = (place: number) => {
    const gone = taker.half.slice(place);
    taker.half = taker.half.slice(0, place);
    // Counted too wide, it would take what stands before it off the screen.
    if (JOINED.test(gone)) showAgain();
    else shown += '\b \b'.repeat(textWidth(gone));
  };
  const showAgain = () => {
    shown += `\n${drawn(taker.half)}`;
  };
  const beOff = () => {
    if (taker.half !== '') shown += '\n';
    show();
    input.setRawMode(false);
  };
  const goOn = () => {
    // The shell may have changed the mode meanwhile, and ours is set only when it is thought to be another.
    input.setRawMode(false);
    input.setRawMode(true);
    echo.write(drawn(taker.half));
  };
  const suspend = () => {
    beOff();
    signals.suspend();
  };
  const KEYS: Readonly<Record<string, () => void>> = {
    enter: endLine,
    'alt+enter': endLine,
    tab: () => append('\t'),
    backspace: () => eraseTo(boundaryBefore(taker.half, taker.half.length)),
    'ctrl+w': () => eraseTo(wordStart(taker.half)),
    'ctrl+u': () => eraseTo(0),
    'ctrl+r': showAgain,
    'ctrl+l': showAgain,
    'ctrl+d': () => {
      if (taker.half === '') taker.add('end');
    },
    'ctrl+c': () => {
      if (taker.half !== '') shown += '\n';
      signals.interrupt();
    },
    'ctrl+z': suspend,
  };

  input.setRawMode(true);
  input.resume();
  // Who interrupts is heard by those who wait for signals; what is heard here is that the terminal is gone.
  const hearNothing = hear(
    { input, signals: NO_SIGNALS },
    chunk => receive(decoder.feed(chunk)),
    () => taker.add(SIGNAL.hangup),
  );
  const hearNoStops = onStop(signals, suspend, goOn);
  return () => {
    clock.clearTimeout(silence);
    hearNothing();
    hearNoStops();
    input.setRawMode(false);
    input.pause();
  };
}

const NO_SIGNALS = { on: () => {}, off: () => {} };

/** Emoji of several parts, which some terminals draw as one and others side by side. */
const JOINED = /[\u200d\ufe0f\p{Emoji_Modifier}\p{Regional_Indicator}]/u;

/** As wide as it is counted. */
const drawn = (text: string) => text.replaceAll('\t', '    ');

/** Where the last word begins; the spaces after it go with it. */
function wordStart(text: string): number {
  const trimmed = text.trimEnd();
  return trimmed.length - trimmed.split(/\s/).at(-1)!.length;
}
