/** What a practice pack says of itself: pack.yaml (docs/packs.md). */
import type { QuestionType } from './content.ts';

/** Something asked for that no question of the pack shows, and why not. */
export interface PackGap {
  kind: 'competency' | 'principle';
  id: string;
  why: string;
}

/** What the questions of a pack were chosen by. */
export interface PackWish {
  /** Of the whole interview. */
  minutes: number;
  /** Of these, for what the candidate asks at the end. */
  closing: number;
  /** Questions that name levels must name this one. */
  level?: string;
  competencies: string[];
  principles: string[];
  banks?: string[];
  types?: QuestionType[];
  /** Inclusive range within 1 to 5. */
  difficulty?: [number, number];
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
  /** Absent where a loop said what is asked. */
  wish?: PackWish;
  /** The loop that the rounds were taken from. */
  from?: string;
  /** `bank/question` of what could have been asked instead, when it was built. */
  others?: string[];
  /** SHA-256 of every other file, in hexadecimal digits, by its path with forward slashes. */
  files: Record<string, string>;
}
