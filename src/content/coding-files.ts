/** The files that coding questions name beside their bank: what they may be called, and what they hold. */
import type { Bank, Coding, CodingLanguage } from '../model/content.ts';

/** Reads a file beside the bank: its text, or what is wrong with it in a sentence. */
export type Beside = (path: string) => { text: string } | { wrong: string; hint?: string };

/** Names that a toolchain takes as they are: nothing that reads as an option, and no surprise for another platform. */
const NAMES: Readonly<Record<CodingLanguage, { starter: RegExp; tests: RegExp; like: string }>> = {
  go: {
    starter: /^(?!.*_test\.go$)[a-z]\w*\.go$/i,
    tests: /^[a-z]\w*_test\.go$/i,
    like: 'pool.go and pool_test.go',
  },
  javascript: {
    starter: /^[a-z][\w-]*\.[cm]?js$/i,
    tests: /^[a-z][\w-]*\.test\.[cm]?js$/i,
    like: 'pool.mjs and pool.test.mjs',
  },
  typescript: {
    starter: /^[a-z][\w-]*\.[cm]?ts$/i,
    tests: /^[a-z][\w-]*\.test\.[cm]?ts$/i,
    like: 'pool.ts and pool.test.ts',
  },
  python: { starter: /^(?!test_)[a-z]\w*\.py$/i, tests: /^test_\w+\.py$/i, like: 'pool.py and test_pool.py' },
};

/** Why a path cannot be used by its language; undefined when it can. */
export function misnamed(language: string, key: 'starter' | 'tests', path: string): string | undefined {
  const names = Object.hasOwn(NAMES, language) ? NAMES[language as CodingLanguage] : undefined;
  if (!names || names[key].test(nameOf(path))) return undefined;
  return `Name the files of ${language} like ${names.like}.`;
}

/** The last step of a path with forward slashes. */
function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The bank with what the files of its coding questions hold; what cannot be read is left out, and told elsewhere. */
export function withFiles(bank: Bank, beside: Beside): Bank {
  const questions = bank.questions.map(it => (it.coding ? { ...it, coding: filled(it.coding, beside) } : it));
  return { ...bank, questions };
}

function filled(coding: Coding, beside: Beside): Coding {
  const files: Coding['files'] = {};
  for (const key of ['starter', 'tests'] as const) {
    const path = coding[key];
    if (path === undefined || leaves(path) || misnamed(coding.language, key, path)) continue;
    const found = beside(path);
    if ('text' in found) files[key] = found.text;
  }
  return Object.keys(files).length > 0 ? { ...coding, files } : coding;
}

/** Whether a path leads out of the folder, on whatever platform. */
export function leaves(path: string): boolean {
  const steps = path.split('/');
  return steps.includes('..') || steps[0] === '' || /[\\\0]|^[a-z]:/i.test(path);
}
