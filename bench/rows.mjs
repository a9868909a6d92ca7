// Reads answers that people graded: JSON Lines, one answer a line (docs/judging.md).

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Mistake } from './command.mjs';

/**
 * @typedef {object} Row
 * @property {string} question id of the question, or its text
 * @property {import('./built.mjs').Asked} asked one object for all rows that ask the same
 * @property {string[]} references what a full answer says; several say it in several ways
 * @property {string} answer
 * @property {number} grade 0 to 1
 */

/** The files that paths name: of a folder its .jsonl files by name. @param {readonly string[]} paths */
export function filesOf(paths) {
  return paths.flatMap(path => {
    if (!reading(path, () => statSync(path)).isDirectory()) return [path];
    const names = reading(path, () => readdirSync(path)).filter(it => it.endsWith('.jsonl'));
    if (names.length === 0) throw new Mistake(`There are no .jsonl files in ${path}.`);
    return names.sort().map(name => join(path, name));
  });
}

/** The rows of a file, in its order; blank lines are skipped. @param {string} file @returns {Row[]} */
export function rowsOf(file) {
  /** @type {Map<string, Row['asked']>} */
  const known = new Map();
  const text = reading(file, () => readFileSync(file, 'utf8')).replace(/^\uFEFF/, '');
  const rows = text
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [rowOf(line, `${file}:${at + 1}`, known)]));
  if (rows.length === 0) throw new Mistake(`${file} has no rows.`);
  return rows;
}

/** @param {string} line @param {string} place @param {Map<string, Row['asked']>} known @returns {Row} */
function rowOf(line, place, known) {
  const row = objectOf(line, place);
  const prompt = textAt(row, 'question', place);
  const models = modelsOf(row, place);
  const points = pointsOf(row, place);
  if (models.length + points.length === 0)
    throw new Mistake(`${place}: There is nothing to judge by: give "reference", "references" or "points".`);
  const key = JSON.stringify([prompt, models, points]);
  const asked = known.get(key) ?? {
    prompt,
    type: 'technical',
    points,
    pitfalls: [],
    keywords: [],
    answer: models,
  };
  known.set(key, asked);
  return {
    question: row.questionId === undefined ? prompt : String(row.questionId),
    asked,
    references: models.length > 0 ? models : [points.map(it => it.text[0]).join(' ')],
    answer: textAt(row, 'answer', place),
    grade: gradeOf(row, place),
  };
}

/** @param {string} line @param {string} place @returns {Record<string, unknown>} */
function objectOf(line, place) {
  let row;
  try {
    row = JSON.parse(line);
  } catch (error) {
    throw new Mistake(`${place}: This is no JSON: ${/** @type {Error} */ (error).message}`);
  }
  if (typeof row === 'object' && row !== null && !Array.isArray(row)) return row;
  throw new Mistake(`${place}: A row is an object: { "question": ..., "answer": ..., "score": ... }`);
}

/** @param {Record<string, unknown>} row @param {string} name @param {string} place */
function textAt(row, name, place) {
  const value = row[name];
  if (typeof value === 'string') return value;
  throw new Mistake(
    `${place}: ${value === undefined ? `There is no "${name}".` : `"${name}" is not a text.`}`,
  );
}

/** @param {Record<string, unknown>} row @param {string} place */
function gradeOf({ score }, place) {
  if (typeof score === 'number' && score >= 0 && score <= 1) return score;
  const given = score === undefined ? 'There is no "score".' : `"score" is ${JSON.stringify(score)}.`;
  throw new Mistake(`${place}: ${given} A grade is a number from 0 to 1.`);
}

/** `reference` first, then `references`, each once. @param {Record<string, unknown>} row @param {string} place */
function modelsOf({ reference, references }, place) {
  const all = [reference ?? [], references ?? []].flat();
  return [...new Set(textsIn(all, '"reference" or "references"', place))].filter(it => it.trim() !== '');
}

/** As a bank writes them, or as plain texts. @param {Record<string, unknown>} row @param {string} place */
function pointsOf({ points }, place) {
  return listOf(points ?? [], '"points"', place).map((point, at) => {
    const plain = typeof point === 'string' ? { text: point } : /** @type {any} */ (point ?? {});
    const text = textsIn([plain.text ?? []].flat(), 'the "text" of a point', place);
    if (text.length === 0) throw new Mistake(`${place}: A point has no "text".`);
    const weight = typeof plain.weight === 'number' && plain.weight > 0 ? plain.weight : 1;
    const cues = textsIn(listOf(plain.cues ?? [], '"cues"', place), '"cues"', place);
    return { id: String(plain.id ?? `p${at + 1}`), text, weight, cues };
  });
}

/** @param {unknown} value @param {string} what @param {string} place @returns {unknown[]} */
function listOf(value, what, place) {
  if (Array.isArray(value)) return value;
  throw new Mistake(`${place}: ${what} must be a list.`);
}

/** @param {readonly unknown[]} values @param {string} what @param {string} place */
function textsIn(values, what, place) {
  return values.map(it => {
    if (typeof it === 'string') return it;
    throw new Mistake(`${place}: In ${what} there is something that is not a text.`);
  });
}

/** @template T @param {string} path @param {() => T} read @returns {T} */
function reading(path, read) {
  try {
    return read();
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new Mistake(
      code === 'ENOENT' ? `There is no file or folder ${path}.` : `Cannot read ${path} (${code}).`,
    );
  }
}
