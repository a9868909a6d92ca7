/** Not knowing, said openly: the sentences that admit it, and those that say how to find out. */
import type { Answer } from './answer.ts';

/** Says openly that they do not know, or have not done it. */
const ADMITS =
  /\b(?:(?:do not|don't|dont|didn't|did not) (?:really |actually |quite |honestly )?(?:know|remember|recall|understand)|not (?:really |quite |too )?(?:sure|familiar|certain|my area|something i)|no (?:idea|clue|experience)|never (?:really |actually |properly )?(?:used|worked|done|had|come|looked|touched|built|set|learned|learnt|needed)|have(?:n't| not) (?:really |actually |ever )?(?:used|worked|done|had|come|looked|touched)|can(?:'t|not| not) (?:really |honestly )?(?:say|remember|recall|explain|answer|tell)|don't want to (?:make|guess|invent)|(?:i'd|i would) (?:only |just )?be (?:guessing|making)|would be guessing|i'd rather (?:not|say)|beyond me|shielded from|honest(?:ly)?,? i (?:don't|do not|can't|cannot|have no|am not|'m not))\b/i;

/** Says what they would do to find out. */
const SEEKS =
  /\b(?:i'd|i would|i'll|i will|would|first thing|i can)\b.{0,40}\b(?:look|read|check|find|ask|search|measure|test|try|reproduce|run|profile|start with|open|google|compare|experiment|write a|build a|dig|verify|sit down with|go through|trace)\b/i;

/** So many words at most are spent on not knowing; more is an answer that happens to admit a gap. */
const SHORT = 110;

/** The numbers of the sentences that admit not to know or tell how to find out; none unless both are there. */
export function candidSentences({ text, sentences, wordCount }: Answer): number[] {
  if (wordCount > SHORT) return [];
  const said = text.replaceAll('’', "'");
  if (!ADMITS.test(said) || !SEEKS.test(said)) return [];
  return sentences.flatMap(({ start, end }, at) => {
    const sentence = said.slice(start, end);
    return ADMITS.test(sentence) || SEEKS.test(sentence) ? [at] : [];
  });
}

/** Has no case to tell. */
const NO_CASE =
  /\b(?:(?:do not|don't|dont) have (?:such |an? |any )*(?:example|case|story|experience|situation)|no (?:such )?(?:example|story|case)|(?:cannot|can't|can not) think of|nothing comes to)\b/i;

/** Says, in few words, that they do not know or have not done it; how to find out may be there or not. */
export function admitsNotKnowing(text: string): boolean {
  const words = text.match(/\S+/g)?.length ?? 0;
  const said = text.replaceAll('’', "'");
  return words <= SHORT && (ADMITS.test(said) || NO_CASE.test(said));
}

/** Says what they would do to find out. */
export function saysHowToFindOut(text: string): boolean {
  return SEEKS.test(text.replaceAll('’', "'"));
}
