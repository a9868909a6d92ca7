/** What the bytes of an escape sequence mean: names of keys, as in `ctrl+left`, `alt+enter`, `pageup`. */

/** Final bytes of `CSI … x` and `SS3 x`. */
const BY_FINAL: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  F: 'end',
  H: 'home',
};

/** Numbers of `CSI n ~`. */
const BY_NUMBER: Readonly<Record<number, string>> = {
  1: 'home',
  3: 'delete',
  4: 'end',
  5: 'pageup',
  6: 'pagedown',
  7: 'home',
  8: 'end',
};

/** Code points that are keys of their own in `CSI code ; modifiers u` (kitty, fixterms) and `CSI 27 ; modifiers ; code ~` (xterm). */
const BY_CODE: Readonly<Record<number, string>> = {
  8: 'backspace',
  9: 'tab',
  10: 'enter',
  13: 'enter',
  27: 'escape',
  127: 'backspace',
  57414: 'enter',
};

const SHIFT = 1;
const ALT = 2;
const CTRL = 4;
/** Super, hyper and meta: for the window system, never for us. */
const FOREIGN = 8 | 16 | 32;
const RELEASED = 3;

/** What the candidate did: a key, or text that was typed or pasted. */
export type Input = { kind: 'key'; key: string } | { kind: 'text'; text: string; pasted: boolean };

/** The modifiers as they are sent: one more than the sum of their bits. */
function named(key: string, modifiers: number): Input {
  const bits = Math.max(0, modifiers - 1);
  // Most terminals send Shift-Enter and Ctrl-Enter as Enter: nothing may depend on telling them apart.
  const ctrl = bits & CTRL && key !== 'enter' ? 'ctrl+' : '';
  return { kind: 'key', key: `${ctrl}${bits & ALT ? 'alt+' : ''}${key}` };
}

/** The key of a code point with modifiers; undefined for one without a meaning here. */
function coded(code: number, modifiers: number): Input | undefined {
  const known = BY_CODE[code];
  if (known !== undefined) return named(known, modifiers);
  // Kitty names keys without text by code points of the private use area; the rest is Unicode.
  if (code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0xe000 && code < 0xf900) || code > 0x10ffff)
    return undefined;
  const bits = Math.max(0, modifiers - 1);
  if (bits & FOREIGN) return undefined;
  const char = String.fromCodePoint(code);
  if (bits & (CTRL | ALT)) return named(char.toLowerCase(), modifiers);
  return { kind: 'text', text: bits & SHIFT ? char.toUpperCase() : char, pasted: false };
}

/**
 * The key that a control sequence stands for; undefined for one that is unknown, and so to be ignored.
 * @param body what stood between `CSI` and the final byte.
 */
export function keyOfSequence(body: string, final: string): Input | undefined {
  if (!/^[\d;:]*$/.test(body)) return undefined;
  const [first, second, third] = body.split(';').map(it => it.split(':').map(Number));
  const [modifiers = 1, event] = second ?? [];
  if (event === RELEASED) return undefined;
  if (final === 'u') return coded(first?.[0] ?? 0, modifiers);
  if (final !== '~') return final in BY_FINAL ? named(BY_FINAL[final]!, modifiers) : undefined;
  if (first?.[0] === 27) return coded(third?.[0] ?? 0, modifiers);
  const key = BY_NUMBER[first?.[0] ?? 0];
  return key === undefined ? undefined : named(key, modifiers);
}

/** The key of a control byte: `ctrl+a` and so on; undefined for the few without a use. */
export function keyOfControl(code: number): Input | undefined {
  if (code in BY_CODE) return { kind: 'key', key: BY_CODE[code]! };
  if (code === 0x1f) return { kind: 'key', key: 'ctrl+_' };
  if (code < 1 || code > 26) return undefined;
  return { kind: 'key', key: `ctrl+${String.fromCharCode(code + 0x60)}` };
}

const TYPED: Readonly<Record<string, string>> = { enter: '\n', tab: '\t' };

/**
 * Text, Enter and Tab that came at once as one text: nobody types so fast, it is a paste in a terminal that does not
 * mark pastes, or a slow line. Insertion by insertion, a long one would take minutes.
 */
export function joinedBurst(inputs: Input[]): Input[] {
  const out: Input[] = [];
  for (const input of inputs) {
    const last = out.at(-1);
    const lastTyped = last && typedText(last);
    const typed = typedText(input);
    if (lastTyped === undefined || typed === undefined) out.push(input);
    else out[out.length - 1] = { kind: 'text', text: lastTyped + typed, pasted: false };
  }
  return out;
}

function typedText(input: Input): string | undefined {
  if (input.kind === 'key') return TYPED[input.key];
  return input.pasted ? undefined : input.text;
}
