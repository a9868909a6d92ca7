/** How lists of questions mark a question and an answer, and how a question sounds that nobody marked. */

const NUMBER = String.raw`\s*[#№]?\s*\d{1,4}`;
const COLON = '[:：]';

/** `Q:`, `Q3.`, `Question 3 -`, `Frage:`. */
const QUESTION = new RegExp(
  String.raw`^(?:interviewer\s*${COLON}|(?:q|ques|question|frage)(?:${NUMBER}\s*(?:${COLON}|[.)]|\s[-–—]\s)|\s*${COLON}|[.)](?=\s)|\s[-–—]\s))\s*`,
  'iu',
);
/** A heading or line that says `Question 3` and no more: the question follows. */
const QUESTION_ALONE = new RegExp(`^(?:q|question|frage)${NUMBER}$|^(?:question|frage)$`, 'iu');

const ANSWER_WORD = '(?:(?:model|sample|suggested|example) )?answer|ans|antwort|candidate|interviewee';
/** `A:`, `Answer:`, `Ans. `; a single A needs its colon, for it is an article, too. */
const ANSWER = new RegExp(
  String.raw`^(?:a(?:${NUMBER})?\s*${COLON}|a${NUMBER}[.)](?=\s|$)|(?:${ANSWER_WORD})(?:${NUMBER})?\s*(?:${COLON}|[.](?=\s|$)|\s[-–—]\s))\s*`,
  'iu',
);
const ANSWER_ALONE = new RegExp(
  `^(?:show |view |see |click (?:for|to see) (?:the )?)?(?:the )?(?:${ANSWER_WORD}|solution|lösung)s?$`,
  'iu',
);

/** `1.`, `(2)`, `#3:`, `4)`. */
const NUMBERING = /^(?:\(\d{1,4}\)\s+|#?\d{1,4}(?:\.\d{1,3}){0,3}\s*[.):](?:\s+|(?=\p{Lu})))/u;
/** Pictures before a mark. */
const PICTURES = /^(?:\p{Extended_Pictographic}[\ufe0f\s]*)+/u;
/** `- [ ]`, as in lists of things to do. */
const TASK = /^\[[ xX]\]\s+/;

/** The text without `Q:`; undefined where it has no such mark. Empty when the question follows. */
export function markedQuestion(text: string): string | undefined {
  const bare = unnumbered(text);
  if (QUESTION_ALONE.test(bare)) return '';
  const mark = QUESTION.exec(bare);
  return mark ? bare.slice(mark[0].length) : undefined;
}

/** The text without `A:`; undefined where it has no such mark. */
export function markedAnswer(text: string): string | undefined {
  if (ANSWER_ALONE.test(text.replace(/[\s:.!?]+$/, ''))) return '';
  const bare = text.replace(PICTURES, '');
  const mark = ANSWER.exec(bare);
  return mark ? bare.slice(mark[0].length) : undefined;
}

const ANSWER_IN_MARKDOWN = new RegExp(
  String.raw`^[^\n]{0,24}?\b(?:${ANSWER_WORD}|solution|lösung|a(?!\p{L}))s?(?:${NUMBER})?([*_]{0,3})(?:\s*(?:${COLON}|[.)](?=\s|[*_]|$))|\s+[-–—]\s)?([*_]{0,3})[ \t]*\n?`,
  'iu',
);

/** Markdown that begins with a mark of an answer, without the mark; a mark that is bold by itself goes whole. */
export function withoutAnswerMark(markdown: string): string {
  const [opening] = /^[*_]{0,3}/.exec(markdown)!;
  const rest = markdown.slice(opening.length);
  const [mark, closing, closingAfter] = ANSWER_IN_MARKDOWN.exec(rest) ?? [''];
  return `${closing || closingAfter ? '' : opening}${rest.slice(mark.length)}`;
}

/** Without a number before it, a box to tick or a picture. */
export const unnumbered = (text: string): string =>
  text.replace(PICTURES, '').replace(TASK, '').replace(NUMBERING, '').replace(TASK, '');

export const isNumbered = (text: string): boolean => NUMBERING.test(text);

/** Whether it ends in a question mark; signs and a remark in brackets may follow. */
export function endsAsQuestion(text: string): boolean {
  const last = Math.max(text.lastIndexOf('?'), text.lastIndexOf('？'));
  return last > 0 && !/[\p{L}\p{N}]/u.test(text.slice(last + 1).replace(/\([^()]*\)|\[[^[\]]*\]/g, ''));
}

const REQUEST =
  /^(?:please )?(?:explain|describe|discuss|compare|contrast|define|differentiate|elaborate|tell (?:me|us)|walk (?:me|us)|talk (?:me|us|about)|give (?:me |us )?(?:an?|some|your)|share (?:an?|your)|name (?:the|some|an?|two|three|four|five)|list (?:the|some|two|three|four|five)|design (?:an?|the)|(?:write|implement) (?:an?|the)|erklären sie|beschreiben sie|nennen sie)\b/i;
const WHAT_IS =
  /^(?:what|why|how|when|where|which|who)(?:'s| (?:is|are|was|were|do|does|did|can|could|should|would|will|has|have))\b/i;

/** Whether it asks or requests something, with or without a question mark. */
export function asks(text: string): boolean {
  const bare = unnumbered(text);
  return endsAsQuestion(bare) || REQUEST.test(bare) || WHAT_IS.test(bare.replaceAll('’', "'"));
}
