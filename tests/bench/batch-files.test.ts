import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { firstRows, givenFiles, madeFiles } from '../../bench/batch-files.mjs';
import { eachLine } from '../../bench/lines.mjs';
import { temporaryFolder } from '../cli/world.ts';

const linesOf = (file: string) => {
  const lines: string[] = [];
  eachLine(file, line => lines.push(line));
  return lines;
};

test('lines are whole wherever the blocks of a file end, blank ones left out', () => {
  const file = join(temporaryFolder(), 'lines');
  const lines = Array.from({ length: 400 }, (_, at) => `${at} ${'é'.repeat(at)}`);
  writeFileSync(file, `\n${lines.join('\n')}`);
  expect(linesOf(file)).toEqual(lines);
});

test('answers are the same each time, and each to a question that is known', () => {
  const [one, other] = [madeFiles(temporaryFolder(), 30), madeFiles(temporaryFolder(), 30)];
  expect(readFileSync(one.answers)).toEqual(readFileSync(other.answers));
  const known = JSON.parse(readFileSync(one.known, 'utf8'));
  const rows = linesOf(one.answers).map(it => JSON.parse(it));
  expect(rows).toHaveLength(30);
  for (const { question, answer } of rows) {
    expect(known[question]).toHaveLength(6);
    expect(answer.split(' ').length).toBeGreaterThan(150);
  }
  expect(linesOf(firstRows(one.answers, 7, join(temporaryFolder(), 'few')))).toEqual(
    linesOf(one.answers).slice(0, 7),
  );
});

test('questions that are there already become a bank: terms that mean the same are phrasings of one point', () => {
  const folder = temporaryFolder();
  const questions = join(folder, 'questions.json');
  const keyPoints = [{ id: 'k1', terms: ['lock', 'mutex'], weight: 2 }];
  writeFileSync(questions, JSON.stringify([{ id: 'q1', prompt: 'How?', keyPoints }]));
  const { bank, known } = givenFiles(folder, 'answers.jsonl', questions);
  expect(JSON.parse(readFileSync(known, 'utf8'))).toEqual({ q1: ['lock mutex'] });
  const [question] = JSON.parse(readFileSync(bank, 'utf8')).questions;
  expect(question.points).toEqual([
    { id: 'k1', text: ['lock', 'mutex'], weight: 2, cues: ['lock', 'mutex'] },
  ]);
});
