/** The formats that many answers are told in. To add one: a file in this folder and a line here. */
import { csv } from './csv.ts';
import type { PageFormat, ResultFormat } from './format.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { junit } from './junit.ts';

export const RESULT_FORMATS: Readonly<Record<'jsonl' | 'csv' | 'json' | 'junit', ResultFormat>> = {
  jsonl,
  csv,
  json,
  junit,
};

/** Loaded when they are asked for: plots need more than plain rows do. */
export const PAGE_FORMATS: Readonly<Record<'md' | 'html', () => Promise<PageFormat>>> = {
  md: async () => ({ extension: 'md', page: (await import('./markdown.ts')).cohortMarkdown }),
  html: async () => ({ extension: 'html', page: (await import('../html/cohort.ts')).renderCohortPage }),
};
