/** How the words that earn credit stand in an answer: said in sentences, listed, or named in sentences that say nothing. */

import type { Asked, Submission } from '../../../model/score.ts';
import { isAsked, isOfTopic } from '../../coverage/topic.ts';
import { gathered } from '../../gathered.ts';
import { type Answer, parse } from '../../text/answer.ts';
import { withoutEcho } from '../../text/echoed.ts';
import { gridsOf } from '../../text/grid.ts';
import { quantitiesOf } from '../../text/numbers.ts';
import { ROW, strungWords } from '../../text/strung.ts';
import type { Word } from '../../text/tokens.ts';
import { weightIn } from '../../text/vocabulary.ts';
import type { Context } from '../context.ts';
import { emptiness } from './empty.ts';
import { FEW_WORDS, type Own, withoutGrammar } from './no-grammar.ts';

export interface Standing {
  /** Shares, 0 to 1, of the credit (weight of different words of the topic that the prompt has not) that stand so. */
  listed: number;
  hollow: number;
  /** The credit in all. */
  credit: number;
  /** Share, 0 to 1, of all words outside of code that stand in lists; what says the question again is left out. */
  listedWords: number;
  /** Words outside of code and of what says the question again. */
  ownWords: number;
  /** The same of those in sentences of praise or announcement; 0 where there are only one or two. */
  hollowWords: number;
}

/** One empty sentence leads over to what follows; so many say nothing. */
const HOLLOW_SENTENCES = 3;

const ALL_SAID: Standing = { listed: 0, hollow: 0, credit: 0, listedWords: 0, ownWords: 0, hollowWords: 0 };

/** Where a list was asked for, only a much longer one is no answer. */
const ASKED_ROW = 12;
const ASKS_FOR_LIST =
  /(?:^|[.,;:?!]\s?|\band |\bthen )(?:please )?(?:(?:name|list|enumerate|state)\b|(?:draw|sketch) (?:me |us )?(?:an? |the )?(?:[a-z-]+ ){0,2}(?:tree|table|list|matrix)\b)/i;

/** Questions to which a few names may be an answer: which, what are, what would you measure, in what order. */
const ASKS_FOR_NAMES =
  /\b(?:which|what (?:else|are|were|do|does|did|would|should|could|can|will|order|is the order))\b/i;

/** A model answer is a list itself when so much of it, as a share, stands in rows of so many terms or more. */
const MODEL = { listed: 0.5, row: 3 };

/** Whether a question asks to name things, so that terms are an answer. */
export const asksForList = ({ prompt }: Asked): boolean => ASKS_FOR_LIST.test(prompt);

export function standingOf(context: Context): Standing {
  const { answer } = context;
  const sentences = answer.prose;
  const own = ownOf(context);
  const listed = listedWords(context, own);
  const empties = sentences.map(it => emptiness(context, it, listed));
  const hollow = sentences.filter((_, at) => empties[at]);
  if (listed.size === 0 && hollow.length < HOLLOW_SENTENCES) return ALL_SAID;
  const praising = gathered(
    sentences.filter((_, at) => empties[at] === 'praise'),
    it => it.words,
  );
  const empty = new Set(hollow.length < HOLLOW_SENTENCES ? [] : gathered(hollow, it => it.words));
  const said = new Set<string>();
  const inLists = new Set<string>();
  const inHollow = new Set<string>();
  const weights = new Map<string, number>();
  for (const { words } of answer.sentences)
    for (const word of words) {
      if (!earns(context, word)) continue;
      weights.set(word.stem, weightIn(word, context.question.vocabulary));
      (listed.has(word) ? inLists : empty.has(word) ? inHollow : said).add(word.stem);
    }
  // What is said once is said, wherever it stands beside.
  const credit = (wanted: ReadonlySet<string>, ...but: ReadonlySet<string>[]) =>
    [...wanted].reduce((sum, it) => (but.some(set => set.has(it)) ? sum : sum + weights.get(it)!), 0);
  const all = credit(new Set(weights.keys()));
  const words = gathered(own.sentences, it => it.words);
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : 0);
  return {
    listed: share(credit(inLists, said), all),
    hollow: share(credit(inHollow, said, inLists), all),
    credit: all,
    listedWords: share(words.filter(it => listed.has(it)).length, words.length),
    ownWords: words.length,
    hollowWords: empty.size > 0 ? share(praising.length, words.length) : 0,
  };
}

/** An answer without what says the question again; of one that is much longer that would be little. */
function ownOf({ answer, question: { promptWords } }: Context): Own {
  const isLong = answer.wordCount > 4 * promptWords.length;
  const { prose } = isLong ? answer : withoutEcho(answer, promptWords);
  const sentences = prose.filter(it => it.words.length > 0);
  const words = sentences.reduce((sum, it) => sum + it.words.length, 0);
  return { sentences, words, echoed: answer.proseWords.length - words };
}

function listedWords(context: Context, own: Own): ReadonlySet<Word> {
  const { question, answer, submission } = context;
  const { asked } = submission;
  const areFew = own.words < FEW_WORDS;
  const isKnown = (word: Word) => isOfTopic(question, word);
  const forList = asksForList(asked);
  const rows = strungWords(answer, forList ? ASKED_ROW : ROW, isKnown, areFew);
  // Asked where there is a list at all: to read the model answers takes longer than to read so few words.
  const strung = areFew && rows.size > 0 && areNames(asked) ? NONE : rows;
  const loose = gathered(withoutGrammar(context, own, forList), it => it.words);
  const listed = loose.length === 0 ? strung : new Set([...strung, ...loose]);
  return listed.size > 0 && reckons(submission) ? withoutFigured(listed, answer) : listed;
}

/** Whether a rubric looks for figures and what follows from them: people put these into a table. */
const reckons = ({ rubrics }: Submission): boolean =>
  rubrics.some(({ criteria }) => criteria.some(it => it.signals.some(({ kind }) => kind === 'arithmetic')));

/** Figures in a row from which on it says how large things are. */
const FIGURES = 2;

/** Without the words of tables in which most rows have figures: below a head each of them says something. */
function withoutFigured(listed: ReadonlySet<Word>, { text }: Answer): ReadonlySet<Word> {
  const tables = gridsOf(text).filter(([, ...rows]) => {
    const figured = rows.filter(row => row.filter(it => quantitiesOf(it.text).length > 0).length >= FIGURES);
    return 2 * figured.length > rows.length;
  });
  if (tables.length === 0) return listed;
  const spans = tables.map(rows => ({ start: rows[0]![0]!.start, end: rows.at(-1)!.at(-1)!.end }));
  return new Set([...listed].filter(({ start }) => !spans.some(it => it.start <= start && start < it.end)));
}

/** Whether a few names may be the answer. */
const areNames = ({ prompt, answer }: Asked): boolean => ASKS_FOR_NAMES.test(prompt) || answer.some(isListed);

/** Whether a model answer is little more than a list of names. */
function isListed(text: string): boolean {
  const model = parse(text);
  return strungWords(model, MODEL.row, () => true, false).size >= MODEL.listed * model.wordCount;
}

const NONE: ReadonlySet<Word> = new Set();

const earns = ({ question }: Context, word: Word): boolean =>
  word.weight > 0 && isOfTopic(question, word) && !isAsked(question, word);
