/** Ladders: questions with answers of known order, how the judge scores them, and figures of how well it does. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import { type AnswerScore, isSure, type Submission } from '../../src/model/score.ts';
import { localJudge } from '../../src/scoring/judges/local.ts';
import { parse } from '../../src/scoring/text/answer.ts';
import { type Golden, submissionFor } from './golden.ts';

/** The parts of a story that are measured; what was learned is told inside of the result as often as behind it. */
export const PARTS = ['situation', 'task', 'action', 'result'] as const;

export interface Rung {
  name: string;
  /** The kind of the answer (ladders/README.md). */
  rung: string;
  /** 0 to 10, as two fair people would settle on. */
  grade: number;
  /** Ids of the points that are made, and half made. */
  covered?: string[];
  partial?: string[];
  /** Parts that are told; only in stories. */
  parts?: string[];
  answer: string;
}

export interface Ladder extends Omit<Golden, 'aliases' | 'answers' | 'order'> {
  file: string;
  aliases: Record<string, string[]>;
  answers: Rung[];
}

/** An answer with what the judge, and the plain baseline, make of it. */
export interface Judged extends Rung {
  score: AnswerScore;
  /** 0 to 1. */
  baseline: number;
}

export const FOLDERS = ['developed', 'apart', 'unseen'] as const;
export const GROUPS = ['technical', 'design', 'stories'] as const;
export type Folder = (typeof FOLDERS)[number];
export type Group = (typeof GROUPS)[number];

export const groupOf = ({ rubrics: [first] }: Pick<Ladder, 'rubrics'>): Group =>
  first === 'technical' ? 'technical' : first === 'star' ? 'stories' : 'design';

export function laddersIn(name: Folder): Ladder[] {
  const folder = new URL(`ladders/${name}/`, import.meta.url);
  const files = readdirSync(folder).filter(it => it.endsWith('.yaml'));
  return files.map(file => ladderOf(file, readFileSync(new URL(file, folder), 'utf8')));
}

function ladderOf(file: string, yaml: string): Ladder {
  const raw = parseYaml(yaml) as Ladder & { aliases?: Record<string, string | string[]> };
  const aliases = Object.entries(raw.aliases ?? {}).map(([term, names]) => [term, [names].flat()]);
  const answers = raw.answers.map(it => ({ ...it, answer: it.answer.trimEnd() }));
  return { ...raw, file, aliases: Object.fromEntries(aliases), answers };
}

/** The submission of an answer; its question is the same object for all answers of a ladder, and prepared once. */
export function submissionOf(ladder: Ladder): (answer: string) => Submission {
  const blank = submissionFor(ladder, '');
  return answer => ({ ...blank, answer });
}

export const scoreOf = (submission: Submission) => localJudge.judge(submission) as AnswerScore;

export function judged(ladder: Ladder): Judged[] {
  const submit = submissionOf(ladder);
  const wanted = wantedStems(submit('').asked);
  return ladder.answers.map(it => ({
    ...it,
    score: scoreOf(submit(it.answer)),
    baseline: overlap(wanted, it.answer),
  }));
}

function stemsOf(text: string): Set<string> {
  return new Set(parse(text).sentences.flatMap(it => it.words.map(word => word.stem)));
}

const wantedStems = ({ points, answer }: Submission['asked']) =>
  stemsOf([...points.map(it => it.text[0]!), ...answer.slice(0, 1)].join(' '));

/** The plain baseline: the share, 0 to 1, of wanted stems that the answer has anywhere; 0 where none are known. */
function overlap(wanted: ReadonlySet<string>, answer: string): number {
  if (wanted.size === 0) return 0;
  const had = stemsOf(answer);
  return [...wanted].filter(it => had.has(it)).length / wanted.size;
}

export const isCheat = ({ rung }: Pick<Rung, 'rung'>) => rung.startsWith('cheat-');

export const totalOf = ({ score }: Judged) => score.score ?? 0;

