/** The themes that come with mockloop, read when the first story is judged. */
import { shippedClassifier } from '../../classifiers/files.ts';
import { shippedFile } from '../../files.ts';
import type { ThemeReader } from './fit.ts';
import { themesOf } from './themes.ts';

let known: ThemeReader | undefined;

/** The shipped themes and what tells them apart; the files are read once. */
export function shippedThemes(): ThemeReader {
  known ??= {
    themes: themesOf(shippedFile('tables/themes.txt').toString('utf8')),
    questions: shippedClassifier('questions'),
    stories: shippedClassifier('stories'),
  };
  return known;
}
