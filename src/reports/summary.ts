/** The debrief in rows for a terminal: plain text, at most 80 columns; colour is the terminal's business. */
import type { Debrief } from '../model/debrief.ts';
import { type Level, levelOf } from '../model/level.ts';
import { clip, filled, wrap } from './columns.ts';
import { oneLine } from './one-line.ts';
import { levelWord, scoreWord, time } from './words.ts';

const WIDTH = 80;
const BAR = 20;
/** Columns of a name before its bar. */
const NAME = 18;
/** Columns of a level in words: as wide as the widest, `1, not there`. */
const LEVEL = 12;

/** Overall score, a row for each round and each competency, and what to work on first. */
export function summaryRows(debrief: Debrief): string[] {
  const { score, rounds, competencies, workOn } = debrief;
  const overall =
    score === null
      ? 'No overall score'
      : `Overall  ${scoreWord(score)} of 100, level ${levelWord(levelOf(score))}`;
  const roundRows = rounds.map(it => row(it.title, it, `${time(it.seconds)}/${time(it.budget)}`));
  const competencyRows = competencies.map(it =>
    row(it.id, it, `${it.answers} ${it.answers === 1 ? 'answer' : 'answers'}`),
  );
  const workRows = workOn.flatMap((it, index) => [
    ...wrap(oneLine(it.title), `  ${index + 1}. `, WIDTH),
    ...[it.why, it.advice].filter(text => text !== '').flatMap(text => wrap(oneLine(text), '     ', WIDTH)),
  ]);
  return [
    overall,
    ...section('Rounds', roundRows),
    ...section('Competencies', competencyRows),
    ...section('Work on these first', workRows),
  ];
}

/** Twenty characters, each worth five points; an empty bar without a score. */
export function bar(score: number | null): string {
  const full = Math.round((Math.min(100, Math.max(0, score ?? 0)) * BAR) / 100);
  return '█'.repeat(full) + '░'.repeat(BAR - full);
}

function section(title: string, rows: readonly string[]): string[] {
  return rows.length === 0 ? [] : ['', title, ...rows];
}

function row(title: string, figure: { score: number | null; level: Level | null }, last: string): string {
  const points = scoreWord(figure.score).padStart(5);
  const cells = [
    filled(oneLine(title), NAME),
    bar(figure.score),
    points,
    filled(levelWord(figure.level), LEVEL),
    last,
  ];
  return clip(`  ${cells.join('  ')}`, WIDTH);
}
