/** Candidates of the folder debriefs: a script each, the interview held from it, and its debrief as a page to read. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { conduct } from '../../src/interview/conduct.ts';
import { planLoop } from '../../src/interview/plan.ts';
import { scriptedCandidate } from '../../src/interview/scripted.ts';
import { triesOf } from '../../src/interview/submission.ts';
import type { Library, Loop } from '../../src/model/content.ts';
import type { Condition, Debrief, Decision, Demand, Ground, Habit } from '../../src/model/debrief.ts';
import { VOTE_NAMES } from '../../src/model/debrief.ts';
import type { Level } from '../../src/model/level.ts';
import type { AnswerScore, Judge } from '../../src/model/score.ts';
import type { Script, Session } from '../../src/model/session.ts';
import { debriefOf } from '../../src/scoring/debrief.ts';
import { localJudge } from '../../src/scoring/judges/local.ts';
import { fold, memory } from '../interview/world.ts';

const read = (name: string) => readFileSync(new URL(`debriefs/${name}.yaml`, import.meta.url), 'utf8');

/** The shipped banks and rubrics, as the build compiles them. */
function shipped(): Library {
  const compiled = JSON.parse(readFileSync(new URL('../../dist/library.json', import.meta.url), 'utf8'));
  const byId = (list: { id: string }[]) => new Map(list.map(it => [it.id, it]));
  const { banks, loops, rubrics } = compiled;
  return { banks: byId(banks), loops: byId(loops), rubrics: byId(rubrics) } as unknown as Library;
}

/** The answers of a candidate by key; `like` names another whose answers stand where it has none of its own. */
function answersOf(name: string): Record<string, string> {
  const { like, ...own } = parse(read(name)) as Record<string, string>;
  return { ...(like && answersOf(like)), ...own };
}

/** The interview of a candidate at a level, held from their script. */
export async function heldBy(name: string, level: string): Promise<Session> {
  const loop = { ...(parse(read('loop')) as Loop), facts: [], level };
  const plan = planLoop(shipped(), loop, { mode: 'real', input: 'scripted', scale: 1, seed: 1 });
  const script: Script = new Map(Object.entries(answersOf(name)).map(([key, text]) => [key, { text }]));
  let now = Date.UTC(2026, 2, 2, 9, 30);
  const candidate = scriptedCandidate({
    script,
    scale: 1,
    advance: seconds => {
      now += Math.round(seconds * 1000);
    },
  });
  const { session } = await conduct(fold(plan), {
    candidate,
    keeper: memory(),
    judge: localJudge,
    now: () => now,
  });
  return session;
}

/** The debrief of a session by the local judge. */
export function judged(session: Session, judge: Judge = localJudge): Debrief {
  const scores = new Map<string, AnswerScore>();
  for (const { ask, index, submission } of triesOf(session))
    scores.set(`${ask.key}#${index}`, judge.judge(submission) as AnswerScore);
  return debriefOf({ session, scores: (key, index) => scores.get(`${key}#${index}`)!, judge, version: '0' });
}

/** What a debrief comes to, as plain text: to be read as a whole when it changes. */
export function told({ rounds, outcome, recurring, workOn }: Debrief): string {
  return `${[
    ...(outcome ? decisionRows(outcome) : ['No debrief.']),
    ...rounds.flatMap(({ id, votes, assessment }) => [
      '',
      `${id}: ${vote(votes.before)}, then ${vote(votes.after)} (${assessment?.figure}, then ${votes.figure})`,
      ...votes.moved.map(it => `  moved by ${it.round}: ${ground(it)}`),
      ...(assessment?.for ?? []).map(it => `  + ${ground(it)}`),
      ...(assessment?.against ?? []).map(it => `  - ${ground(it)}`),
    ]),
    ...recurring.flatMap(habitRows),
    '',
    ...workOn.map(
      ({ question, exercise: { question: again, task, probe } }) =>
        `work on ${question}: ${again}: ${task} Be ready for: ${probe}`,
    ),
  ].join('\n')}\n`;
}

const vote = (level: Level | null) => (level === null ? 'no vote' : VOTE_NAMES[level]);

function decisionRows({
  verdict,
  hiredAt,
  why,
  whole,
  bar,
  barRaiser,
  demands,
  conditions,
  lower,
}: Decision): string[] {
  const condition = ({ told: sentence, met }: Condition) => `  ${met ? 'yes' : 'NO '} ${sentence}`;
  return [
    `${verdict}${hiredAt === null ? '' : ` at ${hiredAt}`}`,
    why,
    `whole ${whole}, bar raiser ${barRaiser?.round}`,
    `at ${bar.level}`,
    ...conditions.map(condition),
    ...(lower ? [`at ${lower.bar.level}`, ...lower.conditions.map(condition)] : []),
    'wanted',
    ...demands.flatMap(demandRows),
  ];
}

function demandRows({ title, score, bar, answers, seen }: Demand): string[] {
  return [`  ${title}: ${score} of ${bar} over ${answers}`, ...seen.map(it => `    ${quote(it)}`)];
}

function habitRows({ title, answers, of, seen, exercise: { question, task, probe } }: Habit): string[] {
  return [
    '',
    `${title}: ${answers} of ${of}`,
    ...seen.map(it => `  ${ground(it)}`),
    `  next: ${question}: ${task} Be ready for: ${probe}`,
  ];
}

const ground = (it: Ground) => `${it.question}: ${it.about} (${it.told})${it.found ? ` ${quote(it)}` : ''}`;

const quote = ({ found }: Ground) => `"${found?.quote.replace(/\s+/g, ' ')}"`;
