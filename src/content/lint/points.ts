/** Points that match everybody's answer, or nobody's. */
import type { Point } from '../../model/content.ts';
import { wordsOf } from '../../scoring/text/tokens.ts';
import { quoted } from '../showing.ts';
import { meaningIn } from './alike.ts';
import { askedIn, type Finding, judged, type Lint, type Place } from './finding.ts';

/** Fewer words are a heading rather than something that somebody says. */
const FEWEST_WORDS = 5;

/** Words of whoever judges: a candidate says the thing, and does not say that they explain it. */
const ABOUT =
  /^(?:[Tt]he (?:candidate|answer) )?(?:[Mm]entions?|[Nn]ames? (?:the|an?|at|one|two|some)|[Ee]xplains?|[Dd]escribes?|[Dd]iscuss(?:es)?|[Tt]alks? about|[Cc]overs?|[Kk]nows?|[Uu]nderstands?|[Ss]hows? (?:that|how|an?)|[Ss]ays? (?:that|how|why)|[Gg]ives? (?:an? )?(?:example|reason)s?|[Ss]hould|[Mm]ust)\b/;

/** Points that are said as a judge would note them, or in a word or two. */
export const vaguePoints: Lint<'bank'> = bank =>
  askedIn(bank).flatMap(({ asked, path }) =>
    asked.points.flatMap((point, at) =>
      point.text.flatMap((text, which) => vague(text, [...path, 'points', at, 'text', which])),
    ),
  );

function vague(text: string, path: PropertyKey[]): Finding[] {
  const hint = 'Write it as a good candidate would say it, in one sentence.';
  if (ABOUT.test(text))
    return [{ path, message: 'The point says what a judge does, and nobody answers so.', hint }];
  if (wordsOf(text).length < FEWEST_WORDS)
    return [{ path, message: 'The point is too short to be told from others.', hint }];
  return [];
}

/** Points of one question of which whoever says either has said the other. */
export const overlappingPoints: Lint<'bank'> = (bank, around) =>
  askedIn(bank).flatMap(place => {
    const says = place.asked.points.map(it =>
      impliedBy(it, place, text => judged(text, { ...place, isMain: false }, bank, around)),
    );
    return place.asked.points.flatMap((point, at) =>
      place.asked.points.slice(0, at).flatMap((other, before) =>
        says[at]!.has(other.id) && says[before]!.has(point.id)
          ? {
              path: [...place.path, 'points', at],
              message: `The point overlaps with ${quoted(other.id)}: whoever says either has said both.`,
              hint: 'Say in each what only it says, or make one of the two.',
            }
          : [],
      ),
    );
  });

/** The other points that all phrasings of a point cover. */
function impliedBy(
  point: Point,
  { asked }: Place,
  judge: (text: string) => ReturnType<typeof judged>,
): Set<string> {
  const covered = point.text.map(
    text => new Set(judge(text).points.flatMap(it => (it.status === 'covered' ? it.id : []))),
  );
  const others = asked.points.filter(it => it !== point && covered.every(set => set.has(it.id)));
  return new Set(others.map(it => it.id));
}

/** Of the words of a phrasing so many stand in the question, if the question says it. */
const SAID = 0.8;

/** Points that the question itself says. The judge gives nothing for them, so nobody could ever have them. */
export const askedPoints: Lint<'bank'> = bank =>
  askedIn(bank).flatMap(({ asked, path }) => {
    const said = meaningIn(asked.prompt);
    return asked.points.flatMap((point, at) =>
      point.text.every(it => shareIn(meaningIn(it), said) < SAID)
        ? []
        : {
            path: [...path, 'points', at],
            message: 'The question already says this point.',
            hint: 'Leave it out, or ask without it.',
          },
    );
  });

const shareIn = (words: ReadonlySet<string>, others: ReadonlySet<string>): number =>
  [...words].filter(it => others.has(it)).length / Math.max(1, words.size);
