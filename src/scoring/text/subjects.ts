/** Words that open a clause: its subject, what may stand between it and the verb, and what belongs to a noun. */
import { listed } from './listed.ts';

export type Who = 'i' | 'we' | 'other';

const others = (words: string) =>
  words
    .trim()
    .split(/\s+/)
    .map((it): [string, Who] => [it, 'other']);

/** Pronouns that may be subjects, by who is meant. */
export const SUBJECTS: ReadonlyMap<string, Who> = new Map<string, Who>([
  ['i', 'i'],
  ['myself', 'i'],
  ['we', 'we'],
  ...others(`
    he she it they you who which that this there nobody everyone everybody someone somebody anyone none nothing what these
    those
  `),
]);

/** The subject of a contraction, and the auxiliary that hangs on it: `'d` is had or would. */
export const CONTRACTED: ReadonlyMap<string, readonly [Who, string]> = new Map(
  ['i', 'we', 'he', 'she', 'they', 'you', 'it', 'who', 'that', 'there'].flatMap(
    (said): [string, readonly [Who, string]][] =>
      (
        [
          ["'d", "'d"],
          ["'ve", 'have'],
          ["'ll", 'will'],
          ["'m", 'am'],
          ["'re", 'are'],
        ] as const
      ).map(([ending, auxiliary]) => [said + ending, [SUBJECTS.get(said)!, auxiliary]]),
  ),
);

/** Typed without the apostrophe, where that is no other word (`well`, `were`, `id`). */
export const BARE: ReadonlyMap<string, string> = new Map([
  ['im', "i'm"],
  ['ive', "i've"],
  ['youd', "you'd"],
  ['weve', "we've"],
  ['theyd', "they'd"],
]);

export const isSubject = (word: string) => SUBJECTS.has(word) || CONTRACTED.has(word);

/** May stand between a subject and its verb, or before a verb whose subject is dropped. */
export const ADVERBS = listed(`
  also always again already almost actually basically both even ever finally first just later literally maybe mostly
  never not now often once only probably quickly quietly rather really simply sometimes soon still then therefore thus too
  usually myself ourselves themselves himself herself itself all each nearly no longer straight away immediately eventually
  suddenly instead afterwards next meanwhile luckily fortunately personally honestly together today yesterday tomorrow
  second third so and but or because when while if as well yes oh ok okay right fine sure more long ago back same
`);

/** A noun follows, not a verb. */
export const DETERMINERS = listed(`
  a an the my our his her their its your this that these those each every some any no another one two three very most more
`);
