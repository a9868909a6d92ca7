/** Loops that a candidate could not hold in the time, or that look at one thing only. */
import type { Library, Loop, Question, Round } from '../../model/content.ts';
import { allShelved, findQuestions, fits } from '../../model/library.ts';
import { quoted } from '../showing.ts';
import type { Finding, Lint } from './finding.ts';

/** Minutes planned, as a share of those there are: more is cut off, and much less leaves silence. */
const FULLEST = 1.1;
const EMPTIEST = 0.6;

/** Of so many questions or rounds on, a name in more than half of them crowds out the others. */
const ENOUGH_QUESTIONS = 6;
const ENOUGH_ROUNDS = 3;
const HALF = 0.5;

/** Rounds whose questions and closing take far more or far less time than they have. */
export const fullRounds: Lint<'loop'> = ({ rounds }, { library }) =>
  rounds.flatMap((round, at) => {
    const needed = Math.round(minutesOf(round, library));
    const share = needed / round.minutes;
    if (share >= EMPTIEST && share <= FULLEST) return [];
    return [
      {
        path: ['rounds', at, 'minutes'],
        message: `The questions and the closing take about ${needed} of ${round.minutes} minutes.`,
        hint: share > 1 ? 'Ask less, or give it more time.' : 'Ask more, or give it less time.',
      },
    ];
  });

function minutesOf({ questions, closing }: Round, library: Library): number {
  const each = questions.map(entry => {
    if (typeof entry === 'string') return findQuestions(library, entry)[0]?.question.minutes ?? 0;
    return entry.draw.count * mean(fitting(library, entry).map(it => it.minutes));
  });
  return each.reduce((sum, it) => sum + it, 0) + (closing?.minutes ?? 0);
}

type Entry = Round['questions'][number];

/** The questions that an entry may bring: the one that it names, or all that a draw may choose. */
function fitting(library: Library, entry: Entry): Question[] {
  if (typeof entry === 'string') return findQuestions(library, entry).map(it => it.question);
  return allShelved(library)
    .filter(it => fits(it, entry.draw))
    .map(it => it.question);
}

const mean = (all: readonly number[]): number =>
  all.reduce((sum, it) => sum + it, 0) / Math.max(1, all.length);

/** A competency that more than half of the questions of a loop look at. */
export const oneCompetency: Lint<'loop'> = ({ rounds }, { library }) => {
  const pinned = rounds
    .flatMap(it => it.questions)
    .flatMap(it => (typeof it === 'string' ? fitting(library, it) : []));
  if (pinned.length < ENOUGH_QUESTIONS) return [];
  return crowding(pinned.map(it => it.competencies)).map(name => ({
    path: ['rounds'],
    message: `More than half of the questions look at ${quoted(name)}.`,
    hint: 'Take some of another competency.',
  }));
};

/** A principle that more than half of the rounds have, and rounds with principles that none of their questions can show. */
export const principles: Lint<'loop'> = ({ rounds }, { library }) => [
  ...repeated(rounds),
  ...unasked(rounds, library),
];

function repeated(rounds: Loop['rounds']): Finding[] {
  if (rounds.length < ENOUGH_ROUNDS) return [];
  return crowding(rounds.map(it => it.principles)).map(name => ({
    path: ['rounds', rounds.findIndex(it => it.principles.includes(name)), 'principles'],
    message: `More than half of the rounds look at ${quoted(name)}.`,
    hint: 'Give each round principles of its own.',
  }));
}

function unasked(rounds: Loop['rounds'], library: Library): Finding[] {
  return rounds.flatMap((round, at) => {
    const shown = new Set(round.questions.flatMap(it => fitting(library, it)).flatMap(it => it.principles));
    return round.principles.flatMap((name, which) =>
      shown.has(name)
        ? []
        : {
            path: ['rounds', at, 'principles', which],
            message: `No question of this round shows ${quoted(name)}.`,
            hint: 'Take a question that does, or give the principle to another round.',
          },
    );
  });
}

/** Names in more than half of the lists. */
function crowding(lists: readonly (readonly string[])[]): string[] {
  const names = new Set(lists.flat());
  return [...names].filter(name => lists.filter(it => it.includes(name)).length > HALF * lists.length).sort();
}

/** Questions written for other levels than the one that the loop interviews for. */
export const wrongLevel: Lint<'loop'> = ({ level, rounds }, { library }) =>
  rounds.flatMap((round, at) =>
    round.questions.flatMap((entry, which) => {
      const levels = typeof entry === 'string' ? (fitting(library, entry)[0]?.levels ?? []) : [];
      if (level === '' || levels.length === 0 || levels.includes(level)) return [];
      return [
        {
          path: ['rounds', at, 'questions', which],
          message: `The question is for ${levels.join(', ')}, and the loop for ${level}.`,
          hint: 'Take another, or add the level to the question if it suits it.',
        },
      ];
    }),
  );
