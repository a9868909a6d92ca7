/** Which wrong claims an answer makes, and which things it should not have left out. */
import { withoutStop } from '../../model/prose.ts';
import type { PitfallScore } from '../../model/score.ts';
import { gathered } from '../gathered.ts';
import type { Answer, Sentence } from '../text/answer.ts';
import { quoteOf } from '../text/evidence.ts';
import { type Quantity, quantitiesOf } from '../text/numbers.ts';
import { matchesOf } from '../text/overlap.ts';
import { hasPhrase } from '../text/phrases.ts';
import type { Matches, Searchable, Target } from '../text/searchable.ts';
import type { Prepared, PreparedPitfall } from './prepared.ts';
import { agreement } from './truths.ts';

/** Share of the claim, and likeness (F), from which a sentence makes it; below it may only speak of the same things. */
const CLAIMED = { recall: 0.7, f: 0.62, weight: 1.5 };

/** Most of the claim within a longer sentence is the claim too, if what is said of it weighs enough to be no chance. */
const CONTAINED = { recall: 0.6, weight: 2.2 };
const ALL_OF_IT = 0.85;

/** A claim that weighs less is made of words that anybody says: only who says it in just these words makes it. */
const LEAST_CLAIM = 1.5;

/** Share of what matched, said the other way round, from which a sentence denies the claim: `look at the p99, not at averages`. */
const DENIED = 0.1;

/** Whoever says this tells of the claim, and does not make it. */
const DISTANCED =
  /\b(?:myth|misconception|misunderstanding|mistake(?:n|nly)?|(?<!\b(?:go|goes|going|gone|went) )wrong(?:ly)?|false(?:ly)?|not true|untrue|incorrect(?:ly)?|fallacy|contrary to|(?:people|many|some|candidates|others) (?:\w+ )?(?:think|say|believe|claim|assume)|it is said|would be|would have|could have|not enough|instead of|rather than|the (?:trap|danger|risk) (?:is|here)|na[iï]ve(?:ly)?|without|(?:must|should|may|can) (?:never|not) \w+(?=:)|(?:team|they|he|she) (?:\w+ )?said|(?:^|,\s*)(?:(?:and|but|so) )?if)\b/i;

/** A wrong claim that an answer makes. */
export interface Claim {
  /** Of the pitfall. */
  id: string;
  /** Number of the sentence that makes it. */
  sentence: number;
  /** The wording of the pitfall that the sentence is like. */
  wording: string;
}

/** The wrong claims that an answer makes, of those that the question warns of. */
export function claimsOf(question: Prepared, search: Searchable): Claim[] {
  const suspects = gathered(question.pitfalls, pitfall => {
    const like = gathered(pitfall.claims, it => likeIt(it, matchesOf(it, search)));
    return like.length > 0 ? [{ pitfall, like }] : [];
  });
  if (suspects.length === 0) return [];
  const truth = agreement(question, search);
  const { sentences, text } = search.answer;
  return suspects.flatMap(({ pitfall, like }) => {
    const making = like.find(
      ({ at, f, claim, isLight }) =>
        f > truth[at]! &&
        !isDistanced(text, sentences[at]!, claim) &&
        (!isLight || saysJust(text, sentences[at]!, claim)),
    );
    return making ? [{ id: pitfall.id, sentence: making.at, wording: making.claim }] : [];
  });
}

/** The pitfalls touched by a claim or an absence; those given as signals are read elsewhere. */
export function pitfallsOf(
  question: Prepared,
  { answer }: Searchable,
  claims: readonly Claim[],
): PitfallScore[] {
  if (answer.wordCount === 0) return [];
  return question.pitfalls.flatMap(pitfall => {
    const claim = claims.find(it => it.id === pitfall.id);
    if (!claim) return absent(pitfall, answer) ?? [];
    const reason = `It claims: ${withoutStop(claim.wording)}.`;
    return { id: pitfall.id, evidence: [quoteOf(answer, answer.sentences[claim.sentence]!)], reason };
  });
}

/** The sentences that say most of a claim. */
function likeIt({ total, text }: Target, { f, recall, contrary }: Matches) {
  return [...f.keys()]
    .filter(at => contrary[at]! <= DENIED && isLike(Math.abs(f[at]!), recall[at]!, total))
    .map(at => ({ at, f: f[at]!, claim: text, isLight: total < LEAST_CLAIM }));
}

function isLike(f: number, recall: number, total: number): boolean {
  if (recall >= ALL_OF_IT || (recall >= CONTAINED.recall && recall * total >= CONTAINED.weight)) return true;
  return recall >= CLAIMED.recall && f >= CLAIMED.f && recall * total >= CLAIMED.weight;
}

/** Words that the claim itself uses (`instead of HTTP`) keep no distance from it. */
function isDistanced(text: string, { start, end }: Sentence, claim: string): boolean {
  const said = text.slice(start, end);
  const distance = DISTANCED.exec(said);
  if (distance !== null && !wordsIn(claim).includes(wordsIn(distance[0]))) return true;
  return SWEEPING.test(claim) && !SWEEPING.test(said) && CONDITION.test(said);
}

const saysJust = (text: string, { start, end }: Sentence, claim: string): boolean =>
  wordsIn(text.slice(start, end)).includes(wordsIn(claim));

/** The words of a text, each between spaces: `if` is no word of `different`. */
const wordsIn = (text: string): string =>
  ` ${(text.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? []).join(' ')} `;

/** What is said of all cases is not claimed by who says it of some: `allocates only when it is full`. */
const SWEEPING = /\b(?:every|each|all|always|any|never|no)\b/i;
const CONDITION = /\b(?:only|when|if|unless|otherwise|until|once|while)\b/i;

/** As a term of `absent`: any figure but how long something lasts, whatever its unit: `86k`, `78,000`, `€60`. */
const ANY_FIGURE = '#';
const isAmount = ({ unit }: Quantity) => unit !== 'duration';

function absent(
  { id, text, absent: terms, absences }: PreparedPitfall,
  answer: Answer,
): PitfallScore | undefined {
  if (!absences || answer.sentences.some(it => hasPhrase(absences, it.words))) return undefined;
  if (terms?.includes(ANY_FIGURE) && quantitiesOf(answer.flat).some(isAmount)) return undefined;
  return { id, evidence: [], reason: `${withoutStop(text)}.`, inferred: true };
}
