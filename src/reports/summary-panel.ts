/** Votes and outcome in rows for a terminal: what was decided, who voted what and why it moved, what the level wants. */
import type { Debrief, DebriefRound, Decision, Demand } from '../model/debrief.ts';
import { wrap } from './columns.ts';
import {
  barName,
  groundWord,
  isMet,
  raiserWord,
  roundTitle,
  verdictWord,
  votesWord,
  wantedWord,
} from './debrief-words.ts';
import { excerpt } from './excerpt.ts';
import { oneLine } from './one-line.ts';
import { type Line, plotFor } from './summary-plot.ts';
import { scoreWord } from './words.ts';

/** Begins with the outcome, because that is what everybody looks for. */
export function panelRows(debrief: Debrief, outcome: Decision, width: number): string[] {
  const { bar, demands } = outcome;
  const raiser = raiserWord(debrief);
  const wanted =
    bar.level === '' ? 'Beside good answers' : `What ${oneLine(bar.level)} wants beside good answers`;
  return [
    ...wrap(oneLine(verdictWord(outcome)), '', width),
    ...conditionRows(outcome, width),
    '',
    ...wrap(
      oneLine(`Votes, before and after reading the others (┃ ${barName(bar)}: ${bar.cuts[1]})`),
      '',
      width,
    ),
    ...voteRows(debrief, outcome, width),
    ...(raiser === undefined ? [] : wrap(oneLine(raiser), '  ', width)),
    ...(demands.length === 0
      ? []
      : ['', ...wrap(wanted, '', width), ...plotFor(demands.map(demandLine), width)]),
  ];
}

/** Each reason under its mark; one level lower only what is missing, where that was asked. */
function conditionRows({ conditions, lower, verdict, why }: Decision, width: number): string[] {
  if (verdict === 'undecided') return wrap(oneLine(why), '  ', width);
  const marked = (among: Decision['conditions']) =>
    among.flatMap(it => wrap(oneLine(it.told), it.met ? '  + ' : '  - ', width));
  if (!lower) return marked(conditions);
  const missed = lower.conditions.filter(it => !it.met);
  return [
    ...marked(conditions),
    ...wrap(oneLine(`One level lower, at ${lower.bar.level}:`), '  ', width),
    ...(missed.length > 0 ? marked(missed) : wrap('Nothing is missing.', '  + ', width)),
  ];
}

/** A row for each interviewer; beneath it what moved the vote, in the candidate's own words where there are any. */
function voteRows(debrief: Debrief, { bar }: Decision, width: number): string[] {
  const rows = plotFor(
    debrief.rounds.map(it => voteLine(it, bar.cuts[1])),
    width,
  );
  return debrief.rounds.flatMap(({ votes }, index) => [
    rows[index]!,
    ...votes.moved.slice(0, 1).flatMap(it => {
      const read = `${roundTitle(debrief, it.round)}, ${groundWord(it)}`;
      const quote = it.found && excerpt([it.found], it.told, width - INDENT.length);
      return [
        ...wrap(oneLine(`${scoreWord(votes.figure)} after reading ${read}`), INDENT, width),
        ...(quote ? wrap(oneLine(quote), INDENT, width) : []),
      ];
    }),
  ]);
}

const INDENT = '    ';

function voteLine({ title, assessment, votes }: DebriefRound, bar: number): Line {
  return { title, score: assessment?.figure ?? null, bar, words: votesWord(votes) };
}

function demandLine(demand: Demand): Line {
  const { title, score, bar } = demand;
  const met = isMet(demand);
  return { title, score, bar, words: wantedWord(demand), mark: met === undefined ? ' ' : met ? '+' : '-' };
}
