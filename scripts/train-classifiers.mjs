// Fits the classifiers of tables/classifiers to the texts of corpus/.
//
//   npm run build && node scripts/train-classifiers.mjs [FOLDER]
//
// The same texts give the same bytes. FOLDER: where to write instead. With --held-out it prints instead how well each does
// on texts that it was not fitted to: each fifth of every file in turn, which leaves whole voices out.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { classifierOf, eachPair, RARITY_PARTS } from '../dist/scoring/classifiers/classifier.js';
import { LEAST_WORDS, mannerOf } from '../dist/scoring/classifiers/manner.js';
import { compiledClassifier, tableText } from '../dist/scoring/classifiers/table.js';
import { parse } from '../dist/scoring/text/answer.js';
import { writeAtomic } from '../dist/store/atomic.js';
import { ridge } from './ridge.mjs';

const FIFTHS = 5;

/** A turn that is in fewer texts is left out; what holds weights down. */
const OFTEN = 3;
const PENALTY = 3;

const stories = textsIn('stories');
const whole = ({ sentences, topic }) => [{ sentences, label: topic }];
const each = ({ sentences, kind }) =>
  sentences
    .filter(it => it.words.length >= LEAST_WORDS)
    .map(it => ({ sentences: [it], label: kind === 'deed' ? 'bad' : kind }));

const PLANS = {
  themes: {
    texts: stories.filter(it => it.kind === 'good' || it.kind === 'bad'),
    units: whole,
    classes: [...new Set(stories.map(it => it.topic))],
  },
  manner: { texts: stories, units: each, classes: ['bad', 'vague'], against: 'good' },
};

const [given] = process.argv.slice(2);
const heldOut = given === '--held-out';
for (const [name, plan] of Object.entries(PLANS)) {
  if (heldOut) tell(name, plan);
  else write(`${name}.txt`, tableText(fitted(plan, plan.texts)));
}

/** The texts of a folder of corpus/: a file a topic, each text behind a line with its kind; deeds belong to no fifth. */
function textsIn(folder) {
  const path = fileURLToPath(new URL(`../corpus/${folder}/`, import.meta.url));
  return readdirSync(path).flatMap(file => {
    const parts = readFileSync(`${path}${file}`, 'utf8').split(/^--- /m).slice(1).map(textOf);
    const told = parts.filter(it => it.kind !== 'deed');
    const fifths = new Map(told.map((it, at) => [it, Math.floor((FIFTHS * at) / told.length)]));
    return parts.map(it => ({ ...it, topic: file.replace('.txt', ''), fifth: fifths.get(it) }));
  });
}

function textOf(part) {
  const at = part.indexOf('\n');
  return { kind: part.slice(0, at), sentences: parse(part.slice(at + 1).trim()).prose };
}

/** A table of classes, each fitted against the rest; with `against`, each against that class alone. */
function fitted({ units, classes, against }, texts) {
  const all = texts.flatMap(units).map(it => ({ ...it, turns: turnsOf(it.sentences) }));
  const counts = new Map();
  for (const { turns } of all) for (const it of turns) counts.set(it, (counts.get(it) ?? 0) + 1);
  const names = [...counts.keys()].filter(it => counts.get(it) >= OFTEN).sort();
  const columns = new Map(names.map((it, at) => [it, at]));
  // As they will be kept, so that what is fitted is what is used.
  const rarities = names.map(
    it => Math.round(RARITY_PARTS * Math.log(all.length / counts.get(it))) / RARITY_PARTS,
  );
  const rows = all.map(({ turns }) => rowOf(turns, columns, rarities));
  const weights = classes.map(own => {
    const taken = all.flatMap(({ label }, at) =>
      !against || label === own || label === against ? [at] : [],
    );
    const mine = taken.filter(at => all[at].label === own).length;
    const share = (taken.length - mine) / mine;
    return ridge({
      rows: taken.map(at => rows[at]),
      targets: taken.map(at => (all[at].label === own ? 1 : against ? -1 : -1 / (classes.length - 1))),
      shares: taken.map(at => (against && all[at].label === own ? share : 1)),
      size: names.length,
      penalty: PENALTY,
    });
  });
  const scales = weights.map(it => it.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127);
  const turns = names.map((name, at) => ({
    name,
    rarity: rarities[at],
    weights: weights.map((its, of) => Math.round(its[at] / scales[of])),
  }));
  return {
    classes,
    scales: scales.map(it => Number(it.toPrecision(6))),
    turns: turns.filter(it => it.weights.some(weight => weight !== 0)),
  };
}

/** The stems of some sentences, and each two words side by side, `^` for what is before the first. */
function turnsOf(sentences) {
  const turns = new Set();
  eachPair(sentences, ({ text, stem }, before) => {
    turns.add(stem);
    turns.add(`${before?.text ?? '^'} ${text}`);
  });
  return turns;
}

/** Rarities of what a text has, scaled to length 1. */
function rowOf(turns, columns, rarities) {
  const own = [...turns].flatMap(it => columns.get(it) ?? []);
  const length = Math.sqrt(own.reduce((sum, at) => sum + rarities[at] ** 2, 0)) || 1;
  return { columns: own, values: own.map(at => rarities[at] / length) };
}

/** How well a plan does on each fifth in turn, fitted to the others. */
function tell(name, plan) {
  const folds = Array.from({ length: FIFTHS }, (_, fifth) => {
    const rest = plan.texts.filter(it => it.fifth !== fifth);
    const classifier = classifierOf(compiledClassifier(fitted(plan, rest)));
    return { classifier, held: plan.texts.filter(it => it.fifth === fifth) };
  });
  if (!plan.against) {
    const right = folds.map(
      ({ classifier, held }) => held.filter(it => bestOf(classifier, it.sentences) === it.topic).length,
    );
    say(`${name}: ${sumOf(right)} of ${plan.texts.length} told rightly`);
    return;
  }
  for (const label of plan.classes) {
    const won = folds.map(({ classifier, held }) => {
      const scores = kind =>
        held
          .filter(it => it.kind === kind)
          .flatMap(it => mannerOf({ prose: it.sentences }, classifier)?.[label] ?? []);
      return above(scores(label), scores(plan.against));
    });
    say(`${name}: ${label} above ${plan.against} in ${(sumOf(won) / FIFTHS).toFixed(3)} of all pairs`);
  }
}

function bestOf({ classes, scores }, sentences) {
  const all = [...scores(sentences)];
  return classes[all.indexOf(Math.max(...all))];
}

function sumOf(figures) {
  return figures.reduce((sum, it) => sum + it, 0);
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Share of the pairs in which the one is above the other; as high is half. */
function above(these, those) {
  const won = these.flatMap(a => those.map(b => (1 + Math.sign(a - b)) / 2));
  return sumOf(won) / won.length;
}

function write(name, text) {
  const folder = given ?? fileURLToPath(new URL('../tables/classifiers', import.meta.url));
  writeAtomic(join(folder, name), text, { mode: 0o644, sync: false });
}
