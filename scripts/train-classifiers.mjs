// Fits the classifiers of tables/classifiers to the texts of corpus/.
//
//   npm run build && node scripts/train-classifiers.mjs [FOLDER]
//
// The same texts give the same bytes. FOLDER: where to write instead. With --held-out it prints instead how well each does
// on a fifth of the texts that it was not fitted to.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { classifierOf, RARITY_PARTS } from '../dist/scoring/classifiers/classifier.js';
import { LEAST_WORDS, mannerOf } from '../dist/scoring/classifiers/manner.js';
import { compiledClassifier, tableText } from '../dist/scoring/classifiers/table.js';
import { parse } from '../dist/scoring/text/answer.js';
import { writeAtomic } from '../dist/store/atomic.js';
import { ridge } from './ridge.mjs';

const stories = textsIn('stories');
const whole = ({ sentences, topic }) => [{ words: sentences, label: topic }];
const each = ({ sentences, kind }) =>
  sentences
    .filter(it => it.words.length >= LEAST_WORDS)
    .map(it => ({ words: [it], label: kind === 'deed' ? 'bad' : kind }));

const PLANS = {
  themes: {
    texts: stories.filter(it => it.kind === 'good' || it.kind === 'bad'),
    units: whole,
    classes: [...new Set(stories.map(it => it.topic))],
    often: 3,
    penalty: 3,
  },
  manner: { texts: stories, units: each, classes: ['bad', 'vague'], against: 'good', often: 3, penalty: 3 },
};

const [given] = process.argv.slice(2);
const heldOut = given === '--held-out';
for (const [name, plan] of Object.entries(PLANS)) {
  if (heldOut) tell(name, plan);
  else write(`${name}.txt`, tableText(fitted(plan, plan.texts)));
}

/** The texts of a folder of corpus/: a file a topic, each text behind a line with its kind. */
function textsIn(folder) {
  const path = fileURLToPath(new URL(`../corpus/${folder}/`, import.meta.url));
  return readdirSync(path).flatMap(file =>
    readFileSync(`${path}${file}`, 'utf8')
      .split(/^--- /m)
      .filter(it => it !== '')
      .map(part => {
        const at = part.indexOf('\n');
        const { prose } = parse(part.slice(at + 1).trim());
        return { topic: file.replace('.txt', ''), kind: part.slice(0, at), sentences: prose };
      }),
  );
}

/** A table of classes, each fitted against the rest; with `against`, each against that class alone. */
function fitted({ units, classes, against, often, penalty }, texts) {
  const all = texts.flatMap(units).map(it => ({ ...it, turns: turnsOf(it.words) }));
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
      penalty,
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
  for (const { words } of sentences) {
    let before = '^';
    for (const { text, stem } of words) {
      turns.add(stem);
      turns.add(`${before} ${text}`);
      before = text;
    }
  }
  return turns;
}

/** Rarities of what a text has, scaled to length 1. */
function rowOf(turns, columns, rarities) {
  const own = [...turns].flatMap(it => columns.get(it) ?? []);
  const length = Math.sqrt(own.reduce((sum, at) => sum + rarities[at] ** 2, 0)) || 1;
  return { columns: own, values: own.map(at => rarities[at] / length) };
}

/** How well a plan does on each fifth text, fitted to the others. */
function tell(name, plan) {
  const isHeld = at => at % 5 === 4;
  const classifier = classifierOf(
    compiledClassifier(
      fitted(
        plan,
        plan.texts.filter((_, at) => !isHeld(at)),
      ),
    ),
  );
  const held = plan.texts.filter((_, at) => isHeld(at));
  if (!plan.against) {
    const right = held.filter(({ sentences, topic }) => {
      const scores = [...classifier.scores(sentences)];
      return classifier.classes[scores.indexOf(Math.max(...scores))] === topic;
    });
    say(`${name}: ${right.length} of ${held.length} told rightly`);
    return;
  }
  for (const label of plan.classes) {
    const scores = kind =>
      held.filter(it => it.kind === kind).map(it => mannerOf({ prose: it.sentences }, classifier)[label]);
    const won = above(scores(label), scores(plan.against));
    say(`${name}: ${label} above ${plan.against} in ${won} of all pairs`);
  }
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Share of the pairs in which the one is above the other; as high is half. */
function above(these, those) {
  const won = these.flatMap(a => those.map(b => (1 + Math.sign(a - b)) / 2));
  return (won.reduce((sum, it) => sum + it, 0) / won.length).toFixed(3);
}

function write(name, text) {
  const folder = given ?? fileURLToPath(new URL('../tables/classifiers', import.meta.url));
  writeAtomic(join(folder, name), text, { mode: 0o644, sync: false });
}
