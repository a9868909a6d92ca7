/** Bytes of a terminal to keys and text, wherever the chunks are cut. Control bytes and unknown sequences never become text. */
import { type Input, keyOfControl, keyOfSequence } from './keys.ts';

export interface Decoder {
  /** Text of a paste is given as it comes, so that what has arrived is on the screen before the paste ends. */
  feed(chunk: Uint8Array | string): Input[];
  /** What `expire` would settle: the start of an escape sequence, the rest of a paste, or nothing. */
  waiting(): 'escape' | 'paste' | undefined;
  /** Nothing came for a while: a lone Esc was the key, half a sequence is dropped, a paste without an end is over. */
  expire(): Input[];
}

/**
 * Where in a sequence we are: `ground` outside, `csi` after `ESC [`, `nf` after `ESC (` and its like, `ss3` after
 * `ESC O`, `linux` after `ESC [ [`, `string` in an OSC, DCS, SOS, PM or APC.
 */
type State = 'ground' | 'escape' | 'csi' | 'nf' | 'ss3' | 'linux' | 'string' | 'string-escape';

interface Decoding {
  state: State;
  /** What came since `CSI`. */
  body: string;
  pasting: boolean;
  /** The last was a carriage return: a newline now is its other half. */
  afterReturn: boolean;
  out: Input[];
}

/** What ends a stretch of plain text. */
const CONTROL = /[\x00-\x1f\x7f-\x9f]/g;
const PASTE_START = '200';
const PASTE_END = '201';

export function createDecoder(): Decoder {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  const now: Decoding = { state: 'ground', body: '', pasting: false, afterReturn: false, out: [] };
  return {
    feed: chunk => {
      decode(now, typeof chunk === 'string' ? chunk : utf8.decode(chunk, { stream: true }));
      return taken(now);
    },
    waiting: () => (now.pasting ? 'paste' : now.state === 'ground' ? undefined : 'escape'),
    expire: () => {
      if (now.state === 'escape' && !now.pasting) now.out.push({ kind: 'key', key: 'escape' });
      now.state = 'ground';
      now.pasting = false;
      return taken(now);
    },
  };
}

function taken(now: Decoding): Input[] {
  const { out } = now;
  now.out = [];
  return out;
}

function decode(now: Decoding, text: string): void {
  let i = 0;
  while (i < text.length) {
    if (now.state === 'ground') {
      const end = plainEnd(text, i);
      if (end > i) {
        addText(now, text.slice(i, end));
        i = end;
        continue;
      }
    }
    // A step that does not take the character has left its state, so this ends.
    if (STEPS[now.state](now, text[i]!)) i++;
  }
}

function plainEnd(text: string, from: number): number {
  CONTROL.lastIndex = from;
  return CONTROL.exec(text)?.index ?? text.length;
}

function addText(now: Decoding, text: string): void {
  now.afterReturn = false;
  const last = now.out.at(-1);
  if (last?.kind === 'text' && last.pasted === now.pasting) last.text += text;
  else now.out.push({ kind: 'text', text, pasted: now.pasting });
}

function addKey(now: Decoding, input: Input | undefined): void {
  if (input && !now.pasting) now.out.push(input);
}

/** One character in one state; true if it was taken, false to look at it again in the new state. */
type Step = (now: Decoding, char: string) => boolean;

const STEPS: Readonly<Record<State, Step>> = {
  ground: control,
  escape: afterEscape,
  csi: inSequence,
  // Designations of character sets and such: intermediates, then a final.
  nf: (now, char) => (/[ -/]/.test(char) ? true : leave(now, /[0-~]/.test(char))),
  ss3: inSs3,
  // The Linux console's function keys.
  linux: (now, char) => leave(now, /[ -~]/.test(char)),
  string: inString,
  'string-escape': (now, char) => {
    now.state = char === '\\' ? 'ground' : 'escape';
    return char === '\\';
  },
};

