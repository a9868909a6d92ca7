/** Which wrong claims an answer makes, and which things it should not have left out. */
import type { PitfallScore } from '../../model/score.ts';
import { matchSentences, mostAlike } from '../text/alignment.ts';
import type { Sentence } from '../text/answer.ts';
import { quoteOf } from '../text/evidence.ts';
import { findPhrases } from '../text/phrases.ts';
import type { Searchable } from '../text/searchable.ts';
import type { Prepared, PreparedPitfall } from './prepared.ts';

/** Share of the claim, and likeness (F), from which a sentence makes it; below it may only speak of the same things. */
const CLAIMED = { recall: 0.7, f: 0.62 };

/** Almost all of the claim within a longer sentence is the claim too. */
const CONTAINED = 0.85;

/** Whoever says this tells of the claim, and does not make it. */
const DISTANCED =
  /\b(?:myth|misconception|misunderstanding|mistake(?:n|nly)?|wrong(?:ly)?|false(?:ly)?|not true|untrue|incorrect(?:ly)?|fallacy|contrary to|(?:people|many|some|candidates|others) (?:\w+ )?(?:think|say|believe|claim|assume)|it is said|would be|would have|could have|not enough|instead of|rather than|the (?:trap|danger|risk) (?:is|here)|na[iï]ve(?:ly)?|without|(?:team|they|he|she) (?:\w+ )?said|(?:^|,\s*)if)\b/i;

/** The pitfalls touched by a claim or an absence; those given as signals are read elsewhere. */
export function pitfallsOf(question: Prepared, search: Searchable): PitfallScore[] {
  if (search.answer.wordCount === 0) return [];
  return question.pitfalls.flatMap(it => claimed(it, question, search) ?? absent(it, search) ?? []);
}

function claimed(pitfall: PreparedPitfall, question: Prepared, search: Searchable): PitfallScore | undefined {
  const { claim, id } = pitfall;
  if (!claim) return undefined;
  const matches = matchSentences(claim, search);
  if (matches.every(it => !isLike(it))) return undefined;
  const truths = [question.points, ...question.answers.map(it => it.points)]
    .flat()
    .flatMap(it => it.phrasings.map(p => p.target));
  const truth = mostAlike(truths, search, false);
  const { sentences, text } = search.answer;
  const at = matches.findIndex(
    (it, index) =>
      isLike(it) &&
      !it.opposed &&
      it.f > truth[index]! &&
      !isDistanced(text, sentences[index]!, pitfall.text),
  );
  if (at < 0) return undefined;
  return {
    id,
    evidence: [quoteOf(search.answer, sentences[at]!)],
    reason: `It claims: ${bare(pitfall.text)}.`,
  };
}

function isLike({ f, recall }: { f: number; recall: number }): boolean {
  return recall >= CONTAINED || (recall >= CLAIMED.recall && f >= CLAIMED.f);
}

/** Words that the claim itself uses (`instead of HTTP`) keep no distance from it. */
function isDistanced(text: string, { start, end }: Sentence, claim: string): boolean {
  const distance = DISTANCED.exec(text.slice(start, end));
  return distance !== null && !claim.toLowerCase().includes(distance[0].toLowerCase());
}

function absent({ id, text, absences }: PreparedPitfall, { answer }: Searchable): PitfallScore | undefined {
  if (!absences || answer.sentences.some(it => findPhrases(absences, it.words).length > 0)) return undefined;
  return { id, evidence: [], reason: `${bare(text)}.` };
}

const bare = (sentence: string) => sentence.trim().replace(/\.$/, '');
