// The texts of corpus/, as corpus/README.md tells of them.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from '../dist/scoring/text/answer.js';

/** Parts into which the texts of a file are divided, to leave out one after the other. */
export const FIFTHS = 5;

/** Stories of corpus/stories: `{ kind, topic, sentences, fifth }`; deeds belong to no fifth. */
export function storyTexts() {
  return filesIn('stories').flatMap(({ topic, text }) => {
    const texts = text.split(/^--- /m).slice(1).map(storyOf);
    const told = inFifths(texts.filter(it => it.kind !== 'deed'));
    return [...told, ...texts.filter(it => it.kind === 'deed')].map(it => ({ ...it, topic }));
  });
}

function storyOf(text) {
  const at = text.indexOf('\n');
  return { kind: text.slice(0, at), sentences: parse(text.slice(at + 1).trim()).prose };
}

/** Questions of corpus/questions: `{ topic, sentences, fifth }`. */
export function questionTexts() {
  return filesIn('questions').flatMap(({ topic, text }) =>
    inFifths(linesOf(text).map(line => ({ topic, sentences: parse(line).prose }))),
  );
}

function filesIn(folder) {
  const path = pathOf(`${folder}/`);
  return readdirSync(path).map(file => ({
    topic: file.replace('.txt', ''),
    text: readFileSync(`${path}${file}`, 'utf8'),
  }));
}

const pathOf = name => fileURLToPath(new URL(`../corpus/${name}`, import.meta.url));

const linesOf = text => text.split('\n').filter(it => it !== '');

const inFifths = texts => texts.map((it, at) => ({ ...it, fifth: Math.floor((FIFTHS * at) / texts.length) }));
