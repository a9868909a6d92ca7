/** The README and the docs keep their word: links lead somewhere, and the transcript is what is really printed. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadLibrary } from '../src/content/files.ts';
import { findQuestions, rubricsFor } from '../src/model/library.ts';
import type { AnswerScore } from '../src/model/score.ts';
import { cardRows } from '../src/reports/card.ts';
import { localJudge } from '../src/scoring/judges/local.ts';
import { SIGNALS } from '../src/scoring/signals/table.ts';

const root = new URL('../', import.meta.url);
const docs = ['README.md', ...readdirSync(fileURLToPath(new URL('docs', root))).map(it => `docs/${it}`)];
const read = (file: string) => readFileSync(new URL(file, root), 'utf8');

test.each(docs)('every link in %s leads to a file', file => {
  const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)].map(it => it[1]!);
  for (const link of links) expect(existsSync(new URL(link, new URL(file, root))), link).toBe(true);
});

test('every file that docs/house.md and the README name in code style exists', () => {
  const named = [
    ...`${read('README.md')}${read('docs/house.md')}`.matchAll(/\b(?:src|tests|docs)\/[\w/-]+(?:\.\w+)*/g),
  ];
  for (const [path] of named) expect(existsSync(new URL(path, root)), path).toBe(true);
});

test('docs/content.md lists every kind of signal', () => {
  const listed = [...read('docs/content.md').matchAll(/^\| (\w+) \| /gm)].map(it => it[1]!);
  expect(listed).toEqual(expect.arrayContaining(Object.keys(SIGNALS)));
});

test('README.md counts what there is', async () => {
  const { banks, loops, rubrics } = await loadLibrary({});
  const questions = [...banks.values()].flatMap(it => it.questions).length;
  const words: Record<number, string> = { 7: 'Seven', 16: 'Sixteen' };
  expect(read('README.md')).toContain(`${words[loops.size]} loops`);
  expect(read('README.md')).toContain(
    `${words[banks.size]} banks (\`mockloop list banks\`), ${questions} questions`,
  );
  expect(read('README.md')).toContain(`${words[rubrics.size]} rubrics`);
});

describe('the transcript', () => {
  const transcript = /```console\n\$ npx mockloop practice.*?```/s.exec(read('README.md'))![0];

  test('shows the feedback that this answer gets', async () => {
    const library = await loadLibrary({});
    const [{ bank, question }] = findQuestions(library, 'channel-internals') as [
      ReturnType<typeof findQuestions>[0],
    ];
    const answer = /─{20,}\n(.*?)\n\n/s
      .exec(transcript)![1]!
      .replace(/\s*\n\s*/g, ' ')
      .trim();
    const submission = {
      question: 'channel-internals',
      asked: question,
      aliases: bank.aliases,
      rubrics: rubricsFor(library, question).map(id => library.rubrics.get(id)!),
      answer,
    };
    const rows = cardRows(
      {
        kind: 'question',
        attempt: 1,
        outcome: 'answered',
        submission,
        score: localJudge.judge(submission) as AnswerScore,
        counts: true,
        guidance: question,
      },
      83,
    );
    const shown = transcript
      .slice(transcript.indexOf('Level '), transcript.indexOf('? And now?'))
      .trim()
      .split('\n');
    for (const row of shown.filter(it => it.trim() !== '...')) expect(rows).toContain(row);
  });
});
