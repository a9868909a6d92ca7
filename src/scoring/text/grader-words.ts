/** What a text that speaks to its grader is made of, in whatever words: raters, marks, the answer itself, orders, favours. */
import type { Sentence } from './answer.ts';
import { trait } from './traits.ts';

const KINDS = ['rater', 'mark', 'own', 'order', 'favour'] as const;
type Kind = (typeof KINDS)[number];

const split = (text: string): string[] => text.trim().split(/\s+/);
const kind = (name: string, words: string) => split(words).map(it => [it, name] as const);

/** Kinds with a question mark may be meant otherwise: a marker of a collector, a candidate of an election. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ...kind('rater', 'grader graders examiner examiners assessor assessors grading reviewer ai llm'),
  ...kind(
    'rater?',
    'evaluator evaluators scorer rater marker marking scoring evaluation evaluating assessing',
  ),
  ...kind(
    'mark',
    'score scores scored grade grades graded mark marks rating ratings rated verdict rubric criteria criterion credit points',
  ),
  ...kind('own?', 'candidate'),
  ...kind('order', 'please kindly'),
  ...kind('order?', 'you your'),
  ...kind(
    'favour',
    `full top maximum max highest perfect flawless excellent complete generous generously lenient leniently kind overlook
    void override appreciated deserve deserves worth 100 ten hire pass covered`,
  ),
]);

/** After `this` or `my` the text speaks of itself. */
const ITSELF: ReadonlySet<string> = new Set(split('answer response submission reply text attempt'));

/** Orders, where they begin a clause. */
const ORDERS: ReadonlySet<string> = new Set(
  split(`give award assign grant put set return print emit output use consider count treat ignore skip pass record write
    do stop let rate grade score mark disregard pretend assume note accept`),
);

/** So many of the five kinds in one sentence, or in two that follow each other, are said to no interviewer. */
const ONE = 4;
const TWO = 5;

/** Nor are these three, if none of them may be meant otherwise. */
const TELLING: readonly (readonly Kind[])[] = [
  ['own', 'mark', 'favour'],
  ['rater', 'order', 'favour'],
  ['rater', 'order', 'mark'],
  ['rater', 'own', 'mark'],
];

/** The number of the first sentence that speaks to a grader; words that the question has say nothing of it. */
export function toldToGrader(
  sentences: readonly Sentence[],
  isAsked: (stem: string) => boolean,
): number | undefined {
  let before = NO_KINDS;
  for (let number = 0; number < sentences.length; number++) {
    const kinds = kindsIn(sentences[number]!, isAsked);
    if (kinds.size > 1) {
      const telling = TELLING.some(it => it.every(one => kinds.has(one)));
      if (telling || countOf(kinds) >= ONE || countOf(new Set([...before, ...kinds])) >= TWO) return number;
    }
    before = kinds;
  }
  return undefined;
}

/** How many of the kinds there are, of which one may be meant otherwise; 0 where more may. */
function countOf(found: ReadonlySet<string>): number {
  const sure = KINDS.filter(it => found.has(it)).length;
  const all = KINDS.filter(it => found.has(it) || found.has(`${it}?`)).length;
  return all - sure > 1 ? 0 : all;
}

const NO_KINDS: ReadonlySet<string> = new Set();

function kindsIn({ words }: Sentence, isAsked: (stem: string) => boolean): ReadonlySet<string> {
  if (!words.some(isOfAny)) return NO_KINDS;
  const kinds = new Set<string>();
  for (let at = 0; at < words.length; at++) {
    if (!isOfAny(words[at]!)) continue;
    const { text, stem } = words[at]!;
    const name = WORDS.get(text);
    if (name && !isAsked(stem)) kinds.add(name);
    const before = words[at - 1]?.text;
    if (ITSELF.has(text) && (before === 'this' || before === 'my')) kinds.add('own');
    if (ORDERS.has(text) && beginsClause(words, at)) kinds.add('order');
  }
  return kinds;
}

const isOfAny = trait(({ text }) => WORDS.has(text) || ITSELF.has(text) || ORDERS.has(text));

/** First in its sentence, or first behind a pause. */
function beginsClause(words: Sentence['words'], at: number): boolean {
  const before = words[at - 1];
  return before === undefined || words[at]!.start - before.end > 1;
}
