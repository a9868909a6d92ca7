/** The formats that many answers are told in. To add one: a file in this folder and a line here. */
import { csv } from './csv.ts';
import type { PageFormat, ResultFormat } from './format.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { junit } from './junit.ts';
import { cohortMarkdown } from './markdown.ts';

export const RESULT_FORMATS: Readonly<Record<'jsonl' | 'csv' | 'json' | 'junit', ResultFormat>> = {
  jsonl,
  csv,
  json,
  junit,
};

export const PAGE_FORMATS: Readonly<Record<string, PageFormat>> = {
  md: { extension: 'md', page: cohortMarkdown },
};
