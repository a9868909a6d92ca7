/** What is known of a language: how its tests are run, and how to read what they say. */

/** One way of running the tests. */
export interface Way {
  args: readonly string[];
  /** Environment that it needs besides. */
  env: Readonly<Record<string, string>>;
  /** What is less than it should be, told to the candidate; empty for the way that is wanted. */
  note: string;
  /** What is printed where this way cannot be gone on this machine. */
  impossible: RegExp | undefined;
}

export interface Counts {
  passed: number;
  failed: number;
}

/** Reads the output of one run, line by line. */
export interface Reader {
  /** @returns the line as it is shown; undefined for one that is left out. */
  line(line: string): string | undefined;
  /** After the end; undefined when the report was not whole, so that nobody knows. */
  counts(): Counts | undefined;
  failing(): string[];
}

export interface Language {
  /** As people write it. */
  title: string;
  /** The program, looked for on the PATH. */
  program: string;
  /** What the file of the code is called where the content gives none. */
  file: string;
  /** The limit for build and tests together. */
  seconds: number;
  /** Files that the toolchain wants beside code and tests, for the candidate's own use too. */
  beside: Readonly<Record<string, string>>;
  /** The wanted way first; the next is gone where one is impossible. */
  ways(tests: string): readonly Way[];
  /** Why no way is possible, where that can be. */
  lacks: string;
  /** Said when the time was over before any test began, where that is the fault of a slow machine and not of the code. */
  unbuilt?: string;
  reader(testsText: string): Reader;
}
