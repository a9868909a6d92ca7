/** How the teller of a story behaves, and whether anything is told. */
import type { Answer, Sentence } from '../text/answer.ts';
import type { Classifier } from './classifier.ts';

export interface Manner {
  /** How far it is told as people tell of conduct that no interviewer hopes for: -0.5 to about -0.2 in most stories, 0 and more in those. */
  readonly bad: number;
  /** How far it is talk in which nothing is told: about -0.6 in most stories, 0 and more in most talk. */
  readonly vague: number;
  /** The sentences that are told most badly, the worst first. */
  readonly worst: readonly Sentence[];
}

/** Vagueness above which nothing is told, and so no conduct either; of four hundred stories that tell something one is above. */
const TALK = -0.2;

export const isTalk = (manner: Manner | undefined): boolean => manner !== undefined && manner.vague > TALK;

/** Vagueness below which something is told, however common its words are. */
const TOLD = -0.4;

export const isTold = (manner: Manner | undefined): boolean => manner !== undefined && manner.vague < TOLD;

/** Vagueness up to which an answer may still tell something, where the present tense alone makes it sound like talk. */
const VAGUE = -0.1;

export const isUnvague = ({ vague }: Manner): boolean => vague < VAGUE;

/** Shorter sentences tell no manner. */
export const LEAST_WORDS = 4;

/** Score from which a single sentence is one that an interviewer winces at. */
const WINCE = 0.2;

const MOST_WORST = 3;

/** So many sentences as good stories have are believed beside those that are there: two or three prove nobody's conduct. */
const BELIEVED = { sentences: 1.5, bad: -0.25 };

/** No sentence speaks for its teller more than this: a few harmless ones must not make good for what the others tell. */
const HARMLESS = -0.5;

/** The mean over the sentences of an answer, and for its badness those that are believed; undefined where none is long enough, or nothing is known of manners. */
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
  const sum = (of: 'bad' | 'vague') => read.reduce((before, it) => before + it[of], 0);
  const worst = read
    .filter(it => it.bad >= WINCE)
    .sort((a, b) => b.bad - a.bad)
    .slice(0, MOST_WORST)
    .map(it => it.sentence);
  const { sentences, bad: usual } = BELIEVED;
  return {
    bad: (sum('bad') + sentences * usual) / (read.length + sentences),
    vague: sum('vague') / read.length,
    worst,
  };
}
