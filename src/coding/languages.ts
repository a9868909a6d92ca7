/** The table of languages: every command that mockloop runs for code is made here, never by content. */
import type { CodingLanguage } from '../model/content.ts';
import { go } from './go.ts';
import type { Language } from './language.ts';
import { javascript, typescript } from './node.ts';
import { python } from './python.ts';

export const LANGUAGES: Readonly<Record<CodingLanguage, Language>> = { go, javascript, typescript, python };
