/**
 * What we ship is as deep as an interview needs it, and its words can be had by no trick. That each model answer is strong,
 * touches no pitfall and raises no flag is a lint: shipped.test.ts.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Bank, FollowUp, Question, Rubric } from '../../src/model/content.ts';
import type { AnswerScore, Asked } from '../../src/model/score.ts';
import { localJudge } from '../../src/scoring/judges/local.ts';

const library = JSON.parse(
  readFileSync(new URL('../../dist/library.json', import.meta.url), 'utf8'),
) as Record<'banks', Bank[]> & Record<'rubrics', Rubric[]>;

function judged(bank: Bank, asked: Asked, rubrics: Rubric[], answer: string): AnswerScore {
  return localJudge.judge({
    question: 'x',
    asked,
    aliases: bank.aliases,
    rubrics,
    answer,
  }) as AnswerScore;
}

function rubricsOf({ rubric, type }: Question): Rubric[] {
  return library.rubrics.filter(it => (rubric.length > 0 ? rubric.includes(it.id) : it.for.includes(type)));
}

function below(among: readonly FollowUp[]): FollowUp[] {
  return among.flatMap(it => [it, ...below(it.followUps)]);
}

function depth(among: readonly FollowUp[]): number {
  return Math.max(0, ...among.map(it => 1 + depth(it.followUps)));
}

const questions = library.banks.flatMap(bank =>
  bank.questions
    .filter(it => it.type !== 'closing')
    .map(question => ({ name: `${bank.id}/${question.id}`, bank, question })),
);

describe.each(questions)('$name', ({ bank, question }) => {
  test('is as deep as an interview needs it', () => {
    const { points, pitfalls, hints, followUps, answer, type } = question;
    expect(points.length).toBeGreaterThanOrEqual(5);
    expect(points.length).toBeLessThanOrEqual(8);
    for (const { text, cues } of points) {
      expect(text.length).toBeGreaterThanOrEqual(2);
      expect(text.length).toBeLessThanOrEqual(4);
      expect(cues.length).toBeGreaterThanOrEqual(2);
    }
    expect(pitfalls.length).toBeGreaterThanOrEqual(3);
    expect(answer.length).toBeGreaterThanOrEqual(1);
    expect(hints.length).toBeGreaterThanOrEqual(2);
    expect(followUps.length).toBeGreaterThanOrEqual(2);
    expect(depth(followUps)).toBeGreaterThanOrEqual(type === 'behavioral' ? 2 : 3);
    expect(below(followUps).filter(it => it.answer.length === 0 || it.points.length === 0)).toEqual([]);
  });

  test('says what it suits and what to listen for', () => {
    const { competencies, levels, outline, lookFor, keywords, minutes } = question;
    for (const list of [competencies, levels, outline, lookFor, keywords])
      expect(list.length).toBeGreaterThan(0);
    expect(minutes).toBeGreaterThanOrEqual(5);
  });

  test('its cues alone, strung together or in empty sentences, are not praised', () => {
    const cues = question.points.flatMap(it => it.cues);
    const strung = judged(bank, question, rubricsOf(question), cues.join(', '));
    expect(strung.score).toBeLessThanOrEqual(20);
    const used = cues.map(cue => `We used the ${cue} and it was good.`).join(' ');
    expect(judged(bank, question, rubricsOf(question), used).score).toBeLessThan(45);
  });

  test('the prompt said again covers nothing', () => {
    const echo = judged(bank, question, rubricsOf(question), question.prompt);
    expect(echo.points.filter(it => it.status !== 'missing')).toEqual([]);
    expect(echo.score).toBeLessThanOrEqual(20);
  });
});

/** Of the unrelated answers so many may reach level 3; of the rest half score no more than LOW. */
const CONFUSED = 0.1;
const LOW = 30;

/** A fluent answer to one question is none to any other; where they share their subject the judge still errs at times. */
test('the model answer of one technical question is seldom an answer to any other', () => {
  const technical = questions.filter(it => it.question.type === 'technical');
  const scores = technical.flatMap(one =>
    technical
      .filter(other => one !== other && !one.question.related.includes(other.question.id))
      .map(
        other => judged(one.bank, one.question, rubricsOf(one.question), other.question.answer[0]!).score!,
      ),
  );
  const sorted = scores.toSorted((a, b) => a - b);
  expect(sorted.length).toBeGreaterThan(50);
  expect(sorted[sorted.length >> 1]).toBeLessThanOrEqual(LOW);
  expect(sorted.filter(it => it >= 55).length / sorted.length).toBeLessThanOrEqual(CONFUSED);
});

/** What somebody makes of the model answer who would rather be praised than understood. */
const inSentences = (change: (sentence: string) => string) => (text: string) =>
  text.replace(/[^.!?\n]+[.!?]?/g, it => (it.trim() === '' ? it : ` ${change(it.trim())}`));
const bare = (sentence: string) => sentence.replace(/[.!?]$/, '');
const TRICKS: [string, (text: string) => string][] = [
  ['reversed', inSentences(it => `${bare(it).split(' ').reverse().join(' ')}.`)],
  ['refused', inSentences(it => `I refuse to accept that ${bare(it)}.`)],
  ['called a lie', inSentences(it => `It is a lie that ${bare(it)}.`)],
  ['called wrong', inSentences(it => `${bare(it)}, which is wrong.`)],
  ['only asked', inSentences(it => `Can you tell me whether ${bare(it)}?`)],
];

/** Nearly all of them score no more; of some the words around still say why, or what it costs. */
const TRICKED = 20;
const MOST = 0.85;

test.each(TRICKS)('model answers of technical questions %s are worth next to nothing', (_, change) => {
  const scores = questions
    .filter(it => it.question.type === 'technical')
    .map(
      ({ bank, question }) => judged(bank, question, rubricsOf(question), change(question.answer[0]!)).score!,
    );
  expect(scores.filter(it => it <= TRICKED).length / scores.length).toBeGreaterThan(MOST);
});
