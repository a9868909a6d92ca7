/** Forms of be, have, do and the modals, and what a verb behind them says about the time and the reality of an act. */
import { listed } from './listed.ts';
import { DETERMINERS } from './subjects.ts';
import { isParticiple } from './verbs.ts';
import { FUNCTION_WORDS } from './words.ts';

/** `was` is any form of be or have in the past that no other verb follows; `must` is an obligation. */
export type Form =
  | 'past'
  | 'was'
  | 'is'
  | 'passive'
  | 'perfect'
  | 'pluperfect'
  | 'progressive'
  | 'present'
  | 'must'
  | 'would';

const BE_PAST = listed("was were been wasn't weren't wasnt werent");
const BE_NOW = listed("is are am isn't aren't isnt arent");
const HAVE_NOW = listed("have has haven't hasn't havent hasnt");
const HAD = listed("had hadn't hadnt 'd");
const DID = listed("did didn't didnt");
const COULD = listed("could couldn't couldnt");
const MUST = listed('must need needs needed');
const WOULD = listed(`
  would would've should've could've might've wouldn't wouldnt will won't wont might may shall should shouldn't
`);

const ALL: ReadonlySet<string> = new Set(
  [BE_PAST, BE_NOW, HAVE_NOW, HAD, DID, COULD, MUST, WOULD].flatMap(it => [...it]),
);

/** Whether a word waits for a verb, given the auxiliary that waits already: `was needed` is a passive. */
export const isAuxiliary = (word: string, waiting: string) =>
  ALL.has(word) && !(word === 'needed' && BE_PAST.has(waiting));

const OF_OTHERS = listed("were weren't werent are aren't arent is isn't isnt has hasn't hasnt needs");

/** Nobody says it of themselves alone: `both were sold`, `has not been late`. */
export const isOfOthers = (auxiliary: string) => OF_OTHERS.has(auxiliary);

export const isDenial = (auxiliary: string) => /n'?t$/.test(auxiliary);

/** Would or could be, would have: what was not. */
export const isUnreal = (waiting: string, word: string) =>
  (WOULD.has(waiting) || waiting === "'d") && (word === 'be' || word === 'have');

/** What an auxiliary says by itself, when no verb follows: nothing, where it is a modal. */
export function formAlone(auxiliary: string): Form | undefined {
  if (auxiliary === 'been') return undefined;
  if (BE_PAST.has(auxiliary) || HAD.has(auxiliary)) return 'was';
  if (BE_NOW.has(auxiliary) || HAVE_NOW.has(auxiliary)) return 'is';
  if (auxiliary === 'needed') return 'must';
  return DID.has(auxiliary) ? 'past' : undefined;
}

/** The form of a verb behind an auxiliary; undefined when the word is no verb of it. */
export function formBehind(auxiliary: string, word: string): Form | undefined {
  if (BE_PAST.has(auxiliary)) return behindBe(word, 'passive', 'progressive');
  if (BE_NOW.has(auxiliary)) return behindBe(word, 'is', 'is');
  if (HAVE_NOW.has(auxiliary)) return word === 'to' ? 'must' : isParticiple(word) ? 'perfect' : undefined;
  if (HAD.has(auxiliary)) return behindHad(auxiliary, word);
  if (MUST.has(auxiliary)) return 'must';
  if (WOULD.has(auxiliary)) return 'would';
  if (COULD.has(auxiliary)) return 'was';
  return DETERMINERS.has(word) ? undefined : 'past';
}

function behindBe(word: string, passive: Form, progressive: Form): Form | undefined {
  if (word === 'to') return 'must';
  if (word.length > 4 && word.endsWith('ing')) return progressive;
  return isParticiple(word) ? passive : undefined;
}

function behindHad(auxiliary: string, word: string): Form | undefined {
  if (word === 'to') return 'must';
  if (isParticiple(word)) return 'pluperfect';
  if (auxiliary === "'d") return isSmall(word) ? undefined : 'would';
  // `had him taste`: something was brought about.
  return auxiliary === 'had' && /^(?:him|her|them)$/.test(word) ? 'past' : undefined;
}

/** A word that holds sentences together, and no verb either. */
const isSmall = (word: string) =>
  DETERMINERS.has(word) ||
  (FUNCTION_WORDS.has(word) && !/^(?:come|do|get|go|make|let|say|use|like)$/.test(word));
