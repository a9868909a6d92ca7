// Made-up technical questions and answers of the usual size. The words are real and the facts are not: a judge has as
// much to do with them, and any number can be made. Each fact names a part by a word of its own, so that a new question
// brings new words, as a real one does.

const NOUNS =
  `account address agent archive balance batch block branch broker bucket buffer cache channel client cluster
  collector column commit connection consumer container controller cursor database deadline device document event field
  file filter frame gateway group handler header heap index job journal kernel key label leader ledger lease list lock
  log map member message metric mirror node object offset order packet page partition patch path payload peer pipeline
  pool port prefix process producer proxy queue quota range reader record region replica report request resource
  response route row rule runtime schedule schema segment server shard signal slot snapshot socket stack stream table
  tag task tenant thread timer token trace transaction tree trigger user value vector version window worker writer`.split(
    /\s+/,
  );

/** Regular ones: -s and -ed fit them all, after a silent e -d. */
const VERBS =
  `accept append assign balance block cache check claim collect compare compress confirm connect count create decode
  delay delete deliver detect encode expand export filter forward guard hand import insert join label limit load locate
  lock mark merge move order pack park poll prune queue record reject release remove rename repair replace reserve
  restore resume return sample scale select share signal sort start store stream trace transform truncate
  update validate visit`.split(/\s+/);

const ADJECTIVES =
  `active ancient bounded cheap closed cold compact durable empty expired external fast fresh full global hidden hot idle
  immutable internal large lazy local narrow nested old open partial private public random remote safe shared short
  slow small sorted stale stable static temporary unique wide`.split(/\s+/);

const SYLLABLES = 'bar cor del fen gal hin jor kel lum mar nov pel quin ros sil tam ur vex wol zan'.split(
  ' ',
);

/** Words of an answer, about; a spoken minute. */
export const ANSWER_WORDS = 120;
const POINTS = 6;

/** @typedef {() => number} Random 0 to below 1 */
/** @typedef {{ part: string, does: string, thing: string, other: string, when: string, held: string }} Fact */
/** @typedef {{ asked: import('./built.mjs').Asked, facts: Fact[], reference: string }} Made */

/** The same seed makes the same texts on every machine. @param {number} seed @returns {Random} */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    // mulberry32 (Tommy Ettinger, public domain)
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A question with six points of two phrasings and a model answer of about 130 words. @param {Random} random @returns {Made} */
export function makeQuestion(random) {
  const facts = Array.from({ length: POINTS }, () => makeFact(random));
  const [first, second] = /** @type {[Fact, Fact, ...Fact[]]} */ (facts);
  const reference = [
    `There are ${POINTS} things to say about the ${first.part}.`,
    ...facts.map(plainly),
    'Together they make it safe, and each of them has its price.',
  ].join(' ');
  const points = facts.map((fact, at) => ({
    id: `p${at + 1}`,
    text: [plainly(fact), turned(fact)],
    weight: 1 + (at % 3),
    cues: [fact.part],
  }));
  const prompt = `How does the ${first.part} work with the ${second.part}, and what does it cost?`;
  return {
    asked: { prompt, type: 'technical', points, pitfalls: [], keywords: [], answer: [reference] },
    facts,
    reference,
  };
}

/**
 * An answer that gives some of the facts in other words, and talks around them.
 *
 * @param {Random} random @param {Pick<Made, 'facts'>} question @param {number} [about] words
 */
export function makeAnswer(random, { facts }, about = ANSWER_WORDS) {
  const least = about - 8;
  const known = random();
  const said = facts.filter(() => random() < known).map(fact => retold(random, fact));
  for (let words = wordsIn(said); words < least; words = wordsIn(said))
    said.splice(Math.floor(random() * (said.length + 1)), 0, aside(random));
  return said.join(' ');
}

/** @param {readonly string[]} sentences */
const wordsIn = sentences => sentences.join(' ').split(' ').length;

/** @param {Random} random @returns {Fact} */
function makeFact(random) {
  const named = () => `${pick(random, ADJECTIVES)} ${pick(random, NOUNS)}`;
  const made = pick(random, SYLLABLES) + pick(random, SYLLABLES) + pick(random, SYLLABLES);
  return {
    part: `${made} ${pick(random, NOUNS)}`,
    does: pick(random, VERBS),
    thing: named(),
    other: named(),
    when: pick(random, VERBS),
    held: pick(random, NOUNS),
  };
}

/** @param {Fact} fact */
function plainly({ part, does, thing, other, when, held }) {
  return `The ${part} ${does}s the ${thing} before the ${other} is ${past(when)}, so that no ${held} is lost.`;
}

/** @param {Fact} fact */
function turned({ part, does, thing, other, when, held }) {
  return `Because the ${other} is ${past(when)} later, the ${thing} is ${past(does)} by the ${part}, which keeps the ${held}.`;
}

/** @param {Random} random @param {Fact} fact */
function retold(random, fact) {
  const { part, does, thing, other, when, held } = fact;
  return pick(random, [
    plainly(fact),
    turned(fact),
    `First the ${part} ${does}s the ${thing}, and only then the ${other} gets ${past(when)}.`,
    `As far as I know, the ${thing} must be ${past(does)} by the ${part}, otherwise some ${held} would be gone.`,
    `What I remember is that the ${part} ${does}s something when the ${other} changes.`,
  ]);
}

/** What people say around the facts. @param {Random} random */
function aside(random) {
  const [noun, other] = [pick(random, NOUNS), pick(random, NOUNS)];
  const [how, verb] = [pick(random, ADJECTIVES), pick(random, VERBS)];
  return pick(random, [
    `In my last team we had one ${how} ${noun}, and it took us a week to find out why.`,
    `I would ${verb} the ${noun} first, because one ${how} ${other} costs more than it looks.`,
    `It depends on the ${noun}, but in practice most people ${verb} it once and forget about the ${other}.`,
    `One ${how} ${other} is cheaper, while the ${noun} has to be ${past(verb)} again for every ${pick(random, NOUNS)}.`,
    'I am not sure about the details here, so I would look at the documentation.',
  ]);
}

/** @param {string} verb */
const past = verb => `${verb}${verb.endsWith('e') ? '' : 'e'}d`;

/** @template T @param {Random} random @param {readonly T[]} list @returns {T} */
const pick = (random, list) => /** @type {T} */ (list[Math.floor(random() * list.length)]);
