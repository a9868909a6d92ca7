/** Terms in any dress (notes, bullets, YAML, JSON, a diagram, comments of code), with nothing that is said of them. */
import { isAsked, isOfTopic } from '../../coverage/topic.ts';
import { gathered } from '../../gathered.ts';
import { type Answer, parse, type Sentence } from '../../text/answer.ts';
import { commentIn, doesSomething, linesOf } from '../../text/code.ts';
import { connects, holdsTogether, isFigure } from '../../text/language.ts';
import { isAddress, isBareTerm, stretchesOf } from '../../text/stretches.ts';
import { countOf, type Word } from '../../text/tokens.ts';
import type { Context } from '../context.ts';
import { asksForList } from './standing.ts';

/** What some words look like; shares are 0 to 1. */
interface Look {
  words: number;
  /** Of the words: those in stretches that are no more than a term, and those that hold others together. */
  bare: number;
  held: number;
  /** Of the words that carry meaning, those that the question's texts have. */
  topic: number;
}

/**
 * At least so many words, so bare and so much the question's, and at most so much held together. Honest notes, however
 * terse, are bare to 0.74 at most, and those that are so to a half have words of their own. Sentences are held together to
 * 0.4 and more, long notes to 0.2 and more.
 */
const BARE: Look = { words: 20, bare: 0.76, held: 0.25, topic: 0.45 };
const BORROWED: Look = { words: 20, bare: 0.5, held: 0.3, topic: 0.95 };
const HEAPED: Look = { words: 50, bare: 0, held: 0.22, topic: 0.97 };

/** Beside code that does nothing: comments in which next to nothing is held together. */
const IDLE: Look = { words: 15, bare: 0, held: 0.15, topic: 0.5 };

/**
 * Beside code that works: comments in which little is held together, nearly as long as the code, and with nearly all that is
 * of the question. Comments of honest sketches are half as long as their code, or leave two fifths of the topic's words to it.
 */
const DUBBED: Look = { words: 15, bare: 0, held: 0.3, topic: 0.45 };
const DUBBING = { beside: 0.7, code: 0.36 };

/** So many words of prose, held together as sentences are, tell something: what stands beside them is an example. */
const TOLD = { words: 30, held: 0.35 };

/** No bound has more. */
const MOST_HELD = Math.max(BARE.held, BORROWED.held, HEAPED.held, IDLE.held);

/**
 * The share, 0 to 1, of an answer that is bare terms; undefined where something is said, where names were asked for, and where
 * a model answer is no more than terms itself.
 */
export function onlyTerms(context: Context): number | undefined {
  const { question, submission } = context;
  const bare = bareShare(context);
  if (bare === undefined || asksForList(submission.asked)) return undefined;
  const isModel = (text: string) => bareShare({ submission, question, answer: parse(text) }) !== undefined;
  return submission.asked.answer.some(isModel) ? undefined : bare;
}

type Read = Pick<Context, 'answer' | 'question' | 'submission'>;

function bareShare(context: Read): number | undefined {
  const { answer, submission } = context;
  if (answer.code.length === 0) {
    // So it is with nearly all, and here that is seen at once.
    if (countOf(answer.proseWords, holdsTogether) > MOST_HELD * answer.wordCount) return undefined;
  } else {
    const prose = lookOf(context, answer.prose);
    if (prose.words >= TOLD.words && prose.held >= TOLD.held) return undefined;
  }
  const works = answer.code.some(it => doesSomething(answer.text, it));
  const said = () =>
    lookOf(
      context,
      answer.sentences.map(it => commented(answer, it)),
    );
  const dubbed = works ? dubbedIn(context) : undefined;
  if (dubbed !== undefined) return dubbed;
  // Of other code that works the comments may be as short as they like, unless they are heaps.
  if (works && submission.asked.type === 'coding') return bareIn(said(), [HEAPED]);
  const all = bareIn(lookOf(context, answer.sentences), [BARE, BORROWED, HEAPED]);
  if (all !== undefined || works || answer.code.length === 0) return all;
  return bareIn(said(), [BARE, BORROWED, HEAPED, IDLE]);
}

function bareIn(look: Look, bounds: readonly Look[]): number | undefined {
  const { words, bare, held, topic } = look;
  const is = bounds.some(it => words >= it.words && bare >= it.bare && held <= it.held && topic >= it.topic);
  return is ? Math.max(bare, 1 - held) : undefined;
}

function lookOf({ answer, question }: Read, sentences: readonly Pick<Sentence, 'words'>[]): Look {
  const isKnown = (word: Word) => isOfTopic(question, word);
  let [words, bare, held, telling, known] = [0, 0, 0, 0, 0];
  for (const sentence of sentences)
    for (const stretch of stretchesOf(answer.flat, sentence.words)) {
      // Figures hold the words beside them together, but not those across a sign.
      if (stretch.every(isFigure)) continue;
      words += stretch.length;
      if (isAddress(answer.flat, stretch)) {
        bare += stretch.length;
        continue;
      }
      held += countOf(stretch, connects);
      telling += countOf(stretch, it => it.weight > 0);
      known += countOf(stretch, it => it.weight > 0 && isKnown(it));
      if (isBareTerm(stretch, isKnown)) bare += stretch.length;
    }
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : 0);
  return { words, bare: share(bare, words), held: share(held, words), topic: share(known, telling) };
}

/** As `bareShare`, of code whose comments tell the topic that the code itself has next to nothing of. */
function dubbedIn(context: Read): number | undefined {
  const { answer, question } = context;
  const written = answer.sentences.filter(it => it.kind === 'code');
  const comments = written.map(it => commented(answer, it));
  const told = gathered(comments, it => it.words);
  const isTold = new Set(told);
  const code = gathered(written, it => it.words).filter(it => !isTold.has(it));
  if (told.length < DUBBING.beside * code.length) return undefined;
  const known = (words: readonly Word[]) =>
    new Set(
      words
        .filter(it => it.weight > 0 && isOfTopic(question, it) && !isAsked(question, it))
        .map(it => it.stem),
    ).size;
  const own = known(code);
  return own <= DUBBING.code * (own + known(told)) ? bareIn(lookOf(context, comments), [DUBBED]) : undefined;
}

/** A sentence as it is; of code the words of its comments. */
function commented({ flat }: Answer, sentence: Sentence): Pick<Sentence, 'words'> {
  const { kind, start, end, words } = sentence;
  if (kind !== 'code') return sentence;
  const comments = linesOf(flat.slice(start, end)).map(it => ({
    from: start + it.start + commentIn(it.text),
    to: start + it.end,
  }));
  let next = 0;
  return {
    words: words.filter(it => {
      while (next < comments.length && comments[next]!.to <= it.start) next++;
      return next < comments.length && it.start >= comments[next]!.from;
    }),
  };
}
