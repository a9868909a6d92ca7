/** The themes that come with mockloop, read when the first story is judged. */
import { readFileSync } from 'node:fs';
import { type Themes, themesOf } from './themes.ts';

let known: Themes | undefined;

/** The shipped themes; the file is read once. */
export function shippedThemes(): Themes {
  known ??= themesOf(readFileSync(new URL('../../../../tables/themes.txt', import.meta.url), 'utf8'));
  return known;
}
