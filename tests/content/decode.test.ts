import { describe, expect, test } from 'vitest';
import { decode, MAX_BYTES } from '../../src/content/decode.ts';

const problemOf = (bytes: Uint8Array) => {
  const read = decode('a.yaml', bytes);
  return 'problem' in read ? read.problem : undefined;
};

describe('bytes to text', () => {
  test('a byte order mark and line ends of Windows are taken away', () => {
    const read = decode('a.yaml', Buffer.from('\ufeffa: 1\r\nb: 2\r\n'));
    expect(read).toMatchObject({ source: { text: 'a: 1\nb: 2\n', lines: [0, 5, 10] } });
  });

  test('the first byte that is not UTF-8 is named by line and column', () => {
    expect(problemOf(Buffer.from([0x61, 0x0a, 0xc3, 0xa9, 0x62, 0xff]))).toMatchObject({
      line: 2,
      column: 3,
    });
  });

  test('UTF-16 is refused', () => {
    expect(problemOf(Buffer.from('\ufeffa: 1', 'utf16le'))?.message).toBe('The file is not UTF-8 text.');
  });

  test('a file over the limit is refused, one at the limit is not', () => {
    expect(problemOf(Buffer.alloc(MAX_BYTES + 1, 'a'))?.message).toBe('The file is larger than 4 MB.');
    expect(problemOf(Buffer.alloc(MAX_BYTES, 'a'))).toBeUndefined();
  });
});
