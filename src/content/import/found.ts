/** What a list of questions and answers says, before it is a bank. */
import type { QuestionType } from '../../model/content.ts';

/** One question as it was found; only the prompt is certain. */
export interface Found {
  /** Without numbering and markup. */
  prompt: string;
  /** Markdown as it stood there; absent where there was none. */
  answer?: string;
  /** Line of the file, from 1. */
  line: number;
  /** The heading it stood under. */
  topic?: string;
  /** What a column or key names; a guess is made later where there is none. */
  id?: string;
  type?: QuestionType;
  minutes?: number;
  difficulty?: number;
  levels?: string[];
  competencies?: string[];
}

/** Something to tell whoever imports: a doubt, a loss, a repair. */
export interface Notice {
  /** Absent where it is about the whole file. */
  line?: number;
  text: string;
}

/** What a file holds, in its order. */
export interface Reading {
  found: Found[];
  notices: Notice[];
  /** What the file calls itself. */
  title?: string;
}
