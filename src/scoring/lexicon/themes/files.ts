/** The themes that come with mockloop, read when the first story is judged. */
import { readFileSync } from 'node:fs';
import { shippedClassifier } from '../../classifiers/files.ts';
import type { ThemeReader } from './fit.ts';
import { themesOf } from './themes.ts';

let known: ThemeReader | undefined;

/** The shipped themes and what tells them apart; the files are read once. */
export function shippedThemes(): ThemeReader {
  known ??= {
    themes: themesOf(read('tables/themes.txt')),
    questions: shippedClassifier('questions'),
    stories: shippedClassifier('stories'),
  };
  return known;
}

const read = (path: string) => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');
