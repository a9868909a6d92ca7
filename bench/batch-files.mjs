// The files of bench:batch: answers, the bank that they belong to, and what the other contenders know of its questions.

import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Mistake } from './command.mjs';
import { eachLine } from './lines.mjs';
import { makeAnswer, makeQuestion, seeded } from './texts.mjs';

/** About as long as a minute of speech. */
const WORDS = 165;
const QUESTIONS = 40;
/** A question takes a while to prepare: a few answers are to a few. */
const ANSWERS_EACH = 10;
const SEED = 5;

/**
 * @typedef {object} Files
 * @property {string} answers
 * @property {string} bank a folder with one bank in it
 * @property {string} known by the name of a question what it asks for: a text for each of its points
 *
 * @typedef {{ id: string, prompt: string, points: { id: string, text: string[], weight?: number }[] }} Question
 */

/** Writes made answers to made questions: the same on every machine. @param {string} folder @param {number} rows @returns {Files} */
export function madeFiles(folder, rows) {
  const random = seeded(SEED);
  const count = Math.min(QUESTIONS, Math.ceil(rows / ANSWERS_EACH));
  const made = Array.from({ length: count }, () => makeQuestion(random));
  const questions = made.map(({ asked }, at) => ({
    id: `q${at + 1}`,
    prompt: asked.prompt,
    points: /** @type {Question['points']} */ (asked.points),
    answer: asked.answer,
  }));
  const answers = join(folder, 'answers.jsonl');
  writeLines(answers, rows, at => {
    const number = Math.floor(random() * count);
    const question = /** @type {typeof made[0]} */ (made[number]);
    return { id: `a${at + 1}`, question: `q${number + 1}`, answer: makeAnswer(random, question, WORDS) };
  });
  return { answers, ...questionFiles(folder, questions) };
}

/**
 * Files that are there already: answers as for `mockloop evaluate`, and a JSON list of questions with `id`, `prompt` and
 * `keyPoints`, each with an `id` and `terms` that mean the same.
 *
 * @param {string} folder @param {string} answers @param {string} questions @returns {Files}
 */
export function givenFiles(folder, answers, questions) {
  /** @type {{ id: string, prompt: string, keyPoints: { id: string, terms: string[], weight?: number }[] }[]} */
  const list = reading(questions);
  const asked = list.map(({ id, prompt, keyPoints }) => ({
    id,
    prompt,
    points: keyPoints.map(({ terms, ...point }) => ({ ...point, text: terms, cues: terms })),
  }));
  return { answers, ...questionFiles(folder, asked) };
}

/** @param {string} file */
function reading(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Mistake(`${file} cannot be read as JSON: ${/** @type {Error} */ (error).message}`);
  }
}

/** @param {string} folder @param {readonly Question[]} questions */
function questionFiles(folder, questions) {
  const bank = join(folder, 'bank.yaml');
  const typed = questions.map(it => ({ type: 'technical', ...it }));
  // JSON is YAML.
  writeFileSync(bank, JSON.stringify({ kind: 'bank', id: 'bench', title: 'Bench', questions: typed }));
  const known = join(folder, 'known.json');
  const texts = questions.map(({ id, points }) => [id, points.map(it => it.text.join(' '))]);
  writeFileSync(known, JSON.stringify(Object.fromEntries(texts)));
  return { bank, known };
}

/** The first rows of a file of answers, as a file. @param {string} answers @param {number} rows @param {string} file */
export function firstRows(answers, rows, file) {
  const to = openSync(file, 'w');
  let count = 0;
  eachLine(answers, line => count++ < rows && writeSync(to, `${line}\n`));
  closeSync(to);
  return file;
}

/** @param {string} file @param {number} rows @param {(at: number) => object} row */
function writeLines(file, rows, row) {
  const to = openSync(file, 'w');
  for (let at = 0; at < rows; at += 1000) {
    const some = Array.from({ length: Math.min(1000, rows - at) }, (_, next) => row(at + next));
    writeSync(to, some.map(it => `${JSON.stringify(it)}\n`).join(''));
  }
  closeSync(to);
}
