import type { Flag } from '../../../model/score.ts';
import { isOfTopic } from '../../coverage/topic.ts';
import { isHollow } from '../../text/hollow.ts';
import { isPlaceholder, looksTyped } from '../../text/plausible.ts';
import { countOf, type Word } from '../../text/tokens.ts';
import { trait } from '../../text/traits.ts';
import type { Context } from '../context.ts';

/** Words that could not be words, or stand for none: so many, and this share of all. */
const WORDS = 4;
const SHARE = 0.4;

/** Without a word that is known, so many of them are no text: any English one has more than this share of known words. */
const STRANGE = 12;
const LEAST_KNOWN = 0.15;

/** Most words could not be words, or not one in six is known. */
export function gibberish(context: Context): Flag | undefined {
  const words = context.answer.proseWords;
  // What is found at once, before anything is looked for in the text: nearly all answers have too few words of either kind.
  const most = countOf(words, mayBeStrange);
  if (most < (1 - LEAST_KNOWN) * words.length && (most < WORDS || countOf(words, isOdd) < WORDS))
    return undefined;
  const letters = countOf(words, it => it.text.length > 2);
  const strange = words.filter(it => it.text.length > 2 && !isKnown(context, it) && isLatin(it));
  const odd = strange.filter(isOdd);
  const example = odd[0] ?? strange[0];
  if (odd.length >= WORDS && odd.length >= SHARE * letters)
    return {
      kind: 'gibberish',
      reason: `${odd.length} of ${letters} words are not known, such as "${example!.text}".`,
    };
  if (letters < STRANGE || strange.length < (1 - LEAST_KNOWN) * words.length) return undefined;
  return { kind: 'gibberish', reason: `Hardly a word of it is known, such as "${example!.text}".` };
}

const mayBeStrange = (it: Word): boolean => it.weight === 1 && it.text.length > 2 && !isHollow(it);
const isLatin = trait(({ text }) => /^\p{Script=Latin}+$/u.test(text));
const isOdd = trait(({ text }) => !looksTyped(text) || isPlaceholder(text));

/** Names and abbreviations are known by their capitals. */
function isKnown({ question, answer }: Context, word: Word): boolean {
  if (word.weight < 1 || isOfTopic(question, word) || isHollow(word)) return true;
  const begins =
    word.start === 0 || /[.!?\n]\s*$/.test(answer.text.slice(Math.max(0, word.start - 3), word.start));
  return !begins && /\p{Lu}/u.test(answer.text.slice(word.start, word.end));
}
