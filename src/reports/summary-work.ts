/** What to do next in rows for a terminal: what came back in several answers, and what to work on first. */
import type { Exercise, Habit, WorkItem } from '../model/debrief.ts';
import { clip, wrap } from './columns.ts';
import { exerciseCommand, habitWord, probeWord } from './debrief-words.ts';
import { excerpt } from './excerpt.ts';
import { oneLine } from './one-line.ts';

/** Quotes of one habit; the report has the rest. */
const MOST_QUOTES = 2;

const INDENT = '    ';

/** Each habit with the candidate's own words and one exercise. */
export function habitRows(habits: readonly Habit[], width: number): string[] {
  return habits.flatMap(habit => [
    ...wrap(oneLine(`${habitWord(habit)}.`), '  ! ', width),
    ...quotesOf(habit, width),
    ...exerciseRows(habit.exercise, INDENT, width),
  ]);
}

function quotesOf({ seen }: Habit, width: number): string[] {
  const quotes = seen.flatMap(it => {
    const quote = it.found && excerpt([it.found], it.told, width - INDENT.length);
    return quote === undefined ? [] : [clip(`${INDENT}${quote}`, width)];
  });
  return quotes.slice(0, MOST_QUOTES);
}

/** Numbered, each with the beginning of the question, what was missing and one concrete exercise. */
export function workRows(items: readonly WorkItem[], width: number): string[] {
  return items.flatMap(({ title, why, advice, exercise }, index) => {
    const lead = `  ${index + 1}. `;
    const indent = ' '.repeat(lead.length);
    return [
      clip(`${lead}${oneLine(title)}`, width),
      ...[why, advice].filter(Boolean).flatMap(text => wrap(oneLine(text), indent, width)),
      ...exerciseRows(exercise, indent, width),
    ];
  });
}

/** The command on a row of its own, to be copied. */
function exerciseRows(exercise: Exercise, indent: string, width: number): string[] {
  const command = exerciseCommand(exercise);
  const told = [exercise.task, probeWord(exercise) ?? ''].filter(Boolean);
  const first = `${indent}> `;
  const under = ' '.repeat(first.length);
  return [command, ...told]
    .filter(it => it !== undefined)
    .flatMap((text, index) => wrap(oneLine(text), index === 0 ? first : under, width));
}
