/** Signs that an answer is not one: each is a reason why its total is capped. None may fire on honest terse work. */
import type { Flag } from '../../model/score.ts';
import { topicOfAnswer } from '../coverage/topic.ts';
import type { Sentence } from '../text/answer.ts';
import { foreignLanguage } from '../text/language.ts';
import { looksTyped } from '../text/plausible.ts';
import type { Word } from '../text/tokens.ts';
import { FUNCTION_WORDS } from '../text/words.ts';
import type { Context } from './context.ts';

/** Every flag of an answer, in the order of this list. */
export function flagsOf(context: Context): Flag[] {
  // What is no language is nothing else either.
  const nonsense = gibberish(context);
  if (nonsense) return [nonsense];
  const foreign = otherLanguage(context);
  if (foreign) return [foreign];
  const others = [instructions, repetition, echo, keywordList, offTopic, contradiction];
  return others.flatMap(flag => flag(context) ?? []);
}

/** Flags that cap the total; the others are only shown. */
export const CHEATS: ReadonlySet<Flag['kind']> = new Set([
  'echo',
  'off-topic',
  'keyword-list',
  'repetition',
  'gibberish',
  'instructions-to-the-grader',
]);

const percent = (share: number) => `${Math.round(100 * share)} %`;

const prose = ({ answer }: Context): Sentence[] => answer.sentences.filter(it => it.kind !== 'code');

