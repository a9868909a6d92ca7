/** Looking things up in a Library by the names that people and files use. */
import type { Bank, Draw, Library, Question } from './content.ts';
import { InputError } from './errors.ts';

/** A question in its bank. */
export interface Shelved {
  /** `bank/question`. */
  ref: string;
  bank: Bank;
  question: Question;
}

/**
 * Every question that `name` can mean: `bank/question` means at most one, a bare id one for each bank that has it.
 * Zero or several results are the caller's error to tell.
 */
export function findQuestions(library: Library, name: string): Shelved[] {
  const slash = name.indexOf('/');
  const banks = slash < 0 ? [...library.banks.values()] : [library.banks.get(name.slice(0, slash))];
  const id = name.slice(slash + 1);
  return banks.flatMap(bank => shelved(bank).filter(it => it.question.id === id));
}

/** All questions of a bank with their full names; none for no bank. */
export function shelved(bank: Bank | undefined): Shelved[] {
  return (bank?.questions ?? []).map(question => ({
    ref: `${bank!.id}/${question.id}`,
    bank: bank!,
    question,
  }));
}

/** All questions of all banks, bank by bank. */
export const allShelved = (library: Library): Shelved[] => [...library.banks.values()].flatMap(shelved);

/** The one question of that name. Throws InputError where there is none, or more than one. */
export function theQuestion(library: Library, name: string): Shelved {
  const found = findQuestions(library, name);
  if (found.length === 1) return found[0]!;
  const remedy =
    found.length > 1 ? `It is in ${found.map(it => it.ref).join(' and ')}: name the bank.` : undefined;
  throw new InputError(
    `${found.length > 1 ? 'More than one question is' : 'There is no question'} "${name}".`,
    remedy,
  );
}

/** The names of all questions, in the form of the given one: with their banks when it has a slash. */
export function namesLike(library: Library, name: string): string[] {
  return allShelved(library).map(({ ref, question }) => (name.includes('/') ? ref : question.id));
}

/** The ids of the rubrics that judge a question: its own, else the one made for its type, else none. */
export function rubricsFor(library: Library, question: Pick<Question, 'rubric' | 'type'>): string[] {
  if (question.rubric.length > 0) return question.rubric;
  const fitting = [...library.rubrics.values()].filter(rubric => rubric.for.includes(question.type));
  return fitting.slice(-1).map(rubric => rubric.id);
}

/** Whether a draw may choose the question: it has one of the values of every list, and lies in the range. */
export function fits({ bank, question }: Shelved, draw: Draw): boolean {
  const meets = (wanted: readonly string[] | undefined, has: readonly string[]) =>
    !wanted || has.some(it => wanted.includes(it));
  const [easiest, hardest] = draw.difficulty ?? [1, 5];
  return (
    meets(draw.banks, [bank.id]) &&
    meets(draw.types, [question.type]) &&
    meets(draw.principles, question.principles) &&
    meets(draw.competencies, question.competencies) &&
    meets(draw.levels, question.levels) &&
    question.difficulty >= easiest &&
    question.difficulty <= hardest
  );
}

/** Whether the question shows one of the wanted principles that none before it showed. */
export function addsPrinciple(
  { principles }: Question,
  wanted: readonly string[],
  shown: ReadonlySet<string>,
): boolean {
  return principles.some(it => wanted.includes(it) && !shown.has(it));
}

/** The same question, or one that names the other as related. */
export function isAkin(one: Shelved, other: Shelved): boolean {
  return one.ref === other.ref || relatedTo(one).includes(other.ref) || relatedTo(other).includes(one.ref);
}

/** What a question names as related, by full names: a bare id means its own bank. */
export function relatedTo({ bank, question }: Shelved): string[] {
  return question.related.map(name => (name.includes('/') ? name : `${bank.id}/${name}`));
}
