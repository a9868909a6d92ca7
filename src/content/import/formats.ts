/** The table of formats: each has its endings, and reads a text as questions and answers. */
import type { Reading } from './found.ts';

export interface Format {
  /** Endings of file names, with the dot. */
  endings: readonly string[];
  /** What it understands, for whoever had none of it found. */
  shapes: string;
  /** Parsers load only when there is something to parse. Throws InputError for a text that is not of the format. */
  read(file: string, text: string): Promise<Reading>;
}

export const FORMATS: Readonly<Record<string, Format>> = {
  md: {
    endings: ['.md', '.markdown', '.txt'],
    shapes:
      '`**Q: ...**` and `**A:** ...`, `Q:` and `A:`, numbered or bulleted questions, headings and bold lines that ask, <details> with a <summary>.',
    read: async (file, text) => (await import('./markdown.ts')).readMarkdown(file, text),
  },
  csv: {
    endings: ['.csv', '.tsv'],
    shapes:
      'a column named question (and answer), or two columns without names; comma, semicolon or tab between them.',
    read: async (file, text) => (await import('./csv.ts')).readCsv(file, text),
  },
  json: {
    endings: ['.json', '.jsonl'],
    shapes:
      'a list of objects with question and answer, `{ "questions": [...] }`, or a map from question to answer.',
    read: async (file, text) => (await import('./json.ts')).readJson(file, text),
  },
};
