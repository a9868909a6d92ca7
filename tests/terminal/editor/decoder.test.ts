import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDecoder } from '../../../src/terminal/editor/decoder.ts';
import type { Input } from '../../../src/terminal/editor/keys.ts';

const ESC = '\x1b';

/** Neighbouring text together, as chunks may split it. */
function merged(inputs: Input[]): Input[] {
  const out: Input[] = [];
  for (const input of inputs) {
    const last = out.at(-1);
    if (input.kind === 'text' && last?.kind === 'text' && last.pasted === input.pasted)
      last.text += input.text;
    else out.push({ ...input });
  }
  return out;
}

function decoded(...chunks: (string | Uint8Array)[]): Input[] {
  const decoder = createDecoder();
  return merged(chunks.flatMap(it => decoder.feed(typeof it === 'string' ? Buffer.from(it) : it)));
}

const key = (name: string): Input => ({ kind: 'key', key: name });
const text = (it: string, pasted = false): Input => ({ kind: 'text', text: it, pasted });

/** Sequences that mean nothing here, each complete. */
const UNKNOWN = [
  `${ESC}[31m`,
  `${ESC}[?1;2c`,
  `${ESC}[<0;3;4M`,
  `${ESC}[I`,
  `${ESC}[99~`,
  `${ESC}[1;2$y`,
  `${ESC}[[A`,
  `${ESC}Op`,
  `${ESC}O2P`,
  `${ESC}]0;a title\x07`,
  `${ESC}]8;;http://x${ESC}\\`,
  `${ESC}P1$r0m${ESC}\\`,
  `${ESC}_Gi=1;OK${ESC}\\`,
  `${ESC}^private${ESC}\\`,
  `${ESC}(B`,
  `${ESC}[57358u`,
  `${ESC}[97;1:3u`,
  `${ESC}[118;9u`,
  '\x00',
  '\x1c',
  '\u009b',
];

const plain = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .map(it => it.replace(/[\x00-\x1f\x7f-\x9f]/g, '.'));

