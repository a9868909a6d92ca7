/** What a practice pack says of itself: pack.yaml (docs/packs.md). */

/** Something asked for that no question of the pack shows, and why not. */
export interface PackGap {
  kind: 'competency' | 'principle';
  id: string;
  why: string;
}

export interface Pack {
  kind: 'pack';
  id: string;
  title: string;
  company?: string;
  /** As given; a pack has none of its own accord, so that the same input gives the same bytes. */
  date?: string;
  /** Empty where none was asked for. */
  level: string;
  /** Of the whole interview, breaks left out. */
  minutes: number;
  /** Which of so many equal forms this is, from 1. */
  form: number;
  forms: number;
  seed: number;
  /** Version of mockloop. */
  madeWith: string;
  /** Id of the loop in content/. */
  loop: string;
  /** `bank/question`, in the order in which they are asked. */
  questions: string[];
  rubrics: string[];
  missing: PackGap[];
  /** SHA-256 of every other file, in hexadecimal digits, by its path with forward slashes. */
  files: Record<string, string>;
}
