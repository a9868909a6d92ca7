/** What rows look like before they are decoded. */

export const LINE_FEED = 0x0a;

/** The text of bytes that are known to be UTF-8; they are looked at in place. */
export const utf8 = ({ buffer, byteOffset, length }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, length).toString('utf8');

/** All of them behind one another; where they lie so already, in place. */
export function joined(all: readonly Uint8Array[]): Uint8Array {
  const [first] = all;
  if (first === undefined) return new Uint8Array();
  const isNext = (it: Uint8Array, before: Uint8Array) =>
    it.buffer === before.buffer && it.byteOffset === before.byteOffset + before.length;
  if (!all.every((it, at) => at === 0 || isNext(it, all[at - 1]!))) return Buffer.concat(all);
  const length = all.reduce((sum, it) => sum + it.length, 0);
  return new Uint8Array(first.buffer, first.byteOffset, length);
}
