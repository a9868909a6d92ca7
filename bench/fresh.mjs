// A process of its own that loads mockloop and judges what it is given on stdin; speed.mjs starts it. Prints its memory.

import { readFileSync } from 'node:fs';
import { mockloop } from './built.mjs';
import { peak } from './peak.mjs';

/** @type {{ rubric: string, asked: import('./built.mjs').Asked, answers: string[] }} */
const { rubric, asked, answers } = JSON.parse(readFileSync(0, 'utf8'));
const { JUDGES, loadLibrary } = await mockloop();
const rubrics = [(await loadLibrary({})).rubrics.get(rubric) ?? []].flat();
/** @type {Record<string, string[]>} */
const aliases = {};
const judge = await JUDGES.local?.load();
for (const answer of answers) await judge?.judge({ question: 'bench', asked, aliases, rubrics, answer });
process.stdout.write(String(peak()));
