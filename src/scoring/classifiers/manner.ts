/** How the teller of a story behaves, and whether anything is told. */
import type { Answer, Sentence } from '../text/answer.ts';
import type { Classifier } from './classifier.ts';

export interface Manner {
  /** How far it is told as people tell of conduct that no interviewer hopes for: -0.5 to about -0.2 in most stories, 0 and more in those. */
  readonly bad: number;
  /** How far it is talk in which nothing is told: about -0.8 in most stories. */
  readonly vague: number;
  /** The sentences that are told most badly, the worst first. */
  readonly worst: readonly Sentence[];
}

/** Shorter sentences tell no manner. */
export const LEAST_WORDS = 4;

/** Score from which a single sentence is one that an interviewer winces at. */
const WINCE = 0.2;

const MOST_WORST = 3;

/** No sentence speaks for its teller more than this: a few harmless ones must not make good for what the others tell. */
const HARMLESS = -0.5;

/** The mean over the sentences of an answer; undefined where none is long enough, or nothing is known of manners. */
export function mannerOf(
  { prose }: Pick<Answer, 'prose'>,
  classifier: Classifier | undefined,
): Manner | undefined {
  if (!classifier) return undefined;
  const [bad, vague] = ['bad', 'vague'].map(it => classifier.classes.indexOf(it));
  const read = prose
    .filter(it => it.words.length >= LEAST_WORDS)
    .map(sentence => {
      const scores = classifier.scores([sentence]);
      return { sentence, bad: Math.max(HARMLESS, scores[bad!]!), vague: scores[vague!]! };
    });
  if (read.length === 0) return undefined;
  const mean = (of: 'bad' | 'vague') => read.reduce((sum, it) => sum + it[of], 0) / read.length;
  const worst = read
    .filter(it => it.bad >= WINCE)
    .sort((a, b) => b.bad - a.bad)
    .slice(0, MOST_WORST)
    .map(it => it.sentence);
  return { bad: mean('bad'), vague: mean('vague'), worst };
}
