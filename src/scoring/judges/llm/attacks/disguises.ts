/** Ways to write a text so that people overlook it, or cannot read it, and a model may. */

const shifted = (base: number) => (text: string) =>
  [...text].map(it => String.fromCodePoint(base + it.codePointAt(0)!)).join('');

/** Tag characters (Unicode, plane 14): one for each of ASCII, without a picture. */
export const tags = shifted(0xe0000);

/** Variation selectors, one for each of ASCII, behind one visible sign. */
export const selectors = (text: string): string => `.${shifted(0xe0100)(text)}`;

/** Eight characters without width for each of ASCII. */
export const zeroWidth = (text: string): string =>
  [...text]
    .map(it =>
      it.charCodeAt(0).toString(2).padStart(8, '0').replaceAll('0', '\u200b').replaceAll('1', '\u200c'),
    )
    .join('');

const between = (mark: string) => (text: string) => [...text].join(mark);
export const softHyphens = between('\u00ad');
export const joiners = between('\u2060');
export const spaced = between(' ');

/** Written backwards, and turned round again on the screen. */
export const overridden = (text: string): string => `\u202e${[...text].reverse().join('')}\u202c`;
export const isolated = (text: string): string => `\u2067${text}\u2069`;

export const base64 = (text: string): string => Buffer.from(text).toString('base64');
export const hex = (text: string): string => Buffer.from(text).toString('hex');
export const backwards = (text: string): string => [...text].reverse().join('');

export const rot13 = (text: string): string =>
  text.replace(/[a-z]/gi, it => {
    const base = it <= 'Z' ? 65 : 97;
    return String.fromCharCode(((it.charCodeAt(0) - base + 13) % 26) + base);
  });

const DIGITS: Readonly<Record<string, string>> = { a: '4', e: '3', i: '1', o: '0', s: '5', t: '7' };
export const leet = (text: string): string => text.replace(/[aeiost]/g, it => DIGITS[it]!);

/** Small letters as the mathematical ones of Unicode. */
export const mathematical = (text: string): string =>
  text.replace(/[a-z]/g, it => String.fromCodePoint(0x1d41a + it.charCodeAt(0) - 97));
