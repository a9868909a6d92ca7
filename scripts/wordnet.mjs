// Relations between frequent single words, read from the files of a WordNet database (wndb(5WN), senseidx(5WN)).

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stem } from '../dist/scoring/text/stem.js';

/** Senses of a word are in the order of their frequency; synonyms of its rarer ones mislead more than they help. */
const SYNONYM_SENSE = 4;

const FILES = { noun: 'n', verb: 'v', adj: 'a', adv: 'r' };
const OPPOSITE = '!';
const DERIVED = new Set(['+', '\\', '<']);

/** Pairs of stems (each once, in alphabetical order) that are synonyms, derived from each other, or opposites. */
export function readWordNet(folder, words) {
  const known = new Set(words.filter(it => /^[a-z]{3,}$/.test(it)));
  const senses = readSenses(folder);
  const synsets = new Map(Object.entries(FILES).flatMap(([file, pos]) => readSynsets(folder, file, pos)));
  const found = { synonyms: new Set(), derived: new Set(), opposites: new Set() };
  const add = (kind, a, b) => {
    if (!known.has(a) || !known.has(b) || stem(a) === stem(b)) return;
    found[kind].add([stem(a), stem(b)].sort().join(' '));
  };
  for (const { id, pos, lemmas, pointers } of synsets.values()) {
    const frequent = lemmas.filter(it => (senses.get(`${it} ${pos}${id}`) ?? 99) <= SYNONYM_SENSE);
    for (const [at, a] of frequent.entries()) for (const b of frequent.slice(at + 1)) add('synonyms', a, b);
    for (const { symbol, target, from, to } of pointers) {
      if (from < 0) continue;
      const other = synsets.get(target)?.lemmas[to];
      if (symbol === OPPOSITE) add('opposites', lemmas[from], other);
      if (DERIVED.has(symbol)) add('derived', lemmas[from], other);
    }
  }
  return Object.fromEntries(
    Object.entries(found).map(([kind, pairs]) => [kind, [...pairs].sort().map(it => it.split(' '))]),
  );
}

/** The number of a word's sense, 1 being the most frequent, by word, part of speech and synset. */
function readSenses(folder) {
  const senses = new Map();
  for (const line of readFileSync(join(folder, 'index.sense'), 'utf8').split('\n')) {
    if (line === '') continue;
    const [key, id, number] = line.split(' ');
    const [lemma, rest] = key.split('%');
    const pos = { 1: 'n', 2: 'v', 3: 'a', 4: 'r', 5: 'a' }[rest[0]];
    senses.set(`${lemma} ${pos}${id}`, Number(number));
  }
  return senses;
}

function readSynsets(folder, file, pos) {
  const lines = readFileSync(join(folder, `data.${file}`), 'utf8').split('\n');
  return lines.filter(it => /^\d/.test(it)).map(line => [`${pos}${line.slice(0, 8)}`, synset(line, pos)]);
}

/** `offset file type count (word id)... count (symbol offset pos source/target)... | gloss`, some of it in hexadecimal. */
function synset(line, pos) {
  const fields = line.split(' | ')[0].trim().split(' ');
  const count = Number.parseInt(fields[3], 16);
  const lemmas = Array.from({ length: count }, (_, at) =>
    fields[4 + 2 * at].replace(/\(.*\)$/, '').toLowerCase(),
  );
  const first = 5 + 2 * count;
  const pointers = Array.from({ length: Number(fields[first - 1]) }, (_, at) => {
    const [symbol, offset, kind, places] = fields.slice(first + 4 * at, first + 4 * at + 4);
    const [from, to] = [places.slice(0, 2), places.slice(2)].map(it => Number.parseInt(it, 16) - 1);
    return { symbol, target: `${kind === 's' ? 'a' : kind}${offset}`, from, to };
  });
  return { id: line.slice(0, 8), pos, lemmas, pointers };
}
