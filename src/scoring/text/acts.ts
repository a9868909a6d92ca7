/**
 * Who does what in a clause, and when, read from the forms of words alone: a guess, made to be right on most sentences of
 * told stories, also where the subject is dropped (`Rang her at once.`).
 */
import {
  type Form,
  formAlone,
  formBehind,
  isAuxiliary,
  isDenial,
  isOfOthers,
  isUnreal,
} from './auxiliaries.ts';
import { isMoment } from './moments.ts';
import { ADVERBS, BARE, CONTRACTED, DETERMINERS, SUBJECTS, type Who } from './subjects.ts';
import type { Word } from './tokens.ts';
import { isBefalling, isPastForm, isStative, isUnchanging } from './verbs.ts';
import { FUNCTION_WORDS } from './words.ts';

export interface Act {
  who: Who;
  form: Form;
  /** As written, in lower case. */
  verb: string;
  /** Index of the verb among the words of the sentence. */
  at: number;
  /** Said not to be so: `I didn't tell`, `rang nobody`. */
  denied: boolean;
  /** It came upon them: `got a warning`, `missed the train`. */
  befell: boolean;
}

/** Something was done or happened; it was not only known, felt or the case. */
export const isDeed = ({ form, verb, denied }: Act) => form === 'past' && !denied && !isStative(verb);

/** The speaker did something, alone or with others; what came upon the speaker is none (`I got a warning`). */
export const isOwnDeed = (act: Act) => act.who !== 'other' && isDeed(act) && !act.befell;

/** What was read of a clause so far. */
interface Reading {
  readonly words: readonly Word[];
  readonly acts: Act[];
  /** Index of the clause's first word in its sentence. */
  readonly offset: number;
  who: Who | undefined;
  /** The auxiliary that waits for its verb, or none; and where it stands. */
  waiting: string;
  waitingAt: number;
  denied: boolean;
  /** A noun came, so the verb has a subject. */
  noun: boolean;
  /** The subject stands right before, adverbs apart. */
  fresh: boolean;
}

/** The acts of a clause; `inherited` did what was told before it in the sentence. */
export function actsIn(
  text: string,
  words: readonly Word[],
  offset: number,
  inherited: Who | undefined,
): Act[] {
  const start = { waiting: '', waitingAt: 0, denied: false, noun: false, fresh: false };
  const reading: Reading = { words, acts: [], offset, who: undefined, ...start };
  for (let at = 0; at < words.length; at++) {
    const said = spelt(text, words[at]!);
    if (readSubject(reading, text, said, at, inherited)) continue;
    if (readAuxiliary(reading, said, at, inherited)) continue;
    if (said === 'not' || said === 'never') reading.denied = true;
    if (ADVERBS.has(said)) continue;
    if (readVerb(reading, said, at, inherited)) continue;
    reading.fresh = false;
    reading.noun ||= isNoun(words, at);
  }
  settle(reading, inherited);
  return reading.acts;
}

/** With its apostrophe; IT is no pronoun. */
function spelt(text: string, { start, end, text: word }: Word): string {
  if (word === 'it' && text.slice(start, end) === 'IT') return 'IT';
  return BARE.get(word) ?? word;
}

function readSubject(
  reading: Reading,
  text: string,
  said: string,
  at: number,
  inherited: Who | undefined,
): boolean {
  const contracted = CONTRACTED.get(said);
  const who = contracted?.[0] ?? SUBJECTS.get(said);
  if (who === undefined || (said === 'that' && reading.fresh) || isObject(reading, said, at)) return false;
  settle(reading, inherited);
  reading.who = who;
  reading.noun = true;
  reading.fresh = true;
  reading.denied = said === 'nobody' || said === 'nothing' || said === 'none';
  reading.waiting = contracted?.[1] ?? (hasLostIs(text, reading.words[at]!) ? 'is' : '');
  reading.waitingAt = at;
  return true;
}

/** `sold it and`, `told you`: behind a verb and before none. */
function isObject({ words, acts }: Reading, said: string, at: number): boolean {
  if (acts.length === 0 || !/^(?:it|you|this|that|these|those|nothing|nobody|everybody|everyone)$/.test(said))
    return false;
  const next = words[at + 1]?.text;
  return (
    next === undefined ||
    !(isAuxiliary(next, '') || isPastForm(next) || /^(?:never|always|still|just|all)$/.test(next))
  );
}