function leave(now: Decoding, takes: boolean): boolean {
  now.state = 'ground';
  return takes;
}

function control(now: Decoding, char: string): true {
  const half = char === '\n' && now.afterReturn;
  now.afterReturn = char === '\r';
  if (char === '\x1b') now.state = 'escape';
  else if (half) return true;
  else if (!now.pasting) addKey(now, keyOfControl(char.charCodeAt(0)));
  else if (char === '\r' || char === '\n') {
    addText(now, '\n');
    now.afterReturn = char === '\r';
  } else if (char === '\t') addText(now, char);
  return true;
}

/** The states that a character after ESC begins. */
const AFTER_ESCAPE: Readonly<Record<string, State>> = {
  '[': 'csi',
  O: 'ss3',
  ']': 'string',
  P: 'string',
  X: 'string',
  '^': 'string',
  _: 'string',
};

function afterEscape(now: Decoding, char: string): boolean {
  now.body = '';
  if (char === '\x1b') {
    addKey(now, { kind: 'key', key: 'escape' });
    return true;
  }
  if (/[ -/]/.test(char)) now.state = 'nf';
  else now.state = AFTER_ESCAPE[char] ?? 'ground';
  if (now.state !== 'ground') return true;
  return alt(now, char);
}

const ALT_OF_CONTROL: Readonly<Record<string, string>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\b': 'backspace',
  '\x7f': 'backspace',
};

/** ESC before any other key is how Alt is sent. */
function alt(now: Decoding, char: string): boolean {
  const code = char.charCodeAt(0);
  // In a paste a control after ESC is looked at by itself: it may be a newline.
  if (now.pasting) return code >= 0x20 && code < 0x7f;
  const known = ALT_OF_CONTROL[char];
  // Any other control, or text that is not ASCII, came after an Esc of its own.
  const isKey = known !== undefined || (code >= 0x20 && code < 0x7f);
  addKey(now, { kind: 'key', key: isKey ? `alt+${known ?? char.toLowerCase()}` : 'escape' });
  now.afterReturn = char === '\r';
  return isKey;
}

function inSequence(now: Decoding, char: string): boolean {
  if (char === '[' && now.body === '') {
    now.state = 'linux';
    return true;
  }
  if (/[ -?]/.test(char)) {
    now.body += char;
    return true;
  }
  if (!/[@-~]/.test(char)) return leave(now, char === '\x18' || char === '\x1a');
  now.state = 'ground';
  if (char === '~' && now.body === PASTE_START) setPasting(now, true);
  else if (char === '~' && now.body === PASTE_END) setPasting(now, false);
  else addSequence(now, keyOfSequence(now.body, char));
  return true;
}

function setPasting(now: Decoding, pasting: boolean): void {
  now.pasting = pasting;
  now.afterReturn = false;
}

function addSequence(now: Decoding, input: Input | undefined): void {
  if (input?.kind === 'text' && !now.pasting) addText(now, input.text);
  else addKey(now, input);
}

function inSs3(now: Decoding, char: string): boolean {
  // Modifiers, as some terminals send them: ESC O 5 C.
  if (/[0-9;]/.test(char)) {
    now.body += char;
    return true;
  }
  if (!/[@-~]/.test(char)) return leave(now, false);
  const isKeypadEnter = char === 'M';
  addKey(
    now,
    isKeypadEnter ? { kind: 'key', key: 'enter' } : keyOfSequence(now.body && `1;${now.body}`, char),
  );
  return leave(now, true);
}

/** Ends with BEL or ESC \; any other control ends it too, so that a stray ESC ] in a paste swallows a line at most. */
function inString(now: Decoding, char: string): boolean {
  if (char === '\x1b') {
    now.state = 'string-escape';
    return true;
  }
  if (!/[\x00-\x1f\x7f-\x9f]/.test(char)) return true;
  return leave(now, char === '\x07' || char === '\x9c');
}
