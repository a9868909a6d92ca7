// What one would write in an afternoon with the package `natural`: stems, weighted by how rare they are, and the cosine
// between an answer and what its question asks for. `node tf-idf.mjs ANSWERS KNOWN > results`.

import { readFileSync, writeSync } from 'node:fs';
import { eachLine } from './lines.mjs';
import { natural } from './natural.mjs';

const [answers = '', known = ''] = process.argv.slice(2);
const { PorterStemmer, TfIdf } = natural();

/** @type {Record<string, string[]>} */
const points = JSON.parse(readFileSync(known, 'utf8'));
const documents = new TfIdf();
for (const texts of Object.values(points))
  documents.addDocument(PorterStemmer.tokenizeAndStem(texts.join(' ')));
const references = new Map(
  Object.entries(points).map(([question, texts]) => [question, weightsOf(texts.join(' '))]),
);

eachLine(answers, line => {
  const { id, question, answer } = JSON.parse(line);
  const score = cosine(weightsOf(answer), references.get(question) ?? new Map());
  writeSync(1, `${JSON.stringify({ id, question, score })}\n`);
});

/** @param {string} text @returns {Map<string, number>} */
function weightsOf(text) {
  /** @type {Map<string, number>} */
  const weights = new Map();
  for (const stem of PorterStemmer.tokenizeAndStem(text))
    weights.set(stem, (weights.get(stem) ?? 0) + documents.idf(stem));
  return weights;
}

/** @param {Map<string, number>} a @param {Map<string, number>} b */
function cosine(a, b) {
  let product = 0;
  for (const [stem, weight] of a) product += weight * (b.get(stem) ?? 0);
  const length = (/** @type {Map<string, number>} */ it) => Math.hypot(...it.values());
  return product === 0 ? 0 : product / (length(a) * length(b));
}
