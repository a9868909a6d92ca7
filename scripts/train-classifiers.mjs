// Fits the classifiers of tables/classifiers to the texts of corpus/.
//
//   npm run build && node scripts/train-classifiers.mjs [FOLDER]
//
// The same texts give the same bytes. FOLDER: where to write instead. With --held-out it prints instead how well each does
// on texts that it was not fitted to: each fifth of every file in turn, which leaves whole voices out.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { classifierOf, eachPair, RARITY_PARTS } from '../dist/scoring/classifiers/classifier.js';
import { LEAST_WORDS, mannerOf } from '../dist/scoring/classifiers/manner.js';
import { compiledClassifier, MOST, tableText } from '../dist/scoring/classifiers/table.js';
import { writeAtomic } from '../dist/store/atomic.js';
import { FIFTHS, questionTexts, storyTexts } from './corpus.mjs';
import { ridge } from './ridge.mjs';

/** Share of the weights that keep their size; those beyond it are cut off. */
const KEPT = 0.9995;

const stories = storyTexts();
const questions = questionTexts();
const whole = ({ sentences, topic }) => [{ sentences, labels: [topic] }];
const sentenceBySentence = ({ sentences, kind }) =>
  sentences.filter(it => it.words.length >= LEAST_WORDS).map(it => ({ sentences: [it], labels: [kind] }));
const topicsOf = texts => [...new Set(texts.map(it => it.topic))];

/**
 * `units`: what is fitted of a text, each with its labels. Each class is fitted against all units without it, or, with
 * `against`, those with that label alone. `often`: in how many units a turn must be; `penalty`: what holds weights down.
 */
const PLANS = {
  questions: {
    texts: questions,
    units: whole,
    classes: topicsOf(questions),
    often: 2,
    penalty: 1,
    tell: tellTopics,
  },
  stories: {
    texts: stories.filter(it => it.kind === 'good' || it.kind === 'bad'),
    units: whole,
    classes: topicsOf(stories),
    often: 3,
    penalty: 3,
    tell: tellTopics,
  },
  manner: {
    texts: stories.map(it => (it.kind === 'deed' ? { ...it, kind: 'bad' } : it)),
    units: text => [...sentenceBySentence(text), { sentences: text.sentences, labels: [text.kind] }],
    classes: ['bad', 'vague'],
    against: 'good',
    // What is in a sentence is in its text as well.
    often: 5,
    penalty: 3,
    tell: tellManner,
  },
};

const [given] = process.argv.slice(2);
for (const [name, plan] of Object.entries(PLANS)) {
  if (given === '--held-out') plan.tell(name, plan, foldsOf(plan));
  else write(`${name}.txt`, tableText(fitted(plan, plan.texts)));
}

function fitted({ units, classes, against, often, penalty }, texts) {
  const all = texts.flatMap(units).map(it => ({ ...it, turns: turnsOf(it.sentences) }));
  const counts = new Map();
  for (const { turns } of all) for (const it of turns) counts.set(it, (counts.get(it) ?? 0) + 1);
  const names = [...counts.keys()].filter(it => counts.get(it) >= often).sort();
  const columns = new Map(names.map((it, at) => [it, at]));
  // As they will be kept, so that what is fitted is what is used.
  const rarities = names.map(
    it => Math.round(RARITY_PARTS * Math.log(all.length / counts.get(it))) / RARITY_PARTS,
  );
  const rows = all.map(({ turns }) => rowOf(turns, columns, rarities));
  const weights = classes.map(own => {
    const isOwn = it => it.labels.includes(own);
    const taken = [...all.keys()].filter(
      at => isOwn(all[at]) || !against || all[at].labels.includes(against),
    );
    const mine = taken.filter(at => isOwn(all[at])).length;
    return ridge({
      rows: taken.map(at => rows[at]),
      targets: taken.map(at => (isOwn(all[at]) ? 1 : -1)),
      // Both sides weigh the same, however many they are.
      shares: taken.map(at => (isOwn(all[at]) ? (taken.length - mine) / mine : 1)),
      size: names.length,
      penalty,
    });
  });
  const scales = weights.map(scaleOf);
  const turns = names.map((name, at) => ({
    name,
    rarity: rarities[at],
    weights: weights.map((its, of) => levelOf(its[at] / scales[of])),
  }));
  return {
    classes,
    scales: scales.map(it => Number(it.toPrecision(6))),
    turns: turns.filter(it => it.weights.some(weight => weight !== 0)),
  };
}

/** What one step of a weight is worth. */
function scaleOf(weights) {
  const sizes = Float64Array.from(weights, Math.abs).sort();
  return sizes[Math.floor(KEPT * (sizes.length - 1))] / MOST;
}

function levelOf(weight) {
  return Math.round(Math.max(-MOST, Math.min(MOST, weight)));
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

/** Of each fifth in turn, its texts and what was fitted to the others. */
function foldsOf(plan) {
  return Array.from({ length: FIFTHS }, (_, fifth) => {
    const rest = plan.texts.filter(it => it.fifth !== fifth);
    const classifier = classifierOf(compiledClassifier(fitted(plan, rest)));
    return { classifier, held: plan.texts.filter(it => it.fifth === fifth) };
  });
}

function tellTopics(name, { texts }, folds) {
  const right = folds.map(
    ({ classifier, held }) => held.filter(it => bestOf(classifier, it.sentences) === it.topic).length,
  );
  say(`${name}: ${sumOf(right)} of ${texts.length} told rightly`);
}

function tellManner(name, { classes, against }, folds) {
  for (const label of classes) {
    const won = folds.map(({ classifier, held }) => {
      const scores = kind =>
        held
          .filter(it => it.kind === kind)
          .flatMap(it => mannerOf({ prose: it.sentences }, classifier)?.[label] ?? []);
      return above(scores(label), scores(against));
    });
    say(`${name}: ${label} above ${against} in ${(sumOf(won) / FIFTHS).toFixed(3)} of all pairs`);
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

/** Share of the pairs in which the one is above the other. */
function above(these, those) {
  const sorted = Float64Array.from(those).sort();
  const below = value => {
    let [from, to] = [0, sorted.length];
    while (from < to) {
      const at = (from + to) >> 1;
      if (sorted[at] < value) from = at + 1;
      else to = at;
    }
    return from;
  };
  const won = these.map(below);
  return sumOf(won) / (these.length * those.length);
}

function write(name, text) {
  const folder = given ?? fileURLToPath(new URL('../tables/classifiers', import.meta.url));
  writeAtomic(join(folder, name), text, { mode: 0o644, sync: false });
}
