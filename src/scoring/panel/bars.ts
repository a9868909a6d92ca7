/**
 * What each level wants, as data. The figures are ours: no employer publishes its bar. What is wanted follows public,
 * second-hand accounts of how levels differ: by the scope of a story, by how open the problem was, by how the result
 * was measured. To add a level: one entry here.
 */
import type { QuestionType } from '../../model/content.ts';
import type { LevelBar } from '../../model/debrief.ts';
import { DEFAULT_CUTS } from '../../model/level.ts';

/** What a level wants to see beside good answers, and where to look for it. */
export interface Want {
  id: string;
  title: string;
  wants: string;
  /** The score from 0 to 100 that the level wants. */
  bar: number;
  /** Share in the figure of a round, 0 to 1; the score of its answers has what is left of 1. */
  share: number;
  /** Whether there is no hire at this level without it. */
  required: boolean;
  /** Questions in which it can show. */
  types: readonly QuestionType[];
  /** Criteria with one of these signals or ids: the mean of their scores counts. */
  criteria?: { signals?: readonly string[]; ids?: readonly string[] };
  /** Whether it must be proved by a figure: told without one it counts half. */
  figures?: true;
  /** Words that tell of it: the score of the best answer that has any of them counts. */
  words?: readonly string[];
}

export interface Bar extends LevelBar {
  wants: readonly Want[];
}

const STORIES: readonly QuestionType[] = ['behavioral'];

const result = (wants: string, bar: number, share: number, required: boolean): Want => ({
  id: 'result',
  title: 'Results',
  wants,
  bar,
  share,
  required,
  types: STORIES,
  criteria: { signals: ['quantity'] },
});

const measured = (wants: string, bar: number, share: number, required: boolean): Want => ({
  ...result(wants, bar, share, required),
  title: 'Measured results',
  figures: true,
});

const ownPart = (bar: number, share: number, required: boolean): Want => ({
  id: 'own-part',
  title: 'Your own part',
  wants: 'your own steps and decisions, told as I and not as we',
  bar,
  share,
  required,
  types: STORIES,
  criteria: { signals: ['ownership'] },
});

const choices = (wants: string, bar: number, share: number, required: boolean): Want => ({
  id: 'ambiguity',
  title: 'Ambiguity',
  wants,
  bar,
  share,
  required,
  types: ['technical', 'design', 'prioritization'],
  criteria: { ids: ['trade-offs', 'evaluate', 'decision'] },
});

const scope = (wants: string, bar: number, share: number, required: boolean, words: string[]): Want => ({
  id: 'scope',
  title: 'Scope',
  wants,
  bar,
  share,
  required,
  types: STORIES,
  words,
});

/** Where a level has no bar of its own: votes at the usual cuts, and a figure for what came of it. */
const GENERAL: Bar = {
  level: '',
  below: null,
  cuts: DEFAULT_CUTS,
  wants: [measured('what came of it, with a figure', 40, 0.1, false)],
};

const BARS: readonly Bar[] = [
  {
    level: 'L4',
    below: null,
    cuts: [25, 45, 75],
    wants: [
      ownPart(40, 0.1, true),
      result('correct, on time, and something learned', 30, 0.05, false),
      {
        id: 'ambiguity',
        title: 'Ambiguity',
        wants: 'asks what is meant, and for help in time',
        bar: 30,
        share: 0.05,
        required: false,
        types: STORIES,
        words: [
          'I asked',
          'asked for help',
          'clarified',
          'checked with',
          'I raised',
          'told my lead',
          'paired',
        ],
      },
    ],
  },
  {
    level: 'L5',
    below: 'L4',
    cuts: [30, 55, 80],
    wants: [
      scope('a feature or a service in a team, its design your own', 55, 0.05, false, [
        'team',
        'service',
        'system',
        'platform',
        'feature',
        'release',
        'designed',
        'design',
        'architecture',
        'launch',
        'launched',
        'roll out',
        'rolled out',
        'migration',
        'I led',
        'I owned',
        'on-call',
      ]),
      choices('chose between options, with the price of each', 45, 0.1, true),
      ownPart(45, 0.05, false),
      measured("measured, for the team's customers", 45, 0.15, true),
    ],
  },
  {
    level: 'L6',
    below: 'L5',
    cuts: [35, 65, 85],
    wants: [
      scope('several teams, and others followed', 65, 0.1, true, [
        'teams',
        'across the company',
        'company-wide',
        'organisation',
        'organization',
        'departments',
        'other groups',
        'every service',
        'all services',
        'adopted by',
        'they adopted',
      ]),
      {
        id: 'found-it',
        title: 'The problem found',
        wants: 'saw what was wrong before anybody had said it',
        bar: 65,
        share: 0.05,
        required: false,
        types: STORIES,
        words: [
          'I noticed',
          'I found',
          'I realised',
          'I realized',
          'I suspected',
          'nobody had',
          'no one had',
          'root cause',
          'turned out',
          'real problem',
          'unclear',
        ],
      },
      choices('weighed real options where nobody had set the problem', 55, 0.1, true),
      measured('a figure of the business', 60, 0.15, true),
      {
        id: 'lasting',
        title: 'What lasted',
        wants: 'a mechanism that went on without you',
        bar: 65,
        share: 0.05,
        required: false,
        types: STORIES,
        words: [
          'since then',
          'from then on',
          'ever since',
          'still in use',
          'to this day',
          'now standard',
          'became the standard',
        ],
      },
    ],
  },
];

/** The levels that have a bar of their own. */
export const LEVELS: readonly string[] = BARS.map(it => it.level);

/** The bar of a level by its name; the general one, whose level is empty, where it has none. */
export function barFor(level: string): Bar {
  return BARS.find(it => it.level === level) ?? GENERAL;
}

/** The bar one level lower; undefined for the lowest, and for a level without a bar of its own. */
export function barBelow({ below }: Bar): Bar | undefined {
  return below === null ? undefined : barFor(below);
}
