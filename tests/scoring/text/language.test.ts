import { expect, test } from 'vitest';
import { foreignLanguage } from '../../../src/scoring/text/language.ts';
import { wordsOf } from '../../../src/scoring/text/tokens.ts';

const language = (text: string) => foreignLanguage(wordsOf(text));

test.each([
  [
    'German',
    'Der Planer verteilt die Arbeit auf mehrere Threads, damit keine Sperre nötig ist und nichts wartet.',
  ],
  [
    'French',
    'Le cache est placé devant la base de données pour que les lectures soient rapides et ne la touchent pas.',
  ],
  [
    'another script',
    'Планировщик распределяет горутины по потокам операционной системы без общей блокировки',
  ],
])('%s', (name, text) => expect(language(text)).toBe(name));

test.each([
  'The scheduler hands goroutines to threads, and no lock is needed.',
  'B-tree, sorted keys, lookup, levels, root, leaf, row, table, full scan, insert, update',
  'mcache -> mcentral -> mheap; no lock on the fast path; tiny, small, large',
])('%s is taken for English', text => expect(language(text)).toBeUndefined());
