/** Whether a sentence tells what happened, or what would happen. */

import type { Word } from './tokens.ts';
import { among, trait } from './traits.ts';
import { isPastForm } from './verbs.ts';

export type Tense = 'past' | 'hypothetical' | undefined;

const ACTS: ReadonlySet<string> = new Set(['i', 'we', 'you', 'one']);
const WOULD: ReadonlySet<string> = new Set(['would', 'will', 'might', "wouldn't", "won't"]);

/** Contracted: `I'd ask` is not yet done, `I'd asked` is. */
const CONTRACTED: ReadonlySet<string> = new Set(["i'd", "i'll", "we'd", "we'll", "you'd", "you'll"]);

/** Behind one of these `would` is what somebody said or knew at the time. */
const REPORTED: ReadonlySet<string> = new Set(
  `said told knew thought agreed promised decided asked hoped feared worried believed assumed announced explained wrote
  meant expected sure afraid whether`.split(/\s+/),
);

const PARTICIPLE: ReadonlySet<string> = new Set(
  `been done gone seen had taken given written known got become begun broken chosen drawn driven fallen forgotten grown
  spoken shown`.split(/\s+/),
);

/** The present tense, and a sentence without a verb, are neither. */
export function tenseOf(words: readonly Word[]): Tense {
  for (let index = 0; index < words.length; index++) {
    if (!turnsTense(words[index]!)) continue;
    const { text } = words[index]!;
    if (REPORTED.has(text)) break;
    const next = words[index + 1];
    // `I would have asked` looks back; whether in regret or in excuse cannot be told.
    if (next?.text === 'have' || next?.text === "'ve") continue;
    if (CONTRACTED.has(text)) {
      return next && isDone(next) ? 'past' : 'hypothetical';
    } else if (WOULD.has(text) && actsBefore(words, index)) return 'hypothetical';
  }
  return words.some(isPast) ? 'past' : undefined;
}

const turnsTense = among(new Set([...REPORTED, ...CONTRACTED, ...WOULD]));

const AUXILIARY_PAST: ReadonlySet<string> = new Set(
  "was were had did wasn't weren't hadn't didn't".split(' '),
);

const isPast = trait(({ text }) => AUXILIARY_PAST.has(text) || isPastForm(text));

/** The subject stands right before, or with an adverb between: `I probably would`. */
const actsBefore = (words: readonly Word[], index: number) =>
  [1, 2].some(back => ACTS.has(words[index - back]?.text ?? ''));

const isDone = (word: Word) => PARTICIPLE.has(word.text) || isPastForm(word.text);
