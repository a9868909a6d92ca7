// The one way into mockloop: what is measured is the build, as other programs get it.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Mistake } from './command.mjs';

/**
 * @typedef {import('../src/model/score.ts').Asked} Asked
 * @typedef {import('../src/model/score.ts').Submission} Submission
 * @typedef {import('../src/model/score.ts').AnswerScore} AnswerScore
 * @typedef {(submission: Submission) => AnswerScore} Judging
 */

/** Path of a file of the build. @param {string} file */
export function builtPath(file) {
  const path = fileURLToPath(new URL(`../dist/${file}`, import.meta.url));
  if (!existsSync(path)) throw new Mistake('mockloop is not built. Run `npm run build` first.');
  return path;
}

/** @returns {Promise<typeof import('../src/index.ts')>} */
export const mockloop = () => import(builtPath('run/index.js'));

/** The local judge. @returns {Promise<Judging>} */
export async function localJudge() {
  const { JUDGES } = await mockloop();
  const judge = await JUDGES.local?.load();
  if (!judge) throw new Error('There is no local judge.');
  return submission => /** @type {AnswerScore} */ (judge.judge(submission));
}

/** The judge's own stemmer, so that a baseline differs from it in nothing but the method. */
export async function stemmer() {
  /** @type {typeof import('../src/scoring/text/stem.ts')} */
  const { stem } = await import(builtPath('scoring/text/stem.js'));
  return stem;
}
