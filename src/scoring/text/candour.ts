/** Not knowing, said openly: the sentences that admit it, and those that say how to find out. */
import type { Answer } from './answer.ts';

/** Says openly that they do not know, or have not done it. */
const ADMITS = new RegExp(
  String.raw`\b(?:${[
    String.raw`(?:do not|don't|dont|didn't|did not) (?:really |actually |quite |honestly )?(?:know|remember|recall|understand)`,
    String.raw`not (?:really |quite |too )?(?:sure|familiar|certain|my area|something i)|no (?:idea|clue|experience)`,
    String.raw`never (?:really |actually |properly )?(?:used|worked|done|had|come|looked|touched|built|set|learned|learnt|needed)`,
    String.raw`have(?:n't| not) (?:really |actually |ever )?(?:used|worked|done|had|come|looked|touched)`,
    String.raw`i (?:have(?:n't| not)|never) (?:really |actually |ever |properly )?(?:built|run|ran|designed|written|wrote|met|seen|did|set|needed|dealt|learned|learnt)`,
    String.raw`i(?:'ve| have) (?:not|never|hardly|only)(?: really| ever| actually)? (?:\w+ ){0,2}?(?:used|worked|done|had|built|run|designed|written|seen|met|dealt|heard|set)`,
    String.raw`can(?:'t|not| not) (?:really |honestly |properly )?(?:say|remember|recall|explain|answer|tell)`,
    String.raw`i (?:can't|cannot|can not|couldn't|could not) (?:really |honestly |properly )?(?:give|list|name|write|describe|walk|reconstruct)`,
    String.raw`don't want to (?:make|guess|invent|bluff)|not going to (?:bluff|guess|pretend)`,
    String.raw`(?:i'd|i would) (?:only |just )?be (?:guessing|making|bluffing)|would be guessing|i'd rather (?:not|say)`,
    String.raw`(?:i'd|i would) have to (?:look|read) (?:\w+ ){0,3}up|don't have (?:a|an|any) (?:\w+ ){0,2}ready`,
    String.raw`(?:beyond|black box(?:es)? to|new to|unknown to) me|above anything i|shielded from`,
    String.raw`honest(?:ly)?,? i (?:don't|do not|can't|cannot|have no|am not|'m not)`,
  ].join('|')})\b`,
  'i',
);

/** Says what they would do to find out. */
const SEEKS =
  /\b(?:i'd|i would|i'll|i will|would|first thing|i can|what i'd do)\b.{0,40}\b(?:look|read|check|find|ask|search|measure|test|try|reproduce|run|profile|start with|open|google|compare|experiment|write a|build (?:a|the)|dig|verify|sit down with|go through|trace|interview|benchmark|record|capture|watch|estimate|simulate|reread|learn)\b/i;

/** So many words at most are spent on not knowing; more is an answer that happens to admit a gap. */
const SHORT = 110;

/** The numbers of the sentences that admit not to know or tell how to find out; none unless both are there. */
export function candidSentences({ text, sentences, wordCount }: Answer): number[] {
  if (wordCount > SHORT) return [];
  const said = text.replaceAll('’', "'");
  // The one that is made ready sooner is asked first.
  if (!SEEKS.test(said) || !ADMITS.test(said)) return [];
  return sentences.flatMap(({ start, end }, at) => {
    const sentence = said.slice(start, end);
    return ADMITS.test(sentence) || SEEKS.test(sentence) ? [at] : [];
  });
}

/** Begins by saying that it is not known whether what follows is so, and does not turn to anything else. */
const LEAVES_OPEN =
  /^\W*(?:\w+\W+){0,5}?(?:no idea|(?:do not|don't|dont) know|not (?:really |quite )?(?:sure|certain)|cannot say|can't say|wonder|wondering) (?:whether|if) (?!.*\b(?:but|still|probably|i think|i guess)\b)/i;

/** The numbers of the sentences that say nothing either way. */
export function openSentences({ text, sentences }: Answer): number[] {
  if (!/\b(?:whether|if) /i.test(text)) return [];
  const said = text.replaceAll('’', "'");
  return [...sentences.keys()].filter(at =>
    LEAVES_OPEN.test(said.slice(sentences[at]!.start, sentences[at]!.end)),
  );
}

/** Has no case to tell. */
const NO_CASE =
  /\b(?:(?:do not|don't|dont) have (?:such |an? |any )*(?:example|case|story|experience|situation)|no (?:such )?(?:example|story|case)|(?:cannot|can't|can not) think of|nothing comes to)\b/i;

/** Says, in few words, that they have no such story to tell. */
export const hasNoCase = (text: string): boolean => saysBriefly(text, [NO_CASE]);

/** Says, in few words, that they do not know or have not done it; how to find out may be there or not. */
export const admitsNotKnowing = (text: string): boolean => saysBriefly(text, [ADMITS, NO_CASE]);

function saysBriefly(text: string, patterns: readonly RegExp[]): boolean {
  const words = text.match(/\S+/g)?.length ?? 0;
  const said = text.replaceAll('’', "'");
  return words <= SHORT && patterns.some(it => it.test(said));
}

/** Says what they would do to find out. */
export function saysHowToFindOut(text: string): boolean {
  return SEEKS.test(text.replaceAll('’', "'"));
}
