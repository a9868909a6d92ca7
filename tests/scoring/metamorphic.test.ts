/** Changes that matter little to a listener matter little to the score; a result that is not told is missed. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { AnswerScore, Submission } from '../../src/model/score.ts';
import { submission } from './asking.ts';
import { hasCode, marked, rotated, withFiller, withSentence, withTypos } from './changes.ts';
import { goldensIn, rubric, submissionFor } from './golden.ts';
import {
  FOLDERS,
  GROUPS,
  type Group,
  groupOf,
  type Ladder,
  laddersIn,
  levelOf,
  mean,
  PARTS,
  scoreOf,
  submissionOf,
} from './ladders.ts';

/** A complete or good answer of a ladder as the judge scores it. */
interface Case {
  group: Group;
  label: string;
  answer: string;
  score: AnswerScore;
  submit: (answer: string) => Submission;
}

/** An answer after a change: what moved, and the words for who has to mend it. */
interface Moved {
  by: number;
  text: string;
}

/** Three seeds, other ones for each answer. */
const seedsFor = ({ answer }: Case) => [1, 2, 3].map(it => it * answer.length);

/** Points of 100 that a change may move the total by. */
const LITTLE = 5;

/**
 * The least per cent of cases that move by no more than LITTLE: 2 below what was measured, as the other floors here. The
 * rule is 100.
 */
const WITHIN: Record<'typos' | 'filler' | 'order', Record<Group, number>> = {
  typos: { technical: 76.4, design: 87.6, stories: 91.4 },
  filler: { technical: 94.7, design: 94.5, stories: 98 },
  order: { technical: 90.4, design: 95.9, stories: 87.8 },
};

/** Of points added, the per cent where coverage does not fall, and where the total does not by more than 2. */
const COVERAGE_KEPT = 95.7;
const TOTAL_KEPT = 95.5;

/** Of stories without their result, the per cent whose Result falls, and whose other parts stay at their levels. */
const RESULT_FALLS = 85;
const PARTS_KEPT = 98;

const cases = FOLDERS.flatMap(laddersIn).flatMap(casesOf);

function casesOf(ladder: Ladder): Case[] {
  const submit = submissionOf(ladder);
  const told = ladder.answers.filter(it => it.rung === 'complete' || it.rung === 'good');
  return told.map(({ name, answer }) => ({
    group: groupOf(ladder),
    label: `${ladder.file}, ${name}`,
    answer,
    score: scoreOf(submit(answer)),
    submit,
  }));
}

test('there are cases', () => expect(cases.length).toBeGreaterThanOrEqual(100));

describe.each(GROUPS)('%s', group => {
  const own = cases.filter(it => it.group === group);
  const inAnyOrder = own.filter(it => !hasCode(it.answer));

  test('typos move the total little', () =>
    expectLittle(
      own.flatMap(it => seedsFor(it).map(seed => moved(it, withTypos(it.answer, seed)))),
      WITHIN.typos[group],
    ));

  test('polite filler moves the total little', () =>
    expectLittle(
      own.map(it => moved(it, withFiller(it.answer))),
      WITHIN.filler[group],
    ));

  test('another order of sentences moves the total little', () =>
    expectLittle(
      inAnyOrder.flatMap(it => seedsFor(it).map(seed => moved(it, rotated(it.answer, seed)))),
      WITHIN.order[group],
    ));
});

function moved({ label, score, submit }: Case, answer: string): Moved {
  const by = totalOf(scoreOf(submit(answer))) - totalOf(score);
  return { by, text: `${by.toFixed(1)} from ${totalOf(score)}: ${label}\n${answer}` };
}

const totalOf = ({ score }: AnswerScore) => score ?? 0;

function expectLittle(all: readonly Moved[], least: number): void {
  const worst = all.reduce((most, it) => (Math.abs(it.by) > Math.abs(most.by) ? it : most));
  expect(
    perCent(all, it => Math.abs(it.by) <= LITTLE),
    worst.text,
  ).toBeGreaterThanOrEqual(least);
}