describe('the decoder', () => {
  test('gives the same for the same bytes, wherever they are cut', () => {
    const piece = fc.oneof(
      plain,
      fc.constantFrom(
        ...UNKNOWN,
        '\r\n',
        '\r',
        '\n',
        '\t',
        `${ESC}[A`,
        `${ESC}[200~`,
        `${ESC}[201~`,
        `${ESC}b`,
        ESC,
        '\x03',
        '👩‍👩‍👧',
        '東',
      ),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.infiniteStream(fc.integer({ min: 1, max: 7 })), (pieces, sizes) => {
        const bytes = Buffer.from(pieces.join(''));
        const chunks: Buffer[] = [];
        for (let at = 0; at < bytes.length; ) {
          const size = sizes.next().value as number;
          chunks.push(bytes.subarray(at, at + size));
          at += size;
        }
        expect(decoded(...chunks)).toEqual(decoded(bytes));
      }),
      { numRuns: 500 },
    );
  });

  test('lets no part of an unknown sequence into the text, typed or pasted', () => {
    const piece = fc.record({ unknown: fc.constantFrom(...UNKNOWN), plain });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1 }), fc.boolean(), (pieces, pasted) => {
        const bytes = pieces.map(it => it.unknown + it.plain).join('');
        const expected = pieces.map(it => it.plain).join('');
        const texts = decoded(pasted ? `${ESC}[200~${bytes}${ESC}[201~` : bytes).filter(
          it => it.kind === 'text',
        );
        expect(texts.map(it => it.text).join('')).toBe(expected);
      }),
    );
  });

  test('never gives a text with a control but newline and tab, whatever comes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, pasting) => {
        const inputs = decoded(...(pasting ? [`${ESC}[200~`, bytes] : [bytes]));
        for (const input of inputs)
          if (input.kind === 'text') expect(input.text).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/);
      }),
    );
  });

  test.each([
    ['\r', 'enter'],
    ['\n', 'enter'],
    ['\t', 'tab'],
    ['\x7f', 'backspace'],
    ['\x08', 'backspace'],
    ['\x04', 'ctrl+d'],
    ['\x1f', 'ctrl+_'],
    [`${ESC}[A`, 'up'],
    [`${ESC}OB`, 'down'],
    [`${ESC}[1;5C`, 'ctrl+right'],
    [`${ESC}[1;3D`, 'alt+left'],
    [`${ESC}[1;2D`, 'left'],
    [`${ESC}O5C`, 'ctrl+right'],
    [`${ESC}[H`, 'home'],
    [`${ESC}[4~`, 'end'],
    [`${ESC}[3~`, 'delete'],
    [`${ESC}[3;5~`, 'ctrl+delete'],
    [`${ESC}[5~`, 'pageup'],
    [`${ESC}[6~`, 'pagedown'],
    [`${ESC}b`, 'alt+b'],
    [`${ESC}F`, 'alt+f'],
    [`${ESC}\x7f`, 'alt+backspace'],
    [`${ESC}\r`, 'alt+enter'],
    [`${ESC}[13;3u`, 'alt+enter'],
    [`${ESC}[13;2u`, 'enter'],
    [`${ESC}[13;5u`, 'enter'],
    [`${ESC}[27;2;13~`, 'enter'],
    [`${ESC}[27;5;13~`, 'enter'],
    [`${ESC}OM`, 'enter'],
    [`${ESC}[27u`, 'escape'],
    [`${ESC}[100;5u`, 'ctrl+d'],
    [`${ESC}[27;5;100~`, 'ctrl+d'],
  ])('%j is %s', (bytes, name) => {
    expect(decoded(bytes)).toEqual([key(name)]);
  });

  test('takes letters sent as codes for text', () => {
    expect(decoded(`${ESC}[97;2u${ESC}[27;1;252~`)).toEqual([text('Aü')]);
  });

  test('joins a paste whose markers and characters are split, with any line ends', () => {
    const bytes = Buffer.from(`${ESC}[200~a\r\nb\rc\nd\te東${ESC}[201~x`);
    const single = Array.from(bytes, byte => Uint8Array.of(byte));
    expect(decoded(...single)).toEqual([text('a\nb\nc\nd\te東', true), text('x')]);
  });

  test('runs no key inside a paste', () => {
    expect(decoded(`${ESC}[200~a\x03b\x04${ESC}[Ac${ESC}bd${ESC}[201~`)).toEqual([text('abcd', true)]);
  });

  test('does not let a stray sequence in a paste swallow more than its line', () => {
    expect(decoded(`${ESC}[200~a${ESC}]never ended\nb${ESC}[201~\r`)).toEqual([
      text('a\nb', true),
      key('enter'),
    ]);
  });

  test('gives the text of a paste as it comes', () => {
    const decoder = createDecoder();
    decoder.feed(`${ESC}[200~`);
    expect(decoder.feed('half')).toEqual([text('half', true)]);
    expect(decoder.waiting()).toBe('paste');
  });

  test('tells a lone Esc by the silence after it', () => {
    const decoder = createDecoder();
    expect(decoder.feed(ESC)).toEqual([]);
    expect(decoder.waiting()).toBe('escape');
    expect(decoder.expire()).toEqual([key('escape')]);
    expect(decoder.waiting()).toBeUndefined();
    expect(decoder.feed('[A')).toEqual([text('[A')]);
  });

  test('keeps a key or a letter that cuts a sequence short', () => {
    expect(decoded(`${ESC}[1;é${ESC}[3\x03${ESC}Oü`)).toEqual([text('é'), key('ctrl+c'), text('ü')]);
  });

  test('tells two Esc in a row', () => {
    const decoder = createDecoder();
    expect([...decoder.feed(ESC + ESC), ...decoder.expire()]).toEqual([key('escape'), key('escape')]);
  });

  test('goes on after Alt with a key that begins a sequence', () => {
    const decoder = createDecoder();
    decoder.feed(`${ESC}]`);
    decoder.expire();
    expect(decoder.feed('typed')).toEqual([text('typed')]);
  });

  test('goes on after a paste that never ended', () => {
    const decoder = createDecoder();
    decoder.feed(`${ESC}[200~lost`);
    decoder.expire();
    expect(decoder.feed('\x04')).toEqual([key('ctrl+d')]);
  });
});