/** Of pairs within a ladder whose grades differ by 1 or more, the share in the right order; a tie is half right. */
export function ranking(
  ladders: readonly (readonly Judged[])[],
  figure: (it: Judged) => number = totalOf,
): number {
  const pairs = ladders.flatMap(all =>
    all.flatMap(better => all.filter(it => better.grade - it.grade >= 1).map(it => [better, it] as const)),
  );
  const right = pairs.map(([better, worse]) => (1 + Math.sign(figure(better) - figure(worse))) / 2);
  return mean(right);
}

/** What was said to be there, and what is there. */
export type Finding = readonly [found: boolean, there: boolean];

/** Of each point of each answer; not of cheats, which are held down by their total instead. */
export const pointFindings = (answers: readonly Judged[]): Finding[] =>
  answers
    .filter(it => it.covered && !isCheat(it))
    .flatMap(({ score, covered }) =>
      score.points.map(it => [it.status === 'covered', covered!.includes(it.id)] as const),
    );

/** Of the points that are called there beyond much doubt, the share that is; and of the others that are called there. */
export function trueShares(answers: readonly Judged[]): { sure: number; perhaps: number } {
  const said = answers
    .filter(it => it.covered && !isCheat(it))
    .flatMap(({ score, covered }) =>
      score.points
        .filter(it => it.status === 'covered')
        .map(it => ({ isSure: isSure(it), isThere: covered!.includes(it.id) })),
    );
  const share = (wanted: boolean) =>
    mean(said.filter(it => it.isSure === wanted).map(it => Number(it.isThere)));
  return { sure: share(true), perhaps: share(false) };
}

/** A part is found when its criterion reaches level 2. */
export const partFindings = (answers: readonly Judged[]): Finding[] =>
  answers
    .filter(it => it.parts && !isCheat(it))
    .flatMap(({ score, parts }) =>
      PARTS.map(part => [levelOf(score, part) >= 2, parts!.includes(part)] as const),
    );

/** The level of a criterion, by its id within its rubric. */
export function levelOf({ criteria }: AnswerScore, id: string): number {
  const criterion = criteria.find(it => it.id === id || it.id.endsWith(`/${id}`));
  if (!criterion) throw new Error(`There is no criterion "${id}".`);
  return criterion.level ?? 0;
}

/** The same findings, of what is missing. */
export const inverted = (findings: readonly Finding[]): Finding[] =>
  findings.map(([found, there]) => [!found, !there]);

/** 2·hits ÷ (2·hits + false + missed), 0 to 1. */
export function f1(findings: readonly Finding[]): number {
  const hits = findings.filter(([found, there]) => found && there).length;
  const misses = findings.filter(([found, there]) => found !== there).length;
  return (2 * hits) / (2 * hits + misses);
}

/** The share of some answers that score no more than 20. */
export const low = (answers: readonly Judged[]): number =>
  mean(answers.map(it => (totalOf(it) <= 20 ? 1 : 0)));

/** The share of the complete answers to other questions that score no more than 20. */
export function farOff(ladders: readonly Ladder[]): number {
  const complete = (ladder: Ladder) => ladder.answers.find(it => it.rung === 'complete')!.answer;
  const scores = ladders.flatMap(ladder => {
    const submit = submissionOf(ladder);
    const others = ladders.filter(it => it !== ladder);
    return others.map(other => scoreOf(submit(complete(other))).score ?? 0);
  });
  return mean(scores.map(it => (it <= 20 ? 1 : 0)));
}

/** All figures of a group; those of parts only where there are stories. */
export function figuresOf(ladders: readonly (readonly Judged[])[]) {
  const answers = ladders.flat();
  const parts = partFindings(answers);
  return {
    ranking: ranking(ladders),
    points: f1(pointFindings(answers)),
    sure: trueShares(answers).sure,
    cheats: low(answers.filter(isCheat)),
    others: low(answers.filter(it => it.rung === 'other')),
    ...(parts.length > 0 && { found: f1(parts), missing: f1(inverted(parts)) }),
  };
}

export const mean = (figures: readonly number[]) => figures.reduce((sum, it) => sum + it, 0) / figures.length;
