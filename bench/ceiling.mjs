// The least that a grader of texts does: parse a row, lower its case, look at each character once, look each word up, and
// write a short line. `node ceiling.mjs ANSWERS KNOWN > results`. What it says of an answer is worth nothing.

import { readFileSync, writeSync } from 'node:fs';
import { eachLine } from './lines.mjs';

const [answers = '', known = ''] = process.argv.slice(2);
const SEVERAL = 64 * 1024;

/** @type {Record<string, string[]>} */
const points = JSON.parse(readFileSync(known, 'utf8'));
const words = new Map(
  Object.entries(points).map(([question, texts]) => [
    question,
    new Map(
      texts.flatMap((text, at) =>
        text
          .toLowerCase()
          .split(/\W+/)
          .map(word => [word, at]),
      ),
    ),
  ]),
);

let out = '';
eachLine(answers, line => {
  const { id, question, answer } = JSON.parse(line);
  out += `${JSON.stringify({ id, question, score: shareOf(answer.toLowerCase(), words.get(question)) })}\n`;
  if (out.length < SEVERAL) return;
  writeSync(1, out);
  out = '';
});
writeSync(1, out);

/** The share of words that the question knows. @param {string} text @param {Map<string, number> | undefined} wanted */
function shareOf(text, wanted) {
  let [start, all, found] = [0, 0, 0];
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 32;
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127) continue;
    if (at > start) {
      all++;
      if (wanted?.has(text.slice(start, at))) found++;
    }
    start = at + 1;
  }
  return all === 0 ? 0 : found / all;
}
