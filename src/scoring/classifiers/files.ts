/** The classifiers that come with mockloop, each read when it is first asked. */
import { shippedFile } from '../files.ts';
import { type Classifier, classifierOf } from './classifier.ts';
import { unpacked } from './table.ts';

/**
 * `questions`: what a question asks for; `stories`: what a story is about; `manner`: how its teller behaves, and whether
 * anything is told.
 */
export const CLASSIFIERS = ['questions', 'stories', 'manner'] as const;
export type ClassifierName = (typeof CLASSIFIERS)[number];

const known = new Map<ClassifierName, Classifier>();

/** A shipped classifier; its file is read once. */
export function shippedClassifier(name: ClassifierName): Classifier {
  const found = known.get(name) ?? classifierOf(unpacked(read(`dist/${name}.classifier.json`)));
  known.set(name, found);
  return found;
}

/** The readable table that the build compiles. */
export const readTable = (name: ClassifierName): string => read(`tables/classifiers/${name}.txt`);

const read = (path: string) => shippedFile(path).toString('utf8');
