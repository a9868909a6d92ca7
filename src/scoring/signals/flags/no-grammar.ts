/** Sentences that are none: words that hardly anything holds together, or that stand in no order. */
import type { Asked } from '../../../model/score.ts';
import { isOfTopic } from '../../coverage/topic.ts';
import { gathered } from '../../gathered.ts';
import type { Answer, Sentence } from '../../text/answer.ts';
import { connects, holdsTogether } from '../../text/language.ts';
import { listed } from '../../text/listed.ts';
import { familiar, type Neighbours, neighboursIn } from '../../text/neighbours.ts';
import { countOf, type Word } from '../../text/tokens.ts';
import { among, trait } from '../../text/traits.ts';
import { orderOf, PREPOSITIONS } from '../../text/word-order.ts';
import type { Context } from '../context.ts';

const LIST_WORDS = 8;
const LIST_RATIO = 0.12;

/** Long sentences need more to hold them: of 1936 graded answers' sentences this long hardly an English one has less. */
const SALAD_WORDS = 20;
const SALAD_RATIO = 0.25;

/** Words between two commas or the like on average: notes have fewer, and say something all the same. */
const BREATH = 5;

const pausesIn = ({ text }: Answer, { start, end }: Sentence): number =>
  1 + (text.slice(start, end).match(/[,;:(=]/g)?.length ?? 0);

/** Signs that hold words together as a verb would: G = goroutine, P: processor, A -> B. So do figures: reach 800. */
const GLUE = /[=:→]|->|=>|[-–—] |\(|\bO\(/g;

/** Without a single pause so much must hold a short one together, when it is all terms. */
const BREATHLESS_RATIO = 0.25;

/** Sentences nearly all of whose words are the question's are looked at more closely. */
const TOPICAL = 0.85;

/** Together so many words, held together by so little, in an order that the question's texts hardly know. */
const SHUFFLED_WORDS = 16;
const SHUFFLED_RATIO = 0.42;
const LOOSE_RATIO = 0.28;
const FAMILIAR = 0.15;
const LOOSE_FAMILIAR = 0.3;

/** Of so many pairs with a word that holds sentences together, so likely on average: nobody shuffled these. */
const ORDERED = { pairs: 12, mean: 0.12 };

/**
 * Terms that prepositions and articles paste together (`the heap of the roots with a barrier in the sweep`) are no sentences: so
 * large a share of such words, so small a one of those that make clauses (pronouns, auxiliaries, conjunctions), and in an order
 * that the question's texts hardly know. The more of the former, the less the others need tell.
 */
interface Pasted {
  paste: number;
  clausal: number;
  familiar: number;
}

const PASTED: readonly Pasted[] = [
  { paste: 0.4, clausal: 0.1, familiar: 0.25 },
  { paste: 0.52, clausal: 0.25, familiar: 0.45 },
];

/** A noun beside its verb stands in an order of the speaker's own: so many words for each such pair, and nothing is pasted. */
const WORDS_A_PAIR = 16;

/** This has all of that, and says something. */
const THE_LONGER_THE = /\bthe (?:more|less|\p{L}+er) the\b/iu;

const isPaste = among(listed(`a an the to and or ${PREPOSITIONS}`));
const joinsClauses = (word: Word): boolean => holdsTogether(word) && !isPaste(word);

/** How few words look that were thrown together; shares are 0 to 1. */
interface Jumble {
  /** So many at least. */
  words: number;
  /** At most so much holds them together. */
  held: number;
}

const JUMBLED: Jumble = { words: 6, held: 0.25 };

/** Nobody says the question again, word for word, and then goes on in notes. */
const BEHIND_QUESTION: Jumble = { words: 4, held: 0.35 };

/** All of them are the question's, and hardly any stand side by side in its texts. */
const JUMBLED_TOPIC = 0.95;
const JUMBLED_FAMILIAR = 0.34;

/** Words between two pauses on average: notes have fewer, and single words between commas are a list. */
const JUMBLED_BREATH = 4;

/** Share of figures and single letters, from which on a sentence is a table or a sum. */
const TABLE = 0.25;

/** A sentence with the share of its words and signs, 0 to about 1, that connect others. */
interface Held {
  sentence: Sentence;
  ratio: number;
}

/** What an answer says beside the question said again. */
export interface Own {
  /** Those of them that have words. */
  sentences: readonly Sentence[];
  /** In all. */
  words: number;
  /** Words that say the question again. */
  echoed: number;
}

/** Words of the question in a row, from which on they were not said again by chance. */
const ECHOED_WORDS = 5;

/** In an answer of fewer words no sentence is looked at by itself. */
export const FEW_WORDS = 10;

/** Sentences whose words hardly anything holds together, and those whose words are the question's in no order. */
export function withoutGrammar(context: Context, own: Own, asked: boolean): readonly Sentence[] {
  const all = gathered(own.sentences, it => partedBySemicolon(context.answer, it)).map(sentence => ({
    sentence,
    ratio: heldTogether(context.answer, sentence),
  }));
  if (own.words < SHUFFLED_WORDS && isJumbled(context, all, own)) return own.sentences;
  if (own.words < FEW_WORDS) return [];
  const found = [
    ...all.filter(it => isLoose(context, it, asked)),
    ...shuffled(context, all),
    ...glued(context, all),
  ];
  return found.map(it => it.sentence);
}

/** What stands between semicolons is as much a sentence as what stands between full stops. */
function partedBySemicolon({ text }: Answer, sentence: Sentence): readonly Sentence[] {
  const { words, start, end } = sentence;
  if (!text.slice(start, end).includes(';')) return [sentence];
  const parts: Sentence[] = [];
  let from = 0;
  for (let at = 1; at <= words.length; at++) {
    if (at < words.length && !text.slice(words[at - 1]!.end, words[at]!.start).includes(';')) continue;
    const own = words.slice(from, at);
    if (own.length > 0) parts.push({ ...sentence, words: own, start: own[0]!.start, end: own.at(-1)!.end });
    from = at;
  }
  return parts;
}

function isJumbled(context: Context, all: readonly Held[], { sentences, words, echoed }: Own): boolean {
  const look = echoed >= ECHOED_WORDS ? BEHIND_QUESTION : JUMBLED;
  if (words < look.words || meanRatio(all) > look.held) return false;
  const pauses = sentences.reduce((sum, it) => sum + pausesIn(context.answer, it), 0);
  if (words < JUMBLED_BREATH * pauses) return false;
  const own = gathered(sentences, it => it.words);
  if (topicShare(context, own) < JUMBLED_TOPIC) return false;
  return familiar(neighboursOf(context.submission.asked), sentences) < JUMBLED_FAMILIAR;
}

function isLoose(context: Context, { sentence, ratio }: Held, asked: boolean): boolean {
  const { length } = sentence.words;
  if (ratio >= SALAD_RATIO || length < (asked ? SALAD_WORDS : LIST_WORDS)) return false;
  const pauses = pausesIn(context.answer, sentence);
  if (!asked && pauses === 1 && ratio < BREATHLESS_RATIO && topicShare(context, sentence.words) >= TOPICAL)
    return true;
  return length >= BREATH * pauses && ratio < (length < SALAD_WORDS ? LIST_RATIO : SALAD_RATIO);
}

function shuffled(context: Context, all: readonly Held[]): readonly Held[] {
  if (meanRatio(all) >= SHUFFLED_RATIO) return [];
  const topical = all.filter(
    ({ sentence }) => topicShare(context, sentence.words) >= TOPICAL && !isTable(sentence),
  );
  const ratio = meanRatio(topical);
  if (wordsIn(topical) < SHUFFLED_WORDS || ratio >= SHUFFLED_RATIO) return [];
  if (isOrdered(context, topical)) return [];
  const order = familiar(
    neighboursOf(context.submission.asked),
    topical.map(it => it.sentence),
  );
  return order < (ratio < LOOSE_RATIO ? LOOSE_FAMILIAR : FAMILIAR) ? topical : [];
}

/** The question's words with prepositions and articles between them, in an order of nobody's. */
function glued(context: Context, all: readonly Held[]): readonly Held[] {
  for (const look of PASTED) {
    const found = all.filter(({ sentence }) => isPasted(context, sentence, look));
    if (found.length === 0) continue;
    const sentences = found.map(it => it.sentence);
    if (familiar(neighboursOf(context.submission.asked), sentences) < look.familiar) return found;
  }
  return [];
}

function isPasted(context: Context, { words, start, end }: Sentence, { paste, clausal }: Pasted): boolean {
  return (
    words.length >= LIST_WORDS &&
    countOf(words, isPaste) >= paste * words.length &&
    countOf(words, joinsClauses) <= clausal * words.length &&
    topicShare(context, words) >= TOPICAL &&
    WORDS_A_PAIR * ownPairs(context, words) < words.length &&
    !THE_LONGER_THE.test(context.answer.text.slice(start, end))
  );
}

/** How often two words with a meaning stand side by side that do not in the question's texts. */
function ownPairs({ submission: { asked } }: Context, words: readonly Word[]): number {
  const known = neighboursOf(asked);
  return words.filter((word, at) => {
    const before = words[at - 1];
    return before && before.weight > 0 && word.weight > 0 && !known.has(`${before.stem} ${word.stem}`);
  }).length;
}

/** Whether words that hold sentences together stand as people put them: who says it in an order of their own threw nothing together. */
function isOrdered({ answer }: Context, all: readonly Held[]): boolean {
  const { pairs, mean } = orderOf(
    all.map(it => it.sentence),
    answer.flat,
  );
  return pairs >= ORDERED.pairs && mean >= ORDERED.mean;
}

const wordsIn = (all: readonly Held[]) => all.reduce((sum, it) => sum + it.sentence.words.length, 0);

const meanRatio = (all: readonly Held[]) =>
  all.reduce((sum, it) => sum + it.sentence.words.length * it.ratio, 0) / Math.max(1, wordsIn(all));

function heldTogether({ text }: Answer, { words, start, end }: Sentence): number {
  const connecting = countOf(words, connects);
  if (connecting >= SHUFFLED_RATIO * words.length) return connecting / Math.max(1, words.length);
  const glue = text.slice(start, end).match(GLUE)?.length ?? 0;
  return (connecting + glue) / words.length;
}

function isTable({ words }: Sentence): boolean {
  return countOf(words, isSign) >= TABLE * words.length;
}

const isSign = trait(({ text }) => /^(?:\d|.$)/u.test(text));

function topicShare({ question }: Context, words: readonly Word[]): number {
  const telling = countOf(words, it => it.weight > 0);
  return countOf(words, it => it.weight > 0 && isOfTopic(question, it)) / Math.max(1, telling);
}

const remembered = new WeakMap<Asked, Neighbours>();

/** Made when the first answer needs them. */
function neighboursOf(asked: Asked): Neighbours {
  const known = remembered.get(asked);
  if (known) return known;
  const points = asked.points.flatMap(it => [...it.text, ...it.cues]);
  const made = neighboursIn([asked.prompt, ...asked.answer, ...points]);
  remembered.set(asked, made);
  return made;
}
