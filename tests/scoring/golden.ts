/** The form of a golden file, and the way from it to a submission. */
import { readFileSync } from 'node:fs';
import { parse, parseAllDocuments } from 'yaml';
import type { Rubric } from '../../src/model/content.ts';
import type { Asked, Status, Submission } from '../../src/model/score.ts';

export interface GoldenAnswer {
  name: string;
  answer: string;
  status?: Status;
  'at least'?: number;
  'at most'?: number;
  /** Exactly these flags. */
  flags?: string[];
  /** Exactly these pitfalls. */
  pitfalls?: string[];
  covered?: string[];
  missing?: string[];
  /** The least level of a criterion, and the highest. */
  levels?: Record<string, number>;
  'levels at most'?: Record<string, number>;
  /** Words that the reason of a criterion contains. */
  reasons?: Record<string, string>;
}

export interface Golden {
  title: string;
  rubrics: string[];
  aliases?: Record<string, string[]>;
  /** A question as in a bank: lists and defaults may be left out. */
  asked: {
    prompt: string;
    type?: Asked['type'];
    points?: Loose[];
    pitfalls?: Asked['pitfalls'];
    answer?: string | string[];
  };
  answers: GoldenAnswer[];
  /** Names of answers, each scoring more than the next. */
  order?: string[][];
}

interface Loose {
  id: string;
  text: string | string[];
  weight?: number;
  cues?: string[];
}

export const goldensIn = (yaml: string): Golden[] => parseAllDocuments(yaml).map(it => it.toJS() as Golden);

const shipped = new Map<string, Rubric>();

/** A rubric as it is shipped. */
export function rubric(id: string): Rubric {
  const path = new URL(`../../rubrics/${id}.yaml`, import.meta.url);
  const found = shipped.get(id) ?? (parse(readFileSync(path, 'utf8')) as Rubric);
  shipped.set(id, found);
  return found;
}

export function submissionFor(golden: Golden, answer: string): Submission {
  const { prompt, type, points = [], pitfalls = [], answer: model = [] } = golden.asked;
  const asked: Asked = {
    prompt,
    points: points.map(it => ({ weight: 1, cues: [], ...it, text: [it.text].flat() })),
    pitfalls,
    answer: [model].flat(),
    ...(type && { type }),
  };
  return {
    question: 'golden/question',
    asked,
    aliases: golden.aliases ?? {},
    rubrics: golden.rubrics.map(rubric),
    answer,
  };
}