const perCent = <Item>(all: readonly Item[], holds: (it: Item) => boolean) =>
  100 * mean(all.map(it => (holds(it) ? 1 : 0)));

describe('a point that was missing is added', () => {
  const added = cases.flatMap(withEachMissing);

  test('coverage does not fall', () => expectKept(added, it => it.coverage >= -1e-9, COVERAGE_KEPT));
  test('the total falls by 2 at most', () => expectKept(added, it => it.by >= -2, TOTAL_KEPT));
});

interface Added extends Moved {
  /** By how much coverage grew, in weights of points. */
  coverage: number;
}

function withEachMissing(one: Case): Added[] {
  const { points } = one.submit('').asked;
  const weights = new Map(points.map(it => [it.id, it.weight]));
  const coverage = (score: AnswerScore) =>
    score.points.reduce((sum, it) => sum + it.score * weights.get(it.id)!, 0);
  const missing = one.score.points.filter(it => it.status === 'missing').map(it => it.id);
  return points
    .filter(it => missing.includes(it.id))
    .map(point => {
      const answer = withSentence(one.answer, point.text[0]!);
      const after = scoreOf(one.submit(answer));
      return { ...moved(one, answer), coverage: coverage(after) - coverage(one.score) };
    });
}

function expectKept(added: readonly Added[], holds: (it: Added) => boolean, least: number): void {
  expect(added.length).toBeGreaterThanOrEqual(50);
  const worst = added.toSorted((a, b) => Number(holds(a)) - Number(holds(b)) || a.by - b.by)[0]!;
  expect(perCent(added, holds), worst.text).toBeGreaterThanOrEqual(least);
}

describe('a story without its result', () => {
  const stories = [...goldenStories(), ...markedStories()].map(({ full, without, ...rest }) => ({
    ...rest,
    before: scoreOf(full),
    after: scoreOf(without),
  }));
  const others = PARTS.filter(it => it !== 'result');

  const result = ({ criteria }: AnswerScore) => criteria.find(it => /(^|\/)result$/.test(it.id))!.score!;

  // Where another sentence tells of a change, that one is quoted for it, and the Result stays.
  test('Result falls', () => {
    const fallen = stories.filter(({ before, after }) => result(after) < result(before));
    expect((100 * fallen.length) / stories.length).toBeGreaterThanOrEqual(RESULT_FALLS);
  });

  test('no other part changes', () => {
    const changed = stories.filter(({ before, after }) =>
      others.some(it => levelOf(after, it) !== levelOf(before, it)),
    );
    expect(
      100 - (100 * changed.length) / stories.length,
      changed.map(it => it.name).join(),
    ).toBeGreaterThanOrEqual(PARTS_KEPT);
  });
});

interface Story {
  name: string;
  full: Submission;
  without: Submission;
}

function markedStories(): Story[] {
  const yaml = readFileSync(new URL('stories/marked.yaml', import.meta.url), 'utf8');
  return (parseYaml(yaml) as { name: string; prompt: string; answer: string }[]).map(it => {
    const { full, without } = marked(it.answer);
    const submit = (answer: string) =>
      submission(answer, { prompt: it.prompt }, { rubrics: [rubric('star')] });
    return { name: it.name, full: submit(full), without: submit(without) };
  });
}

/** The sentences that tell the result in golden stories. */
const GOLDEN_RESULTS: readonly [file: string, answer: string, result: RegExp][] = [
  ['conflict-story', 'full story', /As a result we shipped.*?1\.4\./s],
  ['outage-story', 'natural, without signposts', /Timeouts stayed.*?month\./s],
];

function goldenStories(): Story[] {
  return GOLDEN_RESULTS.map(([file, name, result]) => {
    const [golden] = goldensIn(readFileSync(new URL(`golden/${file}.yaml`, import.meta.url), 'utf8'));
    const answer = golden!.answers.find(it => it.name === name)!.answer;
    expect(answer).toMatch(result);
    const submit = (text: string) => submissionFor(golden!, text);
    return { name: `${file}, ${name}`, full: submit(answer), without: submit(answer.replace(result, '')) };
  });
}
