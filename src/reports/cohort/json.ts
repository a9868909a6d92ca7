/** Results as one JSON document, the cohort behind the rows: `{"rows":[...],"cohort":{...}}`. */
import { visibleJson } from '../visible.ts';
import type { ResultFormat } from './format.ts';
import { resultJson } from './jsonl.ts';

/** A row a line, so that the document can be looked through; the keys of a row as in JSON Lines. */
export const json: ResultFormat = {
  extension: 'json',
  head: () => '{"rows":[\n',
  row: resultJson,
  separator: ',\n',
  tail: cohort => `\n],"cohort":${visibleJson(JSON.stringify(cohort))}}\n`,
};
