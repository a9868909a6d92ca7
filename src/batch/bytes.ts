/** What rows look like before they are decoded. */

export const LINE_FEED = 0x0a;

/** The text of bytes that are known to be UTF-8; they are looked at in place. */
export const utf8 = ({ buffer, byteOffset, length }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, length).toString('utf8');
