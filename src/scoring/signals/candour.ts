import type { Flag } from '../../model/score.ts';
import type { Context } from './context.ts';

/** Says openly that they do not know, or have not done it. */
const ADMITS =
  /\b(?:(?:do not|don't|dont|didn't|did not) (?:really |actually |quite |honestly )?(?:know|remember|recall|understand)|not (?:really |quite |too )?(?:sure|familiar|certain|my area|something i)|no (?:idea|clue|experience)|never (?:really |actually |properly )?(?:used|worked|done|had|come|looked|touched|built|set|learned|learnt|needed)|have(?:n't| not) (?:really |actually |ever )?(?:used|worked|done|had|come|looked|touched)|can(?:'t|not| not) (?:really |honestly )?(?:say|remember|recall|explain|answer|tell)|don't want to (?:make|guess|invent)|(?:i'd|i would) (?:only |just )?be (?:guessing|making)|would be guessing|i'd rather (?:not|say)|beyond me|shielded from|honest(?:ly)?,? i)\b/i;

/** Says what they would do to find out. */
const SEEKS =
  /\b(?:i'd|i would|i'll|i will|would|first thing|i can)\b.{0,40}\b(?:look|read|check|find|ask|search|measure|test|try|reproduce|run|profile|start with|open|google|compare|experiment|write a|build a|dig|verify|sit down with|go through|trace)\b/i;

/** So many words at most are spent on not knowing; more is an answer that happens to admit a gap. */
const SHORT = 110;

/** Not knowing is no answer, but saying so, with a way to find out, deserves more than a confident mistake. */
export function candour({ answer, coverage }: Context): Flag | undefined {
  if (answer.wordCount > SHORT || (coverage.value ?? 0) > MUCH) return undefined;
  const text = answer.text.replaceAll('’', "'");
  if (!ADMITS.test(text) || !SEEKS.test(text)) return undefined;
  return { kind: 'candour', reason: 'It says openly what it does not know, and how to find out.' };
}

/** Who covers this much knows enough for the score to speak. */
const MUCH = 0.5;
