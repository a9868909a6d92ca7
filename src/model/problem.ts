/** One thing wrong in a content file, with its place. */
export interface Problem {
  file: string;
  /** From 1; columns count UTF-16 units. */
  line: number;
  column: number;
  /** What is wrong and what was expected, one sentence. */
  message: string;
  /** The nearest known key or id, or what to write instead. */
  hint?: string;
  /** The lines around the place with a marker under it. */
  frame?: string;
  /** `warning` only from lint; warnings never stop content from being used. */
  severity: 'error' | 'warning';
}