/** Each needs a word that only a grader would be told: `the response must be stored` is an honest sentence. */
const INSTRUCTIONS = [
  /\b(?:ignore|disregard|forget|override)\b.{0,20}\b(?:previous|prior|above|preceding|your|grading|scoring|marking)\b.{0,20}\b(?:instructions?|prompts?|rubrics?|rules|guidelines|criteria)\b/i,
  /\b(?:ignore|disregard|forget|override)\b (?:all |the |any )*(?:rubrics?|instructions?)\b/i,
  /\b(?:you are|you're|act as|as|dear|note to|attention)\b.{0,24}\b(?:grader|evaluator|examiner|assessor|scorer|reviewer of this|grading (?:system|model|ai)|ai (?:judge|grader|model))\b/i,
  /\b(?:dear|note to|attention)\b.{0,12}\b(?:reviewer|judge)\b/i,
  /\b(?:give|award|assign|grant)\b.{0,16}\b(?:me|it|this|the answer)\b.{0,24}\b(?:full|maximum|max|perfect|top|highest|ten out of ten|10\/10)\b.{0,16}\b(?:marks?|scores?|points?|credit|grade|rating|level)\b/i,
  /\b(?:award|assign|give)\b.{0,16}\b(?:full|maximum|perfect|highest|ten out of ten|10\/10)\b.{0,8}\b(?:marks?|scores?|credit|grade|points? to it)\b/i,
  /\b(?:rate|grade|score|mark|treat|consider)\b.{0,12}\b(?:this|my) (?:answer|response|submission)\b/i,
  /\b(?:treat|count|mark) all\b.{0,20}\bpoints\b|\b(?:tick|check) every box\b|\bconsider this (?:as )?(?:complete|correct|excellent)\b/i,
  /\b(?:this|my) (?:answer|response|submission|text)\b.{0,24}\b(?:deserves?|(?:must|should) (?:be (?:given|awarded|marked|scored|graded|rated)|get|receive))\b/i,
  /(?:<\/?(?:system|instructions?)>|\[(?:system|inst)\]|"?\bscore"?\s*[:=]\s*"?(?:100|10\/10|full)\b|\blevel 4\b.{0,16}\b\d{2,3} (?:of|out of) 100\b)/im,
];

/** Text meant for whoever grades, not for the interviewer. */
function instructions({ answer, submission }: Context): Flag | undefined {
  const asked = submission.asked.prompt;
  for (const sentence of answer.sentences) {
    const said = answer.text.slice(sentence.start, sentence.end);
    const hit = INSTRUCTIONS.map(it => it.exec(said)).find(it => it !== null && !asked.includes(it[0]));
    if (hit)
      return { kind: 'instructions-to-the-grader', reason: `It speaks to the grader: "${short(hit[0])}".` };
  }
  return undefined;
}

const short = (text: string) =>
  (text.length > 60 ? `${text.slice(0, 57).trimEnd()}...` : text).replace(/\s+/g, ' ').trim();

const GIBBERISH_WORDS = 4;
const GIBBERISH_SHARE = 0.4;

/** Most words could not be words. */
function gibberish(context: Context): Flag | undefined {
  const words = prose(context).flatMap(it => it.words);
  const letters = words.filter(it => it.text.length > 2 && /^\p{L}+$/u.test(it.text));
  const odd = letters.filter(it => !isKnown(context, it) && !looksTyped(it.text));
  if (odd.length < GIBBERISH_WORDS || odd.length < GIBBERISH_SHARE * letters.length) return undefined;
  return {
    kind: 'gibberish',
    reason: `${odd.length} of ${letters.length} words are none, such as "${odd[0]!.text}".`,
  };
}

const isKnown = ({ question }: Context, word: Word) => word.weight < 1 || question.topic.has(word.stem);

/** An answer in a language that the question is not in: no word of it can be compared. */
function otherLanguage(context: Context): Flag | undefined {
  const language = foreignLanguage(prose(context).flatMap(it => it.words));
  if (language === undefined || foreignLanguage(context.question.promptWords) === language) return undefined;
  return { kind: 'other-language', reason: `It is written in ${language}, the question is not.` };
}

const REPEATED_SHARE = 0.4;
const REPEATED_WORDS = 16;
const LONG = 40;
const LEAST_VARIETY = 0.28;

/** The same sentence again and again, or the same few words. */
function repetition(context: Context): Flag | undefined {
  const seen = new Set<string>();
  let again = 0;
  let all = 0;
  const stems = new Set<string>();
  for (const { words } of prose(context)) {
    const key = words.map(it => it.stem).join(' ');
    if (words.length > 3 && seen.has(key)) again += words.length;
    seen.add(key);
    all += words.length;
    for (const word of words) stems.add(word.stem);
  }
  if (again >= REPEATED_WORDS && again >= REPEATED_SHARE * all)
    return { kind: 'repetition', reason: `${percent(again / all)} of it repeats earlier sentences.` };
  // Longer texts repeat more words by nature (Heaps' law): the bound falls with the root of the length.
  const least = LEAST_VARIETY * Math.sqrt(LONG / Math.max(LONG, all));
  if (all < LONG || stems.size >= least * all) return undefined;
  return { kind: 'repetition', reason: `It has only ${stems.size} different words among ${all}.` };
}

const ECHO_RUN = 4;
const ECHO_SHARE = 0.6;
const ECHO_WORDS = 5;

/** Who covers this much has added something, however much of the question stands beside it. */
const ECHO_COVERAGE = 0.35;

/** Most of it is the question's own words in the question's own order, and what is left covers nothing. */
function echo(context: Context): Flag | undefined {
  const words = prose(context).flatMap(it => it.words);
  const asked = context.question.promptWords;
  // Much longer than the question, and most of it the question, would be a repetition.
  if (words.length < ECHO_WORDS || words.length > 4 * asked.length) return undefined;
  const runs = new Set(runsOf(asked));
  const echoed = words.map(() => false);
  for (const [from, run] of runsOf(words).entries())
    if (runs.has(run)) echoed.fill(true, from, from + ECHO_RUN);
  const share = echoed.filter(Boolean).length / words.length;
  if (share < ECHO_SHARE || (context.coverage.value ?? 0) > ECHO_COVERAGE) return undefined;
  return { kind: 'echo', reason: `${percent(share)} of it is the question said again.` };
}

/** The runs of a few words, each as one string, in order. */
function runsOf(words: readonly Word[]): string[] {
  const runs: string[] = [];
  for (let from = 0; from + ECHO_RUN <= words.length; from++)
    runs.push(
      words
        .slice(from, from + ECHO_RUN)
        .map(it => it.stem)
        .join(' '),
    );
  return runs;
}

const LIST_WORDS = 8;
const LIST_RATIO = 0.12;

/** Long sentences need more to hold them: of 1936 graded answers' sentences this long hardly an English one has less. */
const SALAD_WORDS = 20;
const SALAD_RATIO = 0.25;

const LIST_SHARE = 0.4;

/** Terms between commas: so many of them, and no longer than this on average. */
const STRUNG_TERMS = 5;
const STRUNG_WORDS = 3;

/** Signs that hold words together as a verb would: G = goroutine, P: processor, A -> B. So do figures: reach 800. */
const GLUE = /[=:→]|->|=>|[-–—] |\(|\bO\(/g;

/** Words that make a sentence of what is enumerated in it. */
const MAKES_SENTENCE =
  /\b(?:i|we|you|it|they|is|are|was|were|has|have|had|do|does|did|can|will|would|must|should|that|which|because|if|when|so|then)\b|[:=→]/i;

/** Terms strung together: sentences with hardly a word or sign that connects them. */
function keywordList(context: Context): Flag | undefined {
  const sentences = prose(context);
  const lists = sentences.filter(it => isList(it, context.answer.text.slice(it.start, it.end)));
  const listed = lists.reduce((sum, it) => sum + it.words.length, 0);
  const all = sentences.reduce((sum, it) => sum + it.words.length, 0);
  if (listed === 0 || listed < LIST_SHARE * all) return undefined;
  const share = percent(listed / all);
  return { kind: 'keyword-list', reason: `${share} of it is a list of terms without sentences.` };
}

function isList({ words }: Sentence, said: string): boolean {
  const terms = said.split(/[,;]/).length;
  if (terms >= STRUNG_TERMS && words.length <= STRUNG_WORDS * terms && !MAKES_SENTENCE.test(said))
    return true;
  if (words.length < LIST_WORDS) return false;
  const glue = said.match(GLUE)?.length ?? 0;
  const connecting = words.filter(it => FUNCTION_WORDS.has(it.text) || /^\d/.test(it.text)).length;
  return (connecting + glue) / words.length < (words.length < SALAD_WORDS ? LIST_RATIO : SALAD_RATIO);
}

const OFF_TOPIC_WORDS = 20;
const OFF_TOPIC_COVERAGE = 0.08;
const OFF_TOPIC_SHARE = 0.18;

/** Of a question about which less is known (stems of its points and answers), nobody can say what is off its topic. */
const OFF_TOPIC_KNOWN = 30;

/** Who says that they do not know is honest, not off the topic. */
const ADMITS =
  /\b(?:(?:do not|don't|dont) (?:really |actually |quite )?(?:know|remember|recall)|not (?:sure|familiar|certain)|no (?:idea|experience)|never (?:used|worked|done|had)|have(?:n't| not) (?:used|worked|done|had|come)|can(?:'t|not) (?:say|remember|recall)|i would (?:have to )?(?:look|guess|find out|check))\b/i;

/** It covers nothing and has hardly a word in common with anything known about the question. */
function offTopic(context: Context): Flag | undefined {
  const { answer, coverage, question } = context;
  if (coverage.value === null || coverage.value >= OFF_TOPIC_COVERAGE) return undefined;
  if (question.topic.size < OFF_TOPIC_KNOWN) return undefined;
  if (answer.wordCount < OFF_TOPIC_WORDS || ADMITS.test(answer.text.replaceAll('’', "'"))) return undefined;
  const share = topicOfAnswer(question, answer);
  if (share >= OFF_TOPIC_SHARE) return undefined;
  return {
    kind: 'off-topic',
    reason: `Only ${percent(share)} of its words bear on the question, and no point is covered.`,
  };
}

/** A point said nearly in its own words, but denied: it earns nothing, which deserves a word. */
function contradiction({ answer, coverage }: Context): Flag | undefined {
  const point = coverage.findings.find(it => it.opposed.length > 0 && it.status === 'missing');
  const [sentence] = coverage.denied;
  if (!point && sentence === undefined) return undefined;
  const { start, end } = answer.sentences[point?.opposed[0] ?? sentence!]!;
  const against = point ? bare(point.text) : 'what the model answer says';
  return {
    kind: 'contradiction',
    reason: `"${short(answer.text.slice(start, end))}" says the opposite of: ${against}.`,
  };
}

const bare = (sentence: string) => sentence.trim().replace(/\.$/, '');
