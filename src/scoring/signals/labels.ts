/**
 * Labels that say which part of a story comes behind them: `Situation:`, `Task –`, `**Action**`, a heading, or the first letters
 * alone, `S:`. Who writes them says what each sentence is for; whether it tells anything is asked of its other words.
 */
import type { Answer, Sentence } from '../text/answer.ts';

/** A word before a colon or a dash, in bold, or alone. */
const LABEL =
  /^(?:(?<bold>\*\*|__)(?<set>\p{L}+):?\k<bold>(?=[\s:–—-]|$)|(?<word>\p{L}+)(?:\s?:(?=\s|$)|\s[-–—](?=\s)|:?$))/u;

/** Names of different parts that have to be there before any is taken for a label, and of first letters: `A:` may answer `Q:`. */
const LEAST_NAMES = 2;
const LEAST_LETTERS = 3;

/** The word in lower case that labels a sentence, which is its first; undefined where none does. */
export function labelOf({ flat }: Answer, { start, end, words }: Sentence): string | undefined {
  // No label is longer than this, and only what stands in front is read.
  const front = flat.slice(start, Math.min(end, start + LONGEST));
  const found = LABEL.exec(front)?.groups;
  const label = (found?.set ?? found?.word)?.toLowerCase();
  return label !== undefined && label === words[0]?.text ? label : undefined;
}

const LONGEST = 40;

/** What a role is called in a label: its name, in one or several words, its first letter, and other names for it. */
export interface Named {
  readonly role: string;
  /** In lower case, without what may stand before any of them (`the`, `my`, `key`). */
  readonly labels?: readonly string[];
}

/** For each sentence, the number among some roles under whose label it stands; undefined where it stands under none. */
export function labelledAs(answer: Answer, roles: readonly Named[]): (number | undefined)[] {
  const { sentences } = answer;
  const labels = sentences.map(it => (it.kind === 'code' ? undefined : labelOf(answer, it)));
  const fronts = sentences.map(it => (it.kind === 'code' ? '' : frontOf(answer, it)));
  const named = labels.map((label, index) => roles.findIndex(it => isCalled(it, label, fronts[index]!)));
  const lettered = labels.map(label => roles.findIndex(({ role }) => label === role[0]));
  const enough = (some: readonly number[], least: number) =>
    new Set(some.filter(it => it >= 0)).size >= least;
  const letters = enough(lettered, LEAST_LETTERS);
  if (!letters && !enough(named, LEAST_NAMES)) return labels.map(() => undefined);
  let current: number | undefined;
  return labels.map((_, index) => {
    const role = [named[index]!, letters ? lettered[index]! : -1].find(it => it >= 0);
    current = role ?? current;
    return current;
  });
}

const isCalled = ({ role, labels = [] }: Named, label: string | undefined, front: string) =>
  label === role || label === `${role}s` || labels.includes(front);

/** Where a label of several words ends. */
const END = /\s?:(?=[\s*_]|$)|\s[-–—](?=\s)|\*\*|__|$/;

/** What stands before the first colon or dash of a sentence, or is all of it, in lower case and without `The` or `My` in front. */
function frontOf({ flat }: Answer, { start, end }: Sentence): string {
  const said = flat.slice(start, Math.min(end, start + LONGEST)).replace(/^(?:\*\*|__)/, '');
  return said
    .slice(0, said.search(END))
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^(?:the|my|our|key|main) /, '');
}
