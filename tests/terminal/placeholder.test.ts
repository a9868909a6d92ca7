import { expect, test } from 'vitest';
import { lineToWriteAt } from '../../src/terminal/placeholder.ts';

test.each([
  ['package max\n\nfunc Max(a, b int) int {\n\t// TODO\n\treturn 0\n}\n', 3],
  ['type Set struct {\n\t// Your fields.\n}\n', 1],
  ['/** Says todo. */\nexport function f(): void {\n  throw new Error("Not implemented");\n}\n', 2],
  ['def f():\n    """Later: todo."""\n    raise NotImplementedError\n', 2],
  ['def f():\n    pass\n', 1],
  ['var errLater = errors.New("not implemented")\n\nfunc F() error {\n\treturn errLater\n}\n', 3],
  ['func F() {\n\tpanic("not implemented")\n}\n', 1],
  ['package max\n', undefined],
  ['', undefined],
])('%j: line %s', (starter, line) => expect(lineToWriteAt(starter)).toBe(line));
