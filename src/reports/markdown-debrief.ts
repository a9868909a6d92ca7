/** Votes and outcome in the Markdown report: the decision, then each interviewer's sealed assessment. */
import type { Debrief, DebriefRound, Decision, Exercise, Ground, Habit } from '../model/debrief.ts';
import {
  barName,
  exerciseCommand,
  groundWord,
  habitWord,
  isMet,
  NOT_THEIR_RUBRIC,
  probeWord,
  raiserWord,
  roundTitle,
  shortfallWord,
  verdictWord,
  votesWord,
  voteWord,
} from './debrief-words.ts';
import { code, inline, list, table, titledList } from './markdown-text.ts';
import { sourcesOf } from './sources.ts';
import { scoreWord } from './words.ts';

/** Nothing where there is no outcome: before the end, and after a single round. */
export function debriefSection(debrief: Debrief): string[] {
  const { outcome, rounds } = debrief;
  if (!outcome) return [];
  const raiser = raiserWord(debrief);
  return [
    '## Debrief',
    `**${inline(verdictWord(outcome))}.**${outcome.verdict === 'undecided' ? ` ${inline(outcome.why)}` : ''}`,
    ...conditions(outcome),
    voteTable(rounds, outcome),
    ...(raiser === undefined ? [] : [inline(raiser)]),
    ...demandTable(outcome),
    ...rounds.flatMap(it => assessmentSection(debrief, it)),
    NOT_THEIR_RUBRIC,
  ];
}

function conditions({ conditions: asked, lower }: Decision): string[] {
  const items = (among: Decision['conditions']) =>
    list(among.map(it => `${it.met ? 'Yes' : '**No**'}: ${inline(it.told)}`));
  const below = lower ? [`**One level lower, at ${inline(lower.bar.level)}**`, items(lower.conditions)] : [];
  return asked.length === 0 ? [] : [items(asked), ...below];
}

function voteTable(rounds: readonly DebriefRound[], { bar }: Decision): string {
  const head = ['Round', 'Own figure', 'Vote', 'After reading', 'Second vote'];
  const rows = rounds.map(({ title, assessment, votes }) => [
    inline(title),
    scoreWord(assessment?.figure ?? null),
    voteWord(votes.before),
    scoreWord(votes.figure),
    voteWord(votes.after),
  ]);
  const [no, hire, strong] = bar.cuts;
  const cuts = `A vote is read off the figure: no hire from ${no}, hire from ${hire} (${barName(bar)}), strong hire from ${strong}.`;
  return `${table(head, rows)}\n\n${inline(cuts)} The second figure is three quarters of the own one and a quarter of the mean of the others.`;
}

function demandTable({ demands, bar }: Decision): string[] {
  if (demands.length === 0) return [];
  const head = [
    bar.level === '' ? 'Beside good answers' : `What ${inline(bar.level)} wants`,
    'Score',
    'Wanted',
    'Met',
    'Seen',
  ];
  const rows = demands.map(it => {
    const met = isMet(it);
    return [
      `${inline(it.title)}: ${inline(it.wants)}`,
      scoreWord(it.score),
      String(it.bar),
      met === undefined ? 'not asked' : met ? 'yes' : 'no',
      it.seen
        .slice(0, 1)
        .map(one => `${quote(one)} ${inline(shortfallWord(it, one))}`.trim())
        .join(''),
    ];
  });
  return [table(head, rows)];
}

function assessmentSection(debrief: Debrief, { title, assessment, votes }: DebriefRound): string[] {
  if (!assessment) return [];
  const about = [...assessment.competencies, ...assessment.principles];
  const told = votes.before === null ? ['Nothing in this round could be judged.'] : [];
  return [
    `### ${inline(title)}: ${votesWord(votes)}`,
    ...(about.length === 0 ? [] : [`About: ${about.map(inline).join(', ')}`]),
    ...told,
    ...titledList('For', assessment.for.map(ground)),
    ...titledList('Against', assessment.against.map(ground)),
    ...titledList(
      'What moved the vote',
      votes.moved.map(it => `${inline(roundTitle(debrief, it.round))}: ${ground(it)}`),
    ),
  ];
}

/** What came back in several answers, each with an exercise. */
export function habitSection({ recurring }: Debrief): string[] {
  if (recurring.length === 0) return [];
  return ['## What came back', ...recurring.flatMap(habitBlocks)];
}

function habitBlocks(habit: Habit): string[] {
  return [
    `**${inline(habitWord(habit))}**`,
    list([...habit.seen.map(ground), ...exerciseItems(habit.exercise)]),
  ];
}

/** What to do, and what to be ready for; the command as code, to be copied. */
export function exerciseItems(exercise: Exercise): string[] {
  const command = exerciseCommand(exercise);
  const probe = probeWord(exercise);
  const task = [inline(exercise.task), ...(command === undefined ? [] : [code(command)])];
  return [`Next: ${task.filter(Boolean).join(' ')}`, ...(probe === undefined ? [] : [inline(probe)])];
}

/** A table of judges and rubrics, so that each figure can be traced. */
export function sourceSection(debrief: Debrief): string[] {
  const { versions } = debrief;
  const sources = sourcesOf(debrief);
  const rows = sources.map(({ judge, rubric, inPart, answers }) => [
    inline([judge.name, judge.version, judge.model].filter(it => it !== undefined).join(' ')),
    `${inline(rubric.id)}${inPart ? ', in part' : ''}`,
    inline(rubric.hash.slice(0, HASH)),
    String(answers),
  ]);
  if (rows.length === 0) return [];
  const own = `Means, votes and outcome are computed from these scores by mockloop ${versions.mockloop}, debrief rules ${versions.debrief}.`;
  return [
    '## Where the figures come from',
    table(['Judge', 'Rubric', 'Version of it', 'Answers'], rows),
    ...(sources.some(it => it.inPart) ? [IN_PART] : []),
    inline(own),
  ];
}

const IN_PART = 'In part: a probe is judged by the part of the rubric that it asks about.';

/** So many characters tell two versions of a rubric apart. */
const HASH = 12;

function ground(it: Ground): string {
  const said = quote(it);
  return `${inline(groundWord(it))}${said === '' ? '' : `: ${said}`} (${inline(it.question)})`;
}

const quote = ({ found }: Ground) => (found ? `“${inline(found.quote)}”` : '');
