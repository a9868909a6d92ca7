/** The debrief in rows for a terminal: plain text; colour is the terminal's business, and no row needs it. */
import type { Debrief, DebriefRound, Standing } from '../model/debrief.ts';
import { type Level, levelOf } from '../model/level.ts';
import { counted } from '../model/prose.ts';
import { filled, wrap } from './columns.ts';
import { NOT_THEIR_RUBRIC } from './debrief-words.ts';
import { noOverall } from './interview-words.ts';
import { oneLine } from './one-line.ts';
import { section } from './section.ts';
import { panelRows } from './summary-panel.ts';
import { type Line, plotFor } from './summary-plot.ts';
import { habitRows, workRows } from './summary-work.ts';
import { levelWord, scoreWord, time } from './words.ts';

/** A row longer than this is hard to read; a narrower window than the second is not written for. */
const WIDEST = 100;
const NARROWEST = 40;

/** Competencies that are told; a list of twenty is not read. */
const MOST = 6;

/**
 * How it went: votes and outcome where there are any, scores by round and competency, what came back, and what to work
 * on first. No row is wider than `width` columns, from 40 on.
 */
export function summaryRows(debrief: Debrief, width = 80): string[] {
  const room = Math.max(NARROWEST, Math.min(WIDEST, width));
  const { rounds, competencies, recurring, workOn, outcome } = debrief;
  return [
    ...(outcome ? panelRows(debrief, outcome, room) : overallRows(debrief, room)),
    ...section('Rounds', outcome ? [] : plotFor(rounds.map(roundLine), room)),
    ...competencySection(competencies, outcome?.bar.cuts[1], room),
    ...section('What came back', habitRows(recurring, room)),
    ...section('Work on these first', workRows(workOn, room)),
    ...(outcome ? ['', ...sourceRows(debrief, room)] : []),
  ];
}

function overallRows({ score, rounds }: Debrief, width: number): string[] {
  const overall =
    score === null
      ? noOverall(rounds)
      : `Overall  ${scoreWord(score)} of 100, level ${levelWord(levelOf(score))}`;
  return wrap(overall, '', width);
}

function roundLine({ title, score, level, seconds, budget }: DebriefRound): Line {
  return { title, score, bar: undefined, words: `${levelColumn(level)}  ${time(seconds)}/${time(budget)}` };
}

/** As wide as the widest, `1, not there`. */
const levelColumn = (level: Level | null) => filled(levelWord(level), 12);

/** All of a few; of many only those that need work, for the report has the rest. */
function competencySection(all: readonly Standing[], bar: number | undefined, width: number): string[] {
  const few = all.length <= MOST;
  const told = few ? all : all.toSorted((a, b) => (a.score ?? 100) - (b.score ?? 100)).slice(0, MOST);
  const lines = told.map(({ id, score, level, answers }): Line => {
    return { title: id, score, bar, words: `${levelColumn(level)}  ${counted(answers, 'answer')}` };
  });
  const title = few ? 'Competencies' : `Competencies, the ${MOST} lowest of ${all.length}`;
  return section(title, plotFor(lines, width));
}

function sourceRows({ judge, versions }: Debrief, width: number): string[] {
  const by = `Judge ${judge.name} ${judge.version}, debrief rules ${versions.debrief}, mockloop ${versions.mockloop}.`;
  return wrap(oneLine(`${NOT_THEIR_RUBRIC} ${by}`), '  ', width);
}
