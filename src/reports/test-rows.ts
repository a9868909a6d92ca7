/** A run of tests in rows for a terminal: how it ended, and the first of what was printed. */
import { runWords, type TestRun } from '../model/test-run.ts';
import { visible } from '../model/unseen.ts';
import { clip, wrap } from './columns.ts';

/** More would push the code out of a small window. */
const MOST_LINES = 3;

/** @param whole where all of the output is, in words. */
export function testRows(run: TestRun, whole: string, width: number): string[] {
  const head = `${runWords(run)} (${run.seconds} s)${run.note === '' ? '' : ` ${run.note}`}`;
  const rows = wrap(visible(head).replace(/\s+/g, ' '), '', width);
  if (run.end === 'passed') return rows;
  const lines = visible(run.output)
    .replaceAll('\t', '  ')
    .split('\n')
    .filter(it => it.trim() !== '');
  const more = lines.length > MOST_LINES ? wrap(`… all of it: ${visible(whole)}`, '  ', width) : [];
  return [...rows, ...lines.slice(0, MOST_LINES).map(it => clip(`  ${it.trimEnd()}`, width)), ...more];
}