/** `he's` is read without its ending: the word is shorter than what is written. */
const hasLostIs = (text: string, { start, end, text: said }: Word) =>
  end - start > said.length && /['’]s$/i.test(text.slice(start, end));

function readAuxiliary(reading: Reading, said: string, at: number, inherited: Who | undefined): boolean {
  if (isUnreal(reading.waiting, said)) {
    add(reading, 'would', said, at, inherited);
    return true;
  }
  if (!isAuxiliary(said, reading.waiting) || isNounOfNeed(reading.words, said, at)) return false;
  if (said !== 'been') settle(reading, inherited);
  reading.denied ||= isDenial(said);
  reading.waiting = said;
  reading.waitingAt = at;
  return true;
}

/** `any need`, `their needs`: no auxiliary, but a noun. */
const isNounOfNeed = (words: readonly Word[], said: string, at: number) =>
  /^needs?$/.test(said) && DETERMINERS.has(words[at - 1]?.text ?? '');

function readVerb(reading: Reading, said: string, at: number, inherited: Who | undefined): boolean {
  if (reading.waiting !== '') {
    const form = formBehind(reading.waiting, said);
    if (form) add(reading, form, said, at, inherited);
    else settle(reading, inherited);
    return form !== undefined;
  }
  if (isPastVerb(reading.words, at)) {
    if (goesOn(reading, at)) add(reading, 'past', said, at, inherited);
    return true;
  }
  const speaks = reading.fresh && reading.who !== 'other';
  if (!speaks || DETERMINERS.has(said) || /^\d/.test(said)) return false;
  add(reading, 'present', said, at, inherited);
  return true;
}

/** An auxiliary that waited in vain is a verb itself. */
function settle(reading: Reading, inherited: Who | undefined): void {
  const form = formAlone(reading.waiting);
  if (form) add(reading, form, reading.waiting, reading.waitingAt, inherited);
  reading.waiting = '';
}

function add(reading: Reading, form: Form, verb: string, at: number, inherited: Who | undefined): void {
  const { words, acts, offset } = reading;
  const who =
    reading.who ?? (reading.noun ? 'other' : unsaid(words[reading.waitingAt]?.text, form, inherited));
  const denied = reading.denied || (form === 'past' && NONE.has(words[at + 1]?.text ?? ''));
  const befell = isBefalling(verb) && !(/^g[eo]t$/.test(verb) && bringsAbout(words.slice(at + 1)));
  acts.push({ who, form, verb, at: offset + at, denied, befell });
  reading.who = who;
  reading.waiting = '';
  reading.denied = false;
  reading.fresh = false;
}

const NONE: ReadonlySet<string> = new Set(['no', 'nobody', 'nothing', 'none']);

/** Who is meant where no subject is said: whoever acted before, or the speaker, unless the verb does not agree with that. */
function unsaid(auxiliary: string | undefined, form: Form, inherited: Who | undefined): Who {
  const who = inherited ?? 'i';
  return who === 'i' && form !== 'past' && form !== 'present' && isOfOthers(auxiliary ?? '') ? 'other' : who;
}

/** `got a friend to read it`, `got out the papers`: that is done, not received. */
const bringsAbout = (after: readonly Word[]) =>
  after.some(it => it.text === 'to') ||
  /^(?:out|up|down|in|through|rid|on|hold|back|him|her|them|it)$/.test(after[0]?.text ?? '');

/** A past form that is a verb here: what follows an article or a preposition is none. */
function isPastVerb(words: readonly Word[], at: number): boolean {
  const word = words[at]!.text;
  if (!isPastForm(word)) return false;
  const before = words[at - 1]?.text ?? '';
  if (DETERMINERS.has(before) && !/^(?:that|this|no)$/.test(before)) return false;
  if (/^(?:to|of|in|on|at|for|with|by|will|let|from|me|him|them|us)$/.test(before)) return false;
  return !isUnchanging(word) || (at + 1 < words.length && !isToday(words));
}

/** `I now put`: the clause is about today. */
const isToday = (words: readonly Word[]) => words.some(it => /^(?:now|always|if)$/.test(it.text));

const LINKS: ReadonlySet<string> = new Set(['and', 'or', 'but', 'then']);

/**
 * A past form is a verb of its own when its subject stands before it or it goes on with what was done: `stopped it and
 * told him`. Otherwise it is a participle: `get the titles scanned`, `I stay calm and focused`.
 */
function goesOn({ acts, fresh, words }: Reading, at: number): boolean {
  const last = acts.at(-1);
  if (last === undefined || fresh) return true;
  const before = words[at - 1]?.text ?? '';
  const linked = LINKS.has(ADVERBS.has(before) && !LINKS.has(before) ? (words[at - 2]?.text ?? '') : before);
  return linked && last.form !== 'present';
}

/** Taken for a subject: not a word of time, unless it stands by itself (`the Sunday fell off`). */
function isNoun(words: readonly Word[], at: number): boolean {
  const { text } = words[at]!;
  if (text === 'others' || text === 'people' || text === 'one') return true;
  if (FUNCTION_WORDS.has(text)) return false;
  if (!isMoment(text)) return true;
  if (words[at - 1]?.text !== 'the') return false;
  return !/^(?:on|in|at|by|until|till|during|for|of)$/.test(words[at - 2]?.text ?? '');
}
