// The package `natural`, which is no dependency: it is taken from where Node finds it (node_modules above, NODE_PATH).

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const NAME = 'natural';

/**
 * @typedef {object} Natural
 * @property {{ tokenizeAndStem(text: string): string[] }} PorterStemmer
 * @property {new () => { addDocument(stems: string[]): void, idf(stem: string): number }} TfIdf
 */

/** @returns {Natural} */
export const natural = () => require(NAME);

export function hasNatural() {
  try {
    require.resolve(NAME);
    return true;
  } catch {
    return false;
  }
}
