import { expect, test } from 'vitest';
import { separatorLine } from '../../src/content/separator-line.ts';

test.each([
  ['sep=;\na;b', ';', 5],
  ['SEP=|\r\na|b', '|', 5],
  ['"sep=\t"\na\tb', '\t', 7],
])('%j tells the separator', (text, separator, length) => {
  expect(separatorLine(text)).toEqual({ separator, length });
});

test.each(['sep=;', 'sep=;;\na', 'sep=x\n', 'sep=\n', 'sep="\n', ' sep=;\n', 'separator=;\n', 'a\nsep=;\n'])(
  '%j tells none',
  text => {
    expect(separatorLine(text)).toBeUndefined();
  },
);
