/** Where the package is, and in it what it ships; the same from src/content and from dist/run. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json, questions/ and rubrics/. */
export const PACKAGE_FOLDER = fileURLToPath(new URL('../..', import.meta.url));
export const SHIPPED_CONTENT: readonly string[] = ['questions', 'rubrics'].map(it =>
  join(PACKAGE_FOLDER, it),
);
/** The same, checked and compiled by the build. */
export const SHIPPED_LIBRARY = join(PACKAGE_FOLDER, 'dist', 'library.json');
