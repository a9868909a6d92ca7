/** What an earlier run has judged: its result lines, found again by the row that they follow from. */
import { eachLineEnd, lineReader } from '../store/lines.ts';
import { DigestTable, type SharedTable } from './digest-table.ts';
import type { Earlier } from './grade.ts';

/** Result lines of a file by their `input`; plain data, so that threads can share it. */
export interface EarlierLines {
  path: string;
  table: SharedTable;
}

/** A result line ends in its `input`: 16 hexadecimal digits. */
const INPUT = /"input":"([0-9a-f]{16})"}$/;
const TAIL = '"input":"0123456789abcdef"}'.length;

/** Finds the lines of a file, without reading what they say. Throws the file system's error. */
export function earlierLines(path: string): EarlierLines {
  const table = new DigestTable();
  eachLineEnd(path, TAIL, (end, start) => {
    const input = INPUT.exec(end.toString('latin1'))?.[1];
    // What was judged last counts: before it lies what another rubric or judge said.
    if (input !== undefined) table.set(input, start);
  });
  return { path, table: table.shared };
}

/** Looks lines up, in the first file that has them. A line counts when it is a result, whole, and judged by the same. */
export async function earlierIn(files: readonly EarlierLines[]): Promise<Earlier> {
  // What checks shapes is loaded only where there are lines to check.
  if (files.length === 0) return () => undefined;
  const { resultShape } = await import('../content/result-shape.ts');
  const isResult = (value: unknown) => resultShape.safeParse(value).success;
  const opened = files.map(({ path, table }) => ({ table: new DigestTable(table), lines: lineReader(path) }));
  return (input, fingerprint) => {
    for (const { table, lines } of opened) {
      const start = table.get(input);
      const line = start === undefined ? undefined : lines.at(start);
      if (line && isResultOf(line, input, fingerprint(), isResult)) return line;
    }
    return undefined;
  };
}

function isResultOf(
  line: Buffer,
  input: string,
  fingerprint: string,
  isResult: (value: unknown) => boolean,
): boolean {
  try {
    const result = JSON.parse(line.toString('utf8'));
    if (result.input !== input || result.judge?.fingerprint !== fingerprint) return false;
    return result.status !== 'error' && isResult(result);
  } catch {
    return false;
  }
}
